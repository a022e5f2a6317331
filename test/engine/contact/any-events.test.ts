/** Whatever people do, in whatever order: nothing breaks, nobody is lost, and a seed repeats it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  describeAgent,
  describeContact,
  describeQueue,
  openContacts,
} from '../../../engine/contact/describe.ts';
import { createWorld, nextDueAtMs, step } from '../../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../../engine/contact/events.ts';
import { EngineRefusal } from '../../../engine/contact/refusals.ts';
import { isFull } from '../../calls/counts.ts';
import { type Act, type Asked, act, eventOf } from './random-acts.ts';
import { ALL_QUEUES, randomCentre } from './random-centre.ts';
import { faults, untold } from './random-faults.ts';

/** Every hold has an end. */
const holdsEven = (all: readonly Effect[]): boolean =>
  all.filter(({ kind }) => kind === 'held').length === all.filter(({ kind }) => kind === 'resumed').length;

/** Plays the acts on a new world, looking after each that everything holds. */
function play(acts: readonly Act[], check: boolean): string {
  const world = createWorld({
    instance: randomCentre(acts.length % 2 === 0),
    seed: 5,
    nowMs: 0,
  });
  const all: Effect[] = [];
  const contacts: string[] = [];
  const invocations: Asked[] = [];
  const ended = new Map<string, number>();
  const stopped = new Set<string>();
  let nowMs = 0;
  const deliver = (effects: readonly Effect[]): void => {
    for (const effect of effects) {
      all.push(effect);
      if (
        effect.kind === 'contact-started' ||
        effect.kind === 'task-started' ||
        effect.kind === 'chat-started' ||
        effect.kind === 'callback-created' ||
        effect.kind === 'call-started' ||
        effect.kind === 'transfer-started' ||
        effect.kind === 'monitor-started'
      )
        contacts.push(effect.contactId);
      // The transfer goes by the name of the caller's contact now.
      if (effect.kind === 'transferred') contacts.splice(contacts.indexOf(effect.legId), 1);
      if (effect.kind === 'contact-ended')
        ended.set(effect.contactId, (ended.get(effect.contactId) ?? 0) + 1);
      if (effect.kind === 'invoke') {
        invocations.push({ contactId: effect.contactId, invocationId: effect.invocationId });
      }
      if (effect.kind === 'ask-service') {
        invocations.push({ contactId: effect.contactId, invocationId: effect.requestId, ofService: true });
      }
    }
  };
  const take = (event: EngineEvent, atMs: number): void => {
    nowMs = atMs;
    if (event.kind === 'stop-contact') {
      stopped.add(event.contactId);
      // Whoever is with nobody but the transfer that is stopped goes with it.
      const call = describeContact(world, event.contactId)?.parties?.transferOf;
      if (call !== undefined) stopped.add(call);
    }
    try {
      deliver(step(world, event, atMs));
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
      // What was due before the refused event.
      deliver(step(world, { kind: 'clock' }, atMs));
    }
    const dueMs = nextDueAtMs(world);
    if (dueMs !== undefined && dueMs < nowMs) throw new Error(`due at ${dueMs}, before ${nowMs}`);
    const found = check ? faults(world, contacts, ended) : [];
    if (found.length > 0) expect(found).toEqual([]);
  };
  for (const userId of ['sam', 'robin']) {
    take({ kind: 'agent-signs-in', userId }, nowMs);
    take({ kind: 'agent-sets-status', userId, status: 'Available' }, nowMs);
  }
  for (const one of acts) take(eventOf(world, one, contacts, invocations), nowMs + one.afterMs);
  if (check) {
    for (const contactId of openContacts(world)) take({ kind: 'stop-contact', contactId }, nowMs);
    for (const userId of ['sam', 'robin']) {
      if (describeAgent(world, userId)?.signedIn !== true) take({ kind: 'agent-signs-in', userId }, nowMs);
      take({ kind: 'agent-signs-out', userId }, nowMs);
    }
    expect(openContacts(world)).toEqual([]);
    for (const kind of ['contact-ended', 'contact-completed'] as const) {
      const named = all.flatMap((effect) => (effect.kind === kind ? [effect.contactId] : []));
      expect([...named].sort()).toEqual([...contacts].sort());
    }
    for (const queue of ALL_QUEUES) expect(describeQueue(world, queue)?.contactIds).toEqual([]);
    expect(holdsEven(all)).toBe(true);
    expect(untold(all, stopped)).toEqual([]);
    expect(nextDueAtMs(world) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(nowMs);
  }
  return JSON.stringify(all);
}

/** What random acts must have brought about, so that the properties are about something. */
const MUST_HAPPEN: readonly Effect['kind'][] = [
  'offered',
  'missed',
  'rejected',
  'accepted',
  'connected',
  'queued',
  'invoke',
  'ask-service',
  'words-heard',
  'contact-completed',
  'held',
  'resumed',
  'task-started',
  'chat-started',
  'chat-message',
  'chat-idle',
  'segment-started',
  'transfer-started',
  'monitor-started',
  'monitored',
  'monitor-left',
  'transferred',
  'transferred-outside',
  'third-party-dialled',
  'third-party-connected',
  'third-party-left',
  'callback-created',
  'call-started',
  'task-paused',
  'task-resumed',
  'customer-dialled',
  'customer-answered',
];

describe('any events in any order', () => {
  test('bring about everything that can happen to a call', () => {
    const happened = new Set<string>();
    const missing = () => MUST_HAPPEN.filter((kind) => !happened.has(kind));
    for (const acts of fc.sample(fc.array(act, { minLength: 100, maxLength: 120, size: 'max' }), {
      numRuns: isFull ? 240 : 40,
      seed: 1,
    })) {
      if (missing().length === 0) break;
      for (const kind of play(acts, false).matchAll(/"kind":"([\w-]+)"/g)) happened.add(kind[1] ?? '');
    }
    expect(missing()).toEqual([]);
  });
  test('break nothing and lose nobody', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 20, maxLength: 90, size: 'max' }),
        (acts) => void play(acts, true),
      ),
      { numRuns: isFull ? 120 : 20 },
    );
  });
  test('give the same effects twice, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 90, size: 'max' }), (acts) => {
        expect(play(acts, false)).toBe(play(acts, false));
      }),
      { numRuns: isFull ? 60 : 10 },
    );
  });
});
