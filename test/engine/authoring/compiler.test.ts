/** What the compiler refuses in a flow. `npm run types` fails where one of these compiles; here the rest is refused. */
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { renderAction } from '../../../engine/authoring/action.ts';
import { call, result } from '../../../engine/authoring/calling.ts';
import { setAttributes, setQueue } from '../../../engine/authoring/contact.ts';
import { count, decide } from '../../../engine/authoring/deciding.ts';
import { FlowError, flow } from '../../../engine/authoring/flow.ts';
import { goToFlow, hangUp, joinQueue } from '../../../engine/authoring/handing-over.ts';
import { ask, menu } from '../../../engine/authoring/keys.ts';
import { resource } from '../../../engine/authoring/resource.ts';
import { say } from '../../../engine/authoring/speaking.ts';
import type { Step } from '../../../engine/authoring/step.ts';
import { invokeLambdaFunction } from '../../../engine/blocks/invoke-lambda-function.ts';

const lookup = {
  name: 'lookup',
  parameters: z.strictObject({
    number: z.string(),
    mode: z.enum(['one', 'all']),
    note: z.optional(z.string()),
  }),
  outcomes: { found: z.strictObject({ status: z.string() }), missing: z.strictObject({}) },
  blockTimeoutSeconds: 4,
};

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', type: 'CONTACT_FLOW' } as const;
const bye = hangUp();

/** A flow that compiles only because of its `@ts-expect-error` and would be refused when it is made. */
const refused = (make: () => unknown, message: string): void => {
  expect(make).toThrow(FlowError);
  expect(make).toThrow(message);
};

describe('a target that does not exist is refused by the compiler and by the flow', () => {
  test('after words', () => {
    refused(
      // @ts-expect-error no step is called 'byee'
      () => flow({ ...terms, start: 'hi', steps: { hi: say({ prompt: 'Hi.', next: 'byee' }), bye } }),
      "flow 'demo', step 'hi': next points to 'byee', which does not exist; did you mean 'bye'?",
    );
  });
  test('as the start', () => {
    refused(
      // @ts-expect-error no step is called 'hello'
      () => flow({ ...terms, start: 'hello', steps: { bye } }),
      "flow 'demo', start points to 'hello', which does not exist",
    );
  });
  test('behind a key', () => {
    const choose = (key: 'again' | 'bye') =>
      menu({
        prompt: 'Press 1.',
        timeoutSeconds: 5,
        choices: { 1: 'bye', 2: key },
        onTimeout: 'bye',
        onNoMatch: 'bye',
        onError: 'bye',
      });
    refused(
      // @ts-expect-error 'again' may be the target of key 2
      () => flow({ ...terms, start: 'choose', steps: { choose: choose('again'), bye } }),
      "step 'choose': choices.2 points to 'again'",
    );
  });
  test('behind an outcome', () => {
    refused(
      () =>
        flow({
          ...terms,
          start: 'look-up',
          steps: {
            // @ts-expect-error no step is called 'tell'
            'look-up': call(lookup, {
              parameters: { number: '1', mode: 'one' },
              outcomes: { found: 'tell', missing: 'bye' },
              onFault: 'bye',
            }),
            bye,
          },
        }),
      "step 'look-up': outcomes.found points to 'tell'",
    );
  });
});

describe('the compiler asks for every branch', () => {
  // Only compiled: each of these lacks a branch or has one too many.
  const incomplete: readonly (() => Step)[] = [
    // @ts-expect-error onTimeout is missing
    () => menu({ prompt: '1?', timeoutSeconds: 5, choices: { 1: 'a' }, onNoMatch: 'a', onError: 'a' }),
    // @ts-expect-error onNoMatch is missing
    () => menu({ prompt: '1?', timeoutSeconds: 5, choices: { 1: 'a' }, onTimeout: 'a', onError: 'a' }),
    // @ts-expect-error onError is missing
    () => menu({ prompt: '1?', timeoutSeconds: 5, choices: { 1: 'a' }, onTimeout: 'a', onNoMatch: 'a' }),
    () =>
      menu({
        prompt: '1?',
        timeoutSeconds: 5,
        // @ts-expect-error there is no key 10
        choices: { 10: 'a' },
        onTimeout: 'a',
        onNoMatch: 'a',
        onError: 'a',
      }),
    // @ts-expect-error onNothing is missing: silence needs a branch
    () => ask({ prompt: 'PIN?', timeoutSeconds: 5, digitsMax: 4, next: 'a', onError: 'a' }),
    // @ts-expect-error onFull is missing
    () => joinQueue({ onError: 'a' }),
    // @ts-expect-error onError is missing
    () => goToFlow({ flow: resource('flow', 'x') }),
    // @ts-expect-error onError is missing
    () => setAttributes({ attributes: { a: 'b' }, next: 'a' }),
    // @ts-expect-error a queue is not a flow
    () => goToFlow({ flow: resource('queue', 'x'), onError: 'a' }),
    // @ts-expect-error a queue is a reference, not a name
    () => setQueue({ queue: 'orders', next: 'a', onError: 'a' }),
    // @ts-expect-error a destination comes from ourselves, never from a function
    () => goToFlow({ flow: '$.External.flow', onError: 'a' }),
    // @ts-expect-error otherwise is missing
    () => decide({ value: '$.Attributes.x', cases: { true: 'a' } }),
    // @ts-expect-error a literal is compared with nothing
    () => decide({ value: 'x', cases: { true: 'a' }, otherwise: 'a' }),
    // @ts-expect-error done is missing
    () => count({ times: 2, again: 'a' }),
    // @ts-expect-error the branch is called onError
    () => say({ prompt: 'Hi.', next: 'a', onEror: 'a' }),
  ];
  test.each(incomplete.map((make) => [String(make), make] as const))('%s', (_text, make) => {
    expect(typeof make).toBe('function');
  });
});

describe('the compiler holds a call to its contract', () => {
  const good = { number: '$.StoredCustomerInput', mode: 'one' } as const;
  const outcomes = { found: 'a', missing: 'b' } as const;
  const held: readonly (() => unknown)[] = [
    // @ts-expect-error outcome 'missing' has no branch
    () => call(lookup, { parameters: good, outcomes: { found: 'a' }, onFault: 'c' }),
    // @ts-expect-error the contract has no outcome 'lost'
    () => call(lookup, { parameters: good, outcomes: { ...outcomes, lost: 'a' }, onFault: 'c' }),
    // @ts-expect-error onFault is missing
    () => call(lookup, { parameters: good, outcomes }),
    // @ts-expect-error the contract has no parameter 'nmber'
    () => call(lookup, { parameters: { nmber: '1', mode: 'one' }, outcomes, onFault: 'c' }),
    // @ts-expect-error the contract has no parameter 'extra'
    () => call(lookup, { parameters: { number: '1', mode: 'one', extra: '1' }, outcomes, onFault: 'c' }),
    // @ts-expect-error parameter 'mode' is missing
    () => call(lookup, { parameters: { number: '1' }, outcomes, onFault: 'c' }),
    // @ts-expect-error 'two' is no mode
    () => call(lookup, { parameters: { number: '1', mode: 'two' }, outcomes, onFault: 'c' }),
    // @ts-expect-error a text is wanted
    () => call(lookup, { parameters: { number: 1, mode: 'one' }, outcomes, onFault: 'c' }),
    // @ts-expect-error 'missing' comes without a status
    () => result(lookup, 'missing', 'status'),
    // @ts-expect-error there is no field 'sttus'
    () => result(lookup, 'found', 'sttus'),
    // @ts-expect-error the block's parameter is called LambdaFunctionARN
    () =>
      renderAction(invokeLambdaFunction, 'x', {
        parameters: { FunctionArn: 'x', InvocationTimeLimitSeconds: 4 },
      }),
  ];
  test.each(held.map((make) => [String(make), make] as const))('%s', (_text, make) => {
    expect(typeof make).toBe('function');
  });
  test('an optional parameter may be left out, and a choice may be a reference', () => {
    const { exits } = call(lookup, {
      parameters: { number: '1', mode: '$.Attributes.mode' },
      outcomes,
      onFault: 'c',
    });
    expect(exits.map(({ branch, to }) => `${branch} ${to}`)).toEqual([
      'outcomes.found a',
      'outcomes.missing b',
      'onFault c',
    ]);
    expect(result(lookup, 'found', 'status')).toBe('$.External.status');
  });
});
