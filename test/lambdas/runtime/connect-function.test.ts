import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { connectFunction, type FlowCall } from '../../../lambdas/runtime/connect-function.ts';
import { defineContract } from '../../../lambdas/runtime/contract.ts';
import { Deadlines } from '../../../lambdas/runtime/deadlines.ts';
import { captureLog, context, flowEvent, NOW, stopClock } from '../flow-event.ts';

const greet = defineContract({
  name: 'greet',
  purpose: 'Greets.',
  parameters: z.strictObject({ language: z.string() }),
  outcomes: { greeted: z.strictObject({ words: z.string() }), silent: z.strictObject({}) },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [],
});

let log = captureLog();
beforeEach(() => {
  log = captureLog();
});
afterEach(() => log.release());

const event = flowEvent({ language: 'en-US' });

test('a handler gets parameters, contact, number, clock and signal, and its outcome is the answer', async () => {
  stopClock();
  const calls: FlowCall<typeof greet>[] = [];
  const handler = connectFunction(greet, async (call) => {
    calls.push(call);
    return { outcome: 'greeted', words: 'Hello' };
  });
  expect(await handler(event, context)).toEqual({ outcome: 'greeted', words: 'Hello' });
  expect(calls[0]).toMatchObject({
    parameters: { language: 'en-US' },
    contactId: '0d2f1c5e-8f5a-4b5f-9f0a-3d1f6f1f7a10',
    callerNumber: '+12025550111',
  });
  expect(calls[0]?.now()).toEqual(NOW);
  expect(calls[0]?.signal.aborted).toBe(false);
});

test('a reference of what a contact does not have yet, such as its queue, is empty text', async () => {
  const handler = connectFunction(greet, async ({ parameters }) => {
    return { outcome: 'greeted', words: `Hello${parameters.language}` };
  });
  const given = { Details: { ContactData: { ContactId: 'call-1' }, Parameters: { language: null } } };
  expect(await handler(given, context)).toEqual({ outcome: 'greeted', words: 'Hello' });
});

test.each([
  ['el', 'el'],
  ['en', 'en'],
  ['EL', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [7, 'en'],
  [undefined, 'en'],
])('a function answers in the language of its contact: %j is answered in %s', async (attribute, language) => {
  const calls: FlowCall<typeof greet>[] = [];
  const handler = connectFunction(greet, async (call) => {
    calls.push(call);
    return { outcome: 'silent' };
  });
  await handler(flowEvent({ language: 'en-US' }, { language: attribute }), context);
  expect(calls[0]?.language).toBe(language);
});

test('a handler that is too slow gives up with time to say so, and its requests are told to stop', async () => {
  const aborted: Promise<unknown>[] = [];
  const handler = connectFunction(greet, async ({ signal }) => {
    aborted.push(once(signal, 'abort'));
    await aborted[0];
    return { outcome: 'silent' };
  });
  await expect(handler(event, { getRemainingTimeInMillis: () => 310 })).rejects.toThrow(
    'greet was not done after 1700 ms and gave up',
  );
  await aborted[0];
  expect(log.lines()).toHaveLength(1);
});

describe('the time of an invocation', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const late = () => new Error('late');
  const never = () => new Promise<never>(() => undefined);
  /** What has become of some work, to be looked at while time is moved. */
  const watched = (work: Promise<string>) => {
    const state = { is: 'running' };
    work.then(
      (result) => {
        state.is = result;
      },
      (error: unknown) => {
        state.is = error instanceof Error ? error.message : 'not an Error';
      },
    );
    return state;
  };

  test('is its own, also where the one before has just ended', async () => {
    const deadlines = new Deadlines();
    await deadlines.within(1_000, async () => 'done', late);
    await jest.advanceTimersByTimeAsync(900);
    const second = watched(deadlines.within(1_000, never, late));
    await jest.advanceTimersByTimeAsync(900);
    expect(second.is).toBe('running');
    await jest.advanceTimersByTimeAsync(100);
    expect(second.is).toBe('late');
  });
  test('ends for each of several at once', async () => {
    const deadlines = new Deadlines();
    const first = watched(deadlines.within(1_000, never, late));
    await jest.advanceTimersByTimeAsync(500);
    const second = watched(deadlines.within(1_000, never, late));
    await jest.advanceTimersByTimeAsync(500);
    expect([first.is, second.is]).toEqual(['late', 'running']);
    await jest.advanceTimersByTimeAsync(500);
    expect(second.is).toBe('late');
  });
  test('is its own where the timer of one long over fires in the middle of it', async () => {
    const deadlines = new Deadlines();
    await deadlines.within(1_000, async () => 'done', late);
    await jest.advanceTimersByTimeAsync(600);
    await deadlines.within(1_000, async () => 'done', late);
    await jest.advanceTimersByTimeAsync(300);
    const third = watched(deadlines.within(1_000, never, late));
    await jest.advanceTimersByTimeAsync(999);
    expect(third.is).toBe('running');
    await jest.advanceTimersByTimeAsync(1);
    expect(third.is).toBe('late');
  });
  test('takes one timer for as many as come within it, and none that stays when they are over', async () => {
    const deadlines = new Deadlines();
    for (let call = 0; call < 50; call++) await deadlines.within(1_000, async () => 'done', late);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(jest.getTimerCount()).toBe(0);
  });
  test('ends at once for a short one that comes after a long one', async () => {
    const deadlines = new Deadlines();
    const long = watched(deadlines.within(1_000, never, late));
    const short = watched(deadlines.within(100, never, late));
    await jest.advanceTimersByTimeAsync(100);
    expect([long.is, short.is]).toEqual(['running', 'late']);
    await jest.advanceTimersByTimeAsync(900);
    expect(long.is).toBe('late');
  });
  test('is shorter where Lambda leaves less', async () => {
    const short = watched(new Deadlines().within(100, never, late));
    await jest.advanceTimersByTimeAsync(100);
    expect(short.is).toBe('late');
  });
  test('that is over aborts its own requests and none of a later one', async () => {
    const deadlines = new Deadlines();
    const signals: AbortSignal[] = [];
    const work = (signal: AbortSignal) => {
      signals.push(signal);
      return never();
    };
    watched(deadlines.within(1_000, work, late));
    await jest.advanceTimersByTimeAsync(1_000);
    watched(deadlines.within(1_000, work, late));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('a result that Connect would drop is a fault that names its cause', () => {
  /** As if an author had silenced the compiler. */
  const answering = (result: object) =>
    connectFunction(greet, () => Promise.resolve(JSON.parse(JSON.stringify(result))))(event, context);
  test.each([
    [{ outcome: 'lost' }, 'an outcome that its contract does not have'],
    [{}, 'an outcome that its contract does not have'],
    [{ outcome: 'constructor' }, 'an outcome that its contract does not have'],
    [{ outcome: 'greeted' }, "answered 'greeted' with words not as its contract says"],
    [{ outcome: 'greeted', words: 1 }, "answered 'greeted' with words not as"],
    [{ outcome: 'greeted', words: { en: 'Hello' } }, "answered 'greeted' with words not as"],
    [{ outcome: 'silent', words: 'Hello' }, "answered 'silent' with words not as"],
    [{ outcome: 'greeted', words: 'é'.repeat(16_400) }, 'Connect takes at most 32768'],
  ])('%j', async (result, message) => {
    await expect(answering(result)).rejects.toThrow(message);
  });
  test('and the largest that it takes is answered', async () => {
    const words = 'a'.repeat(32 * 1024 - JSON.stringify({ outcome: 'greeted', words: '' }).length);
    expect(await answering({ outcome: 'greeted', words })).toEqual({ outcome: 'greeted', words });
    await expect(answering({ outcome: 'greeted', words: `${words}a` })).rejects.toThrow('32769 bytes');
  });
});

test('a fault of the handler is logged once and thrown on as it is', async () => {
  const fault = new TypeError('the table is gone');
  const handler = connectFunction(greet, () => Promise.reject(fault));
  await expect(handler(event, context)).rejects.toBe(fault);
  expect(log.lines().map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      function: 'greet',
      fault: 'TypeError',
      message: 'the table is gone',
    }),
  ]);
});

test('whatever an event is, the answer is an outcome or a fault, and nothing of the event is in the log', async () => {
  const handler = connectFunction(greet, async () => ({ outcome: 'silent' }));
  const canary = 'canary';
  const text = fc.string().map((some) => `${canary} ${some}`);
  const strange = fc.oneof(
    fc.jsonValue(),
    text,
    fc.record({ Details: fc.jsonValue() }),
    fc.record({ Details: fc.record({ ContactData: fc.jsonValue(), Parameters: fc.jsonValue() }) }),
    text.map((contactId) => flowEvent({ language: 'en-US' }, { contactId })),
    text.map((address) => flowEvent({ language: 'en-US' }, { address })),
    text.map((language) => flowEvent({ language })),
    fc.jsonValue().map((language) => flowEvent({ language })),
    fc.dictionary(fc.string(), text).map((parameters) => flowEvent({ language: 'en-US', ...parameters })),
  );
  await fc.assert(
    fc.asyncProperty(strange, async (some) => {
      const outcome = await handler(some, context).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome.name).toBe('Fault');
      else expect(outcome).toEqual({ outcome: 'silent' });
    }),
    { numRuns: 500 },
  );
  expect(log.lines().length).toBeGreaterThanOrEqual(500);
  expect(log.lines().filter((line) => line.includes(canary))).toEqual([]);
});

test('an event without a contact is a fault that says who may call', async () => {
  const handler = connectFunction(greet, async () => ({ outcome: 'silent' }));
  await expect(handler({}, context)).rejects.toThrow('only a contact flow of Amazon Connect calls greet');
});
