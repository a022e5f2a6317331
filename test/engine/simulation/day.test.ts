/** Simulated days on our own flows: the same seed is the same day, the laws hold, and every fault is seen. */
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { runModelledDay, simulateDay } from '../../../engine/simulation/day.ts';
import type { DayOptions } from '../../../engine/simulation/day-options.ts';
import { FAULT_NAMES, STORM } from '../../../engine/simulation/fault-catalogue.ts';
import { dayResult } from '../../../engine/simulation/result.ts';
import { staffedInstance } from '../../../engine/simulation/staffed-instance.ts';
import { isFull } from '../../calls/counts.ts';
import { callsBack, oneQueueDay } from './one-queue.ts';
import { instance, weekday, withFlow } from './weekday.ts';

const run = (options: Partial<Omit<DayOptions, 'functions'>> = {}) =>
  runModelledDay({ scenario: weekday(), instance, seed: 7, ...options });
const bytes = (options: Partial<Omit<DayOptions, 'functions'>> = {}) =>
  JSON.stringify(dayResult(run(options), options.seed ?? 7, 'modelled'));

describe('a simulated day', () => {
  test('is the same bytes for the same seed, and others for another', () => {
    const first = bytes();
    expect(bytes()).toBe(first);
    expect(bytes({ seed: 8 })).not.toBe(first);
  });

  test('is the same whether somebody watches it or not', () => {
    let steps = 0;
    const watched = bytes({
      observe({ kind }) {
        if (kind === 'step-taken') steps += 1;
      },
    });
    expect(watched).toBe(bytes());
    expect(steps).toBeGreaterThan(500);
  });

  test('accounts for everybody who came, and leaves nobody on the line', () => {
    const { laws, tally } = run();
    const { in: all, inFlow, queued, withAgent, ended } = laws.account();
    expect([inFlow, queued, withAgent]).toEqual([0, 0, 0]);
    expect(ended.reduce((sum, [, count]) => sum + count, 0)).toBe(all);
    expect(all).toBe(80 + tally.returned);
    expect([...tally.unanswered]).toEqual([]);
  });

  test('without agents loses callers by their patience and not otherwise', () => {
    const { tally, laws } = run({ scenario: weekday({ shifts: [] }) });
    const [hour] = tally.hours;
    expect(hour?.answered).toBe(0);
    expect(tally.abandonedWaitsMs.length).toBeGreaterThan(10);
    expect(laws.presentCount).toBe(0);
  });

  test('has agents who are as good as their shift says', () => {
    const hungarian = [{ name: 'Language', value: 'hu', level: 4 }];
    const shift = { routingProfile: 'agents', agents: 1, fromHour: 0, untilHour: 1 };
    const shifts = [
      { ...shift, name: 'early', proficiencies: hungarian },
      { ...shift, name: 'late' },
    ];
    const { instance: staffed } = staffedInstance(instance, weekday({ shifts }));
    expect(staffed.users.map(({ id, proficiencies }) => [id, proficiencies])).toEqual([
      ['early-1', hungarian],
      ['late-1', []],
    ]);
  });
  test('ends shifts without cutting anybody off', () => {
    const shifts = [{ name: 'short', routingProfile: 'agents', agents: 12, fromHour: 0, untilHour: 0.5 }];
    const { tally, laws } = run({ scenario: weekday({ shifts }) });
    expect(tally.handled).toBeGreaterThan(5);
    expect(laws.presentCount).toBe(0);
  });

  test.each(['none', 'storm'] as const)(
    'of agents who hold, transfer and have conferences loses nobody and leaves nobody untold (faults: %s)',
    (faults) => {
      const { agents } = weekday();
      const busy = {
        ...agents,
        holds: { chance: 0.5, meanSeconds: 30 },
        transfers: { chance: 0.6, consults: 0.8, meanSeconds: 30, conferences: 1 },
      };
      // Enough agents for the calls: a storm takes some away, and who is not answered is not held either.
      const calls = isFull ? 2_000 : 160;
      const shifts = [
        { name: 'all', routingProfile: 'agents', agents: calls / 8, fromHour: 0, untilHour: 3 },
      ];
      const scenario = weekday({ agents: busy, faults, calls, shifts });
      const quickConnects = instance.queues.map(
        ({ id: queueId, name }) =>
          ({ arn: `arn:${name}`, id: `to-${name}`, name, kind: 'queue', queueId }) as const,
      );
      const { tally, laws } = run({ scenario, instance: { ...instance, quickConnects } });
      expect(tally.held).toBeGreaterThan(5);
      expect(tally.transferred).toBeGreaterThan(5);
      expect(tally.conferences).toBeGreaterThan(isFull ? 20 : 0);
      expect(laws.presentCount).toBe(0);
    },
  );

  test('refuses a shift of a profile, and a limit of a queue, that are not deployed', () => {
    const shifts = [{ name: 'x', routingProfile: 'experts', agents: 1, fromHour: 0, untilHour: 1 }];
    expect(() => run({ scenario: weekday({ shifts }) })).toThrow(
      "shifts.0.routingProfile: the instance has no routing profile 'experts'; there are 'agents'",
    );
    expect(() => run({ scenario: weekday({ queues: { sales: { maxContacts: 3 } } }) })).toThrow(
      "queues.sales: the instance has no queue 'sales'; there are ",
    );
  });

  test('refuses questions that no flow asks, and says which was meant; flows may be those of another deployment', () => {
    const { callers } = weekday();
    const [intent] = callers.intents;
    if (intent === undefined) throw new Error('the weekday has changed');
    const asking = (...questions: readonly string[]) => {
      const keys = { ...intent.keys, ...Object.fromEntries(questions.map((one) => [one, '1'])) };
      return run({
        scenario: weekday({ calls: 1, callers: { ...callers, intents: [{ ...intent, keys }] } }),
      });
    };
    expect(() => asking('main-menu/chose', 'main-menu/sleep')).toThrow(
      "callers.intents.0.keys.main-menu/chose: the flow 'main-menu' has no step 'chose'; did you mean 'choose'?\n" +
        "callers.intents.0.keys.main-menu/sleep: the flow 'main-menu' has no step 'sleep'",
    );
    expect(() => asking('loyalty-card/choose')).not.toThrow();
  });

  test('refuses a model that has no answer for a caller of the day', () => {
    const lookup = { outcome: 'found', weight: 1, to: 'withheld' as const, fields: {} };
    const { functions } = weekday();
    const model = functions['lookup-customer'];
    if (model === undefined) throw new Error('the weekday has changed');
    const change = { ...functions, 'lookup-customer': { ...model, outcomes: [lookup] } };
    expect(() => run({ scenario: weekday({ functions: change }) })).toThrow(
      'functions.lookup-customer.outcomes: there is none for callers whose number is shown',
    );
  });

  test('refuses a function without a model by its name', () => {
    expect(() => run({ scenario: weekday({ functions: {} }) })).toThrow(
      "functions: there is no model of 'function.lookup-customer', which a flow invoked",
    );
  });
});

describe('the faults of the catalogue', () => {
  test.each(isFull ? [1, 2, 3, 4, 5, 6, 7, 8] : [1])(
    'all happen in a storm, and both laws hold (seed %i)',
    (seed) => {
      const scenario = weekday({ calls: 350, faults: 'storm' });
      const counts = new Map(run({ scenario, seed }).faults.counts());
      expect([...counts.keys()]).toEqual([...STORM]);
      expect([...counts].filter(([, applied]) => applied === 0)).toEqual([]);
    },
  );

  test('are the same in the same storm', () => {
    const scenario = weekday({ calls: 60, faults: 'storm' });
    expect(bytes({ scenario })).toBe(bytes({ scenario }));
  });

  test.each(isFull ? FAULT_NAMES : (['function-answers-late', 'agents-vanish', 'leap-day'] as const))(
    'one alone: %s',
    (name) => {
      // Enough callers that the rarest, whom nobody can dial, is among them.
      const { faults } = run({ scenario: weekday({ calls: 160, faults: [name] }) });
      expect(faults.counts()).toEqual([[name, expect.any(Number)]]);
      expect(faults.counts()[0]?.[1]).toBeGreaterThan(0);
    },
  );
});

describe('callers who are promised a call back', () => {
  const load = { calls: 40, callsAnHour: 40, handleSeconds: 120, agents: 5 };
  test('get it, or let it ring', () => {
    const { tally, laws } = runModelledDay({ scenario: oneQueueDay(load), instance: callsBack, seed: 4 });
    expect(tally.callbacks).toBe(40);
    expect(tally.calledBack).toBeGreaterThan(20);
    expect(tally.paths.get('one › not reached') ?? 0).toBe(40 - tally.calledBack);
    expect(laws.account()).toMatchObject({ in: 80, queued: 0, withAgent: 0, callback: 0 });
  });
  test('are still promised one where nobody works on that day', () => {
    const scenario = oneQueueDay({ ...load, agents: 0 });
    const { laws } = runModelledDay({ scenario, instance: callsBack, seed: 4 });
    expect(laws.account()).toMatchObject({ in: 80, callback: 40 });
  });
});

describe('functions that run elsewhere', () => {
  test('are asked one by one, as often as a fault says, and never where it keeps them from running', () => {
    const faults = ['function-invoked-twice', 'function-throttled', 'result-malformed'] as const;
    const day = simulateDay({
      scenario: weekday({ calls: 40, faults: [...faults] }),
      instance,
      seed: 3,
      functions: 'asked',
    });
    const asked = new Map<string, number>();
    let next = day.next();
    while (next.done !== true) {
      const { invocationId, attempt } = next.value.request;
      const name = `${invocationId} ${attempt}`;
      asked.set(name, (asked.get(name) ?? 0) + 1);
      next = day.next({ answer: { kind: 'failed', retryable: false, message: 'out of order' } });
    }
    const counts = new Map(next.value.faults.counts());
    expect([...asked.values()].filter((times) => times === 2)).toHaveLength(
      counts.get('function-invoked-twice') ?? -1,
    );
    expect(Math.min(...counts.values())).toBeGreaterThan(0);
    expect(next.value.laws.presentCount).toBe(0);
  });

  test('cannot have the faults of models', () => {
    const day = simulateDay({
      scenario: weekday({ faults: ['table-throttled'] }),
      instance,
      seed: 1,
      functions: 'asked',
    });
    expect(() => day.next()).toThrow("'table-throttled' is a fault of modelled functions");
  });
});

const action = z.looseObject({ Identifier: z.string(), Transitions: z.looseObject({}) });
const flow = z.looseObject({ Actions: z.array(action) });

/** A step leads to another one than its author meant. */
const leading = (step: string, to: string) => (content: string) => {
  const document = flow.parse(JSON.parse(content));
  for (const each of document.Actions) if (each.Identifier === step) each.Transitions['NextAction'] = to;
  return JSON.stringify(document);
};

describe('the laws', () => {
  test('stop a day whose flow hangs up without a word, with the seed', () => {
    const broken = withFlow('main-inbound', leading('keep-customer', 'hang-up'));
    expect(() => run({ instance: broken })).toThrow(
      /^the law 'nothing ends without the caller having been told' was broken: contact '[0-9a-f-]{36}' ended with CONTACT_FLOW_DISCONNECT in silence at 2026-11-12T\S+; seed 7 shows it again$/,
    );
  });

  test('stop a day whose flow talks for ever, and say where it is', () => {
    const endless = withFlow('main-inbound', leading('recording-notice', 'recording-notice'));
    const { callers } = weekday();
    const scenario = weekday({ calls: 1, callers: { ...callers, hangsUp: 0 } });
    expect(() => run({ instance: endless, scenario })).toThrow(
      /^the law 'no contact is lost' was broken: contact '\S+' never ended \(flow, at step 'recording-notice' of flow 'main-inbound'\)/,
    );
  });

  test('stop a day whose flow takes an order status and hangs up', () => {
    const broken = withFlow('order-status', leading('tell', 'hang-up'));
    expect(() => run({ instance: broken })).not.toThrow();
    const silent = withFlow('order-status', (content) =>
      leading(
        'look-up-latest',
        'hang-up',
      )(content).replaceAll('"NextAction":"tell"', '"NextAction":"hang-up"'),
    );
    expect(() => run({ instance: silent })).toThrow(/having been told' was broken/);
  });
});
