/** Both drivers: time that jumps, time that runs, functions in between, and events that make no sense. */
import { describe, expect, test } from '@jest/globals';
import { FlowError } from '../../../engine/contact/compiled-flow.ts';
import type { Clock, InvokeReply } from '../../../engine/contact/driver.ts';
import { createWorld, nextDueAtMs, step } from '../../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../../engine/contact/events.ts';
import { EngineRefusal, NotInService } from '../../../engine/contact/refusals.ts';
import { createWallDriver } from '../../../engine/contact/wall-driver.ts';
import { Centre, hangUp, instanceOf, NUMBER, START_MS, type Steps, say, toQueue } from './centre.ts';

const invoke = (next: string) =>
  [
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '8' },
    { next, errors: { NoMatchingError: 'failed' } },
  ] as const;
const asking: Steps = {
  hello: say('Hello.', 'ask'),
  ask: invoke('done'),
  done: say('Result $.External.x.', 'end'),
  failed: say('Failed.', 'end'),
  end: hangUp,
};
const dial: EngineEvent = { kind: 'dial', to: NUMBER, from: '+12025550123', playback: 'estimated' };

/** A clock whose time the test sets. */
class ManualClock implements Clock {
  ms = START_MS;
  #alarms: { readonly atMs: number; readonly wake: () => void }[] = [];
  nowMs(): number {
    return this.ms;
  }
  after(ms: number, wake: () => void): () => void {
    const alarm = { atMs: this.ms + ms, wake };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }
  get alarms(): number {
    return this.#alarms.length;
  }
  pass(ms: number): void {
    const untilMs = this.ms + ms;
    for (;;) {
      const [next] = this.#alarms.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
      if (next === undefined) break;
      this.#alarms = this.#alarms.filter((other) => other !== next);
      this.ms = Math.max(this.ms, next.atMs);
      next.wake();
    }
    this.ms = untilMs;
  }
}

describe('the driver by the wall clock', () => {
  const start = (invoked: () => Promise<InvokeReply>) => {
    const clock = new ManualClock();
    const effects: Effect[] = [];
    const world = createWorld({
      instance: instanceOf({ flows: { main: asking } }),
      seed: 1,
      nowMs: START_MS,
    });
    const driver = createWallDriver(
      world,
      { invoke: invoked, observe: (effect) => effects.push(effect) },
      clock,
    );
    const heard = () => effects.flatMap((effect) => (effect.kind === 'prompt' ? [effect.text] : []));
    return { clock, driver, heard };
  };
  const soon = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  test('lets prompts take their time and gives answers as they come', async () => {
    const { clock, driver, heard } = start(async () => ({
      answer: { kind: 'returned', payload: '{"x":"1"}' },
    }));
    driver.send(dial);
    clock.pass(200);
    expect(heard()).toEqual(['Hello.']);
    clock.pass(5000);
    await soon();
    expect(heard()).toEqual(['Hello.', 'Result 1.']);
    clock.pass(5000);
    expect(clock.alarms).toBe(0);
  });
  test('takes a port that rejects for a function that failed', async () => {
    const { clock, driver, heard } = start(() => Promise.reject(new Error('worker gone')));
    driver.send(dial);
    clock.pass(5000);
    await soon();
    expect(heard()).toEqual(['Hello.', 'Failed.']);
  });
  test('goes on after an event that was refused', () => {
    const { clock, driver, heard } = start(() => new Promise(() => undefined));
    driver.send(dial);
    expect(() => driver.send({ kind: 'key', contactId: 'nobody', key: '1' })).toThrow(EngineRefusal);
    clock.pass(30_000);
    expect(heard()).toEqual(['Hello.', 'Failed.']);
  });
  test('does nothing more once it is closed', () => {
    const { clock, driver, heard } = start(() => new Promise(() => undefined));
    driver.send(dial);
    driver.close();
    expect(clock.alarms).toBe(0);
    expect(() => driver.send({ kind: 'clock' })).toThrow('the driver is closed');
    expect(heard()).toEqual(['Hello.']);
  });
  test('holds a clock that is set back', () => {
    const { clock, driver } = start(() => new Promise(() => undefined));
    driver.send(dial);
    clock.ms -= 60_000;
    expect(() => driver.send({ kind: 'clock' })).not.toThrow();
    expect(driver.nowMs()).toBe(START_MS);
  });
});

describe('the driver by a virtual clock', () => {
  test('stands still in a function, however long that takes', async () => {
    const centre = new Centre({
      flows: { main: asking },
      invoke: async () => {
        for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
        return { answer: { kind: 'returned', payload: '{"x":"1"}' } };
      },
    });
    centre.dial();
    await centre.run();
    const asked = centre.record.find(({ effect }) => effect.kind === 'invoke');
    const answered = centre.record.find(
      ({ effect }) => effect.kind === 'prompt' && effect.text === 'Result 1.',
    );
    expect(answered?.atMs).toBe(asked?.atMs);
  });
  test('gives answers in the order of the questions, whichever function is faster', async () => {
    const waits = [20, 1];
    const centre = new Centre({
      flows: { main: { ask: invoke('end'), failed: hangUp, end: hangUp } },
      invoke: async () => {
        for (let turn = waits.shift() ?? 0; turn > 0; turn -= 1) await Promise.resolve();
        return { answer: { kind: 'returned', payload: '{}' } };
      },
    });
    const calls = [centre.dial(), centre.dial()];
    await centre.run();
    expect(centre.of('contact-ended').map(({ contactId }) => contactId)).toEqual(calls);
  });
  test('goes no further than it is told', async () => {
    const centre = new Centre({
      flows: { main: { hello: say('Hello there, everyone.', 'end'), end: hangUp } },
    });
    centre.dial();
    expect(await centre.driver.advanceToNext(100)).toBe(false);
    expect(centre.driver.nowMs()).toBe(START_MS);
    await centre.driver.advanceBy(100);
    expect(centre.driver.nowMs()).toBe(START_MS + 100);
    expect(await centre.driver.advanceToNext(60_000)).toBe(true);
  });
  test('fails when a port fails', async () => {
    const centre = new Centre({ flows: { main: asking } });
    centre.dial();
    await expect(centre.run()).rejects.toThrow('the test has no function');
  });
});

describe('a line that reports its prompts', () => {
  test('is waited for, and believed', async () => {
    const centre = new Centre({
      flows: { main: { hello: say('Hi.', 'end'), end: hangUp } },
      playback: 'reported',
    });
    const contactId = centre.dial();
    await centre.driver.advanceBy(20_000);
    expect(centre.of('contact-ended')).toEqual([]);
    const promptId = centre.of('prompt')[0]?.promptId ?? '';
    centre.send({ kind: 'playback-ended', contactId, promptId: 'another' });
    expect(centre.of('contact-ended')).toEqual([]);
    centre.send({ kind: 'playback-ended', contactId, promptId });
    expect(centre.of('contact-ended')).toHaveLength(1);
  });
  test('that never does is not waited for for ever', async () => {
    const centre = new Centre({
      flows: { main: { hello: say('Hi.', 'end'), end: hangUp } },
      playback: 'reported',
    });
    centre.dial();
    await centre.driver.advanceBy(40_000);
    expect(centre.of('contact-ended')).toHaveLength(1);
  });
});

describe('events that make no sense', () => {
  const queueing: Steps = { ...toQueue('support', 'end'), end: hangUp };
  test.each<[string, EngineEvent, RegExp]>([
    ['a contact that never was', { kind: 'key', contactId: 'x', key: '1' }, /there is no contact 'x'/],
    ['an agent that never was', { kind: 'agent-signs-in', userId: 'x' }, /there is no agent 'x'/],
    [
      'a status of nobody who is signed in',
      { kind: 'agent-sets-status', userId: 'robin', status: 'Available' },
      /sign in first/,
    ],
    [
      'a contact that does not ring there',
      { kind: 'agent-accepts', userId: 'sam', contactId: 'x' },
      /does not have contact 'x'/,
    ],
    ['an empty status', { kind: 'agent-sets-status', userId: 'sam', status: '' }, /is no status/],
  ])('%s', (_title, event, sentence) => {
    const centre = new Centre({ flows: { main: queueing } });
    centre.available('sam');
    expect(() => centre.send(event)).toThrow(sentence);
    expect(() => centre.send(event)).toThrow(EngineRefusal);
  });
  test.each(['A', '12', '', '•'])('the key %p', (key) => {
    const centre = new Centre({ flows: { main: queueing } });
    const contactId = centre.dial();
    const before = centre.record.length;
    expect(() => centre.send({ kind: 'key', contactId, key })).toThrow(/is no key of a telephone/);
    expect(centre.record).toHaveLength(before);
  });
  test('after the end of a call, but for a late answer', () => {
    const centre = new Centre({ flows: { main: queueing } });
    const contactId = centre.dial();
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(() => centre.send({ kind: 'caller-hangs-up', contactId })).toThrow(/has ended/);
    expect(
      centre.send({
        kind: 'function-answered',
        contactId,
        invocationId: 'x',
        answer: { kind: 'returned', payload: '' },
      }),
    ).toEqual([]);
  });
  test('time that goes back', () => {
    const centre = new Centre({ flows: { main: queueing } });
    expect(() => step(centre.world, { kind: 'clock' }, START_MS - 1)).toThrow(/time went back/);
    expect(() => step(centre.world, { kind: 'clock' }, Number.NaN)).toThrow(EngineRefusal);
  });
  test('what was due before a refused event is told in the next step', async () => {
    const centre = new Centre({ flows: { main: { hello: say('Hi.', 'end'), end: hangUp } } });
    centre.dial();
    expect(() => step(centre.world, { kind: 'agent-signs-in', userId: 'x' }, START_MS + 60_000)).toThrow(
      EngineRefusal,
    );
    expect(nextDueAtMs(centre.world)).toBe(START_MS + 60_000);
    const effects = step(centre.world, { kind: 'clock' }, START_MS + 60_000);
    expect(effects.map(({ kind }) => kind)).toEqual([
      'step-taken',
      'step-taken',
      'contact-ended',
      'contact-completed',
    ]);
  });
});

describe('a number', () => {
  const world = (flowId?: string) => {
    const instance = instanceOf({ flows: { main: asking, 'm:MODULE': { end: ['EndFlowModuleExecution'] } } });
    const [number] = instance.phoneNumbers;
    if (number === undefined) throw new Error('the instance has no number');
    const { flowId: _flow, ...bare } = number;
    return createWorld({
      instance: { ...instance, phoneNumbers: [flowId === undefined ? bare : { ...bare, flowId }] },
      seed: 1,
      nowMs: 0,
    });
  };
  test.each([
    ['of somebody else', 'main', '+12025550199', /is not a number of this centre; dial \+12025550100/],
    ['without a flow', undefined, NUMBER, /leads to no flow/],
    ['with a flow that is gone', 'gone', NUMBER, /leads to flow 'gone', which does not exist/],
    ['with a module for a flow', 'm', NUMBER, /only an inbound flow can answer/],
  ])('%s is not in service', (_title, flowId, to, sentence) => {
    const one = world(flowId);
    expect(() => step(one, { kind: 'dial', to, playback: 'estimated' }, 0)).toThrow(NotInService);
    expect(() => step(one, { kind: 'dial', to, playback: 'estimated' }, 0)).toThrow(sentence);
  });
});

describe('a flow that cannot be run', () => {
  test.each<[string, Steps, string, RegExp]>([
    [
      'an unknown type',
      { a: ['PlayPrompt', {}] },
      'CONTACT_FLOW',
      /flow 'bad', step 'a': the action type 'PlayPrompt' is not known/,
    ],
    ['a dangling target', { a: say('x', 'b') }, 'CONTACT_FLOW', /step 'a': .*'b'.* does not exist/],
    [
      'a block in the wrong flow',
      { a: hangUp },
      'AGENT_WHISPER',
      /step 'a': DisconnectParticipant is not allowed in a flow of type AGENT_WHISPER/,
    ],
    [
      'an unknown parameter',
      { a: ['TransferContactToQueue', { QueueId: 'x' }, { next: 'a' }] },
      'CONTACT_FLOW',
      /TransferContactToQueue has no parameter 'QueueId'/,
    ],
    [
      'an unknown operator',
      { a: ['Compare', { ComparisonValue: '$.Channel' }, { conditions: [['NumericLessThan', '1', 'a']] }] },
      'CONTACT_FLOW',
      /the operator 'NumericLessThan' is not known/,
    ],
  ])('for %s', (_title, steps, type, sentence) => {
    const create = () => new Centre({ flows: { main: asking, [`bad:${type}`]: steps } });
    expect(create).toThrow(FlowError);
    expect(create).toThrow(sentence);
  });
  test('because it is no flow', () => {
    const instance = instanceOf({ flows: { main: asking } });
    const flows = instance.flows.map((flow) => ({ ...flow, content: '{' }));
    expect(() => createWorld({ instance: { ...instance, flows }, seed: 1, nowMs: 0 })).toThrow(
      /flow 'main': the text is not JSON/,
    );
  });
});
