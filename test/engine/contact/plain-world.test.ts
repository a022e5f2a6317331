/** A world without records makes the same calls: nothing but step-taken and flow-log is missing from its effects. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeContact, describeQueue } from '../../../engine/contact/describe.ts';
import { nextDueAtMs, step, type World } from '../../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../../engine/contact/events.ts';
import { NUMBER, ourWorld } from '../../bench/our-flows.ts';
import { isFull } from '../../calls/counts.ts';

const KEYS = [...'0123456789*#'];
/** What our functions may say, and what they never should. */
const ANSWERS = [
  '{"outcome":"unknown"}',
  '{"outcome":"found","customerId":"c-1","name":"Sam Okoro","orderNumber":"12345","status":"shipped"}',
  '{"outcome":"verified","customerId":"c-1"}',
  '{"outcome":"opened","caseNumber":"77"}',
  '{"nested":{"value":1}}',
  'no JSON',
];

type Act =
  | { readonly what: 'dial'; readonly withheld: boolean }
  | { readonly what: 'key'; readonly who: number; readonly key: string }
  | { readonly what: 'answer'; readonly answer: number; readonly fails: boolean }
  | { readonly what: 'time' }
  | { readonly what: 'hang-up'; readonly who: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ what: fc.constant('dial' as const), withheld: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('key' as const),
      who: fc.nat(3),
      key: fc.constantFrom(...KEYS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('answer' as const),
      answer: fc.nat(ANSWERS.length - 1),
      fails: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ what: 'time' as const }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('hang-up' as const), who: fc.nat(3) }) },
);

/** Every effect but the records, every refusal, and how everybody stands at the end. */
function callsOf(world: World, acts: readonly Act[]) {
  const effects: Effect[] = [];
  const refusals: string[] = [];
  const send = (event: EngineEvent, atMs: number): void => {
    try {
      effects.push(...step(world, event, atMs));
    } catch (error) {
      refusals.push(String(error));
    }
  };
  const callers = () =>
    effects.flatMap((effect) => (effect.kind === 'contact-started' ? [effect.contactId] : []));
  send({ kind: 'dial', to: NUMBER, from: '+12025550123', playback: 'estimated' }, world.nowMs);
  let answered = 0;
  for (const one of acts) {
    const contactId = 'who' in one ? (callers()[one.who] ?? '') : '';
    switch (one.what) {
      case 'dial':
        send(
          {
            kind: 'dial',
            to: NUMBER,
            playback: 'estimated',
            ...(one.withheld ? {} : { from: '+12025550124' }),
          },
          world.nowMs,
        );
        break;
      case 'key':
        send({ kind: 'key', contactId, key: one.key }, world.nowMs);
        break;
      case 'hang-up':
        send({ kind: 'caller-hangs-up', contactId }, world.nowMs);
        break;
      case 'time':
        send({ kind: 'clock' }, nextDueAtMs(world) ?? world.nowMs);
        break;
      case 'answer': {
        const asked = effects.flatMap((effect) => (effect.kind === 'invoke' ? [effect] : []))[answered];
        if (asked === undefined) break;
        answered += 1;
        const answer = one.fails
          ? ({ kind: 'failed', retryable: one.answer > 2, message: 'out of order' } as const)
          : ({ kind: 'returned', payload: ANSWERS[one.answer] ?? '' } as const);
        const { invocationId } = asked;
        send({ kind: 'function-answered', contactId: asked.contactId, invocationId, answer }, world.nowMs);
      }
    }
  }
  const isRecord = ({ kind }: Effect) => kind === 'step-taken' || kind === 'flow-log';
  return {
    records: effects.filter(isRecord).length,
    effects: effects.filter((effect) => !isRecord(effect)),
    refusals,
    contacts: callers().map((contactId) => describeContact(world, contactId)),
    queues: ['queue.support', 'queue.orders'].map((queue) => describeQueue(world, queue)),
    nowMs: world.nowMs,
    drawn: [world.chance.next(), world.names.next()],
  };
}

test('whatever callers press and functions answer, on our own flows', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 60 }), (acts) => {
      const full = callsOf(ourWorld('full'), acts);
      const plain = callsOf(ourWorld('none'), acts);
      expect(full.records).toBeGreaterThan(0);
      expect(plain).toEqual({ ...full, records: 0 });
    }),
    { numRuns: isFull ? 200 : 8 },
  );
});
