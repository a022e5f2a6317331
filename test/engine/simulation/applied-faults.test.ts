/** A fault that counts has happened: to somebody to whom it could, and as its name says. */
import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../engine/contact/events.ts';
import { runModelledDay } from '../../../engine/simulation/day.ts';
import type { FaultName } from '../../../engine/simulation/fault-catalogue.ts';
import { afflicted } from '../../../engine/simulation/function-faults.ts';
import type { Scenario } from '../../../engine/simulation/scenario.ts';
import { oneQueueDay, setsNumber } from './one-queue.ts';
import { instance, weekday } from './weekday.ts';

/** Nobody does anything odd but by the fault. */
const calm = (change: Partial<Scenario>, callers: Partial<Scenario['callers']> = {}): Scenario => {
  const { callers: usual, agents } = weekday();
  const { holds: _holds, transfers: _transfers, ...plain } = agents;
  const { patienceSeconds: _patience, ...patient } = usual;
  return weekday({
    callers: {
      ...patient,
      hangsUp: 0,
      noKey: 0,
      wrongKey: 0,
      withheld: 0,
      returns: { ...usual.returns, chance: 0 },
      ...callers,
    },
    agents: { ...plain, misses: 0, declines: 0, callerEnds: 0 },
    ...change,
  });
};

const MOMENTS: readonly Effect['kind'][] = ['prompt', 'listening', 'invoke', 'queued', 'connected'];

function day(fault: FaultName, change: Partial<Scenario>, callers: Partial<Scenario['callers']> = {}) {
  const effects: Effect[] = [];
  const scenario = calm({ faults: [fault], ...change }, callers);
  const over = runModelledDay({ scenario, instance, seed: 7, observe: (effect) => effects.push(effect) });
  return { effects, applied: over.faults.counts()[0]?.[1] ?? 0, over };
}

test('callers hang up in words, at questions, while functions run, in queues and in talks', () => {
  // Talks enough in every hour: many want a person, and somebody is free.
  const intents = weekday().callers.intents.map((intent) =>
    intent.name === 'person' ? { ...intent, weight: 200 } : intent,
  );
  const shifts = [{ name: 'all', routingProfile: 'agents', agents: 60, fromHour: 0, untilHour: 5 }];
  const change = { calls: 1_500, profile: [1, 1, 1, 1, 1], shifts };
  const { effects, applied } = day('caller-hangs-up', change, { intents });
  const last = new Map<string, Effect['kind']>();
  const where: Effect['kind'][] = [];
  const saidGoodbye = new Set<string>();
  for (const effect of effects) {
    if (!('contactId' in effect)) continue;
    const { kind, contactId } = effect;
    if (MOMENTS.includes(kind)) last.set(contactId, kind);
    if (kind === 'step-taken' && effect.flowName === 'disconnect' && effect.step === 'goodbye')
      saidGoodbye.add(contactId);
    if (kind !== 'contact-ended') continue;
    // Whoever is asked after the agent has left, and hangs up, was left by the agent all the same.
    const leftFirst = effect.reason === 'AGENT_DISCONNECT' && !saidGoodbye.has(contactId);
    if (leftFirst || effect.reason === 'CUSTOMER_DISCONNECT') where.push(last.get(contactId) ?? kind);
  }
  // Words begin in the instant in which the queue is joined.
  expect(new Set(where)).toEqual(new Set(MOMENTS.filter((kind) => kind !== 'queued')));
  expect(where.length).toBe(applied);
});

describe('a number that cannot be called back', () => {
  test('is that of somebody who wants to be called back, and is told so', () => {
    const clumsy = { hangsUp: 0.2, noKey: 0.2, wrongKey: 0.2, thinkSeconds: 5 };
    const { effects, applied } = day('callback-not-dialable', { calls: 600 }, clumsy);
    const asked = effects.filter(
      (effect) =>
        effect.kind === 'step-taken' && effect.step === 'withheld-where' && effect.flowName === 'call-back',
    );
    expect(applied).toBeGreaterThan(0);
    expect(asked.length).toBe(applied);
  });
  test('is nobody’s where nobody wants that', () => {
    const { intents } = weekday().callers;
    const others = intents.filter(({ wantsCallBack }) => wantsCallBack !== true);
    expect(day('callback-not-dialable', {}, { intents: others }).applied).toBe(0);
  });
  test('takes the branch of the block that sets one', () => {
    const scenario = oneQueueDay({ calls: 40, callsAnHour: 40, handleSeconds: 60, agents: 5 });
    const intents = [{ name: 'called back', weight: 1, keys: {}, wantsCallBack: true }];
    const branches: string[] = [];
    const { faults } = runModelledDay({
      scenario: { ...scenario, callers: { ...scenario.callers, intents }, faults: ['callback-not-dialable'] },
      instance: setsNumber,
      seed: 4,
      observe: (effect) => {
        if (effect.kind === 'step-taken' && effect.step === 'set-number') branches.push(effect.branch);
      },
    });
    const [[, applied] = ['', 0]] = faults.counts();
    expect(applied).toBeGreaterThan(0);
    expect(branches.filter((branch) => branch === 'CallbackNumberNotDialable')).toHaveLength(applied);
    expect(branches.filter((branch) => branch === 'NextAction')).toHaveLength(40 - applied);
  });
});

test('an agent who drops in the middle of a talk does so before its end', () => {
  const { agents } = calm({});
  const talk = { meanSeconds: 2, deviationSeconds: 0 };
  const change = { calls: 500, agents: { ...agents, talk, callerEnds: 1 } };
  const { over, applied } = day('agent-drops-mid-call', change);
  expect(applied).toBeGreaterThan(0);
  // Who hangs up first is the caller, but where the agent is gone before.
  expect(new Map(over.laws.account().ended).get('AGENT_DISCONNECT')).toBe(applied);
});

test.each(['same-caller-twice', 'hundred-callers-of-one-account'] as const)(
  '%s is not counted where nobody shows a number',
  (fault) => {
    expect(day(fault, { calls: 60 }, { withheld: 1 }).applied).toBe(0);
    expect(day(fault, { calls: 60 }).applied).toBeGreaterThan(0);
  },
);

test.each(['odd-keys', 'thirty-digits', 'keys-ahead'] as const)(
  '%s are pressed by those, too, who would have pressed nothing or hung up',
  (fault) => {
    const { effects, applied } = day(fault, { calls: 200 }, { noKey: 1 });
    const pressed = new Set(effects.flatMap((one) => (one.kind === 'key-heard' ? [one.contactId] : [])));
    expect(applied).toBeGreaterThan(0);
    expect(pressed.size).toBeGreaterThan(0);
    const silent = day(fault, { calls: 200 }, { hangsUp: 1 });
    expect(silent.effects.filter(({ kind }) => kind === 'key-heard').length).toBeGreaterThan(0);
  },
);

test.each(['table-index-stale', 'table-item-expired'] as const)('%s is another outcome', (fault) => {
  const answer = (payload: string) => ({ answer: { kind: 'returned', payload }, durationMs: 1 }) as const;
  const { outcomes } = afflicted(fault, answer('usual'), () => answer('another'));
  expect(outcomes).toEqual([answer('another')]);
  const { functions } = weekday();
  const one = { ...functions, 'lookup-customer': only(functions['lookup-customer']) };
  const others = Object.fromEntries(Object.entries(functions).map(([name, model]) => [name, only(model)]));
  expect(day(fault, { functions: one }).applied).toBeGreaterThan(0);
  // Where a function has one answer, nothing else can be seen in its stead.
  expect(day(fault, { functions: others }).applied).toBe(0);
});

type Model = Scenario['functions'][string];

/** The function always answers the first of its outcomes, now with these fields and now with others. */
function only(model: Model | undefined): Model {
  const [first] = model?.outcomes ?? [];
  if (model === undefined || first === undefined) throw new Error('the weekday has changed');
  const { to: _to, ...outcome } = first;
  return { ...model, outcomes: [outcome, { ...outcome, fields: { ...outcome.fields, note: 'more' } }] };
}
