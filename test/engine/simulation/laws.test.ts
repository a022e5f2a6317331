/** Each law fires: on effects that lose a contact, and on an end of which nobody was told. */
import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../engine/contact/events.ts';
import { LawBroken } from '../../../engine/simulation/law-broken.ts';
import { Laws } from '../../../engine/simulation/laws.ts';

const contactId = 'c-1';
const started: Effect = { kind: 'contact-started', contactId, to: '+12025550100' };
const queued: Effect = { kind: 'queued', contactId, queueId: 'q', queueName: 'support' };
const words: Effect = {
  kind: 'prompt',
  contactId,
  party: 'customer',
  promptId: 'p',
  text: 'Goodbye.',
  form: 'text',
  durationMs: 1_000,
};
const music: Effect = { ...words, form: 'media' };
const asks: Effect = {
  kind: 'listening',
  contactId,
  listening: { form: 'menu', maxDigits: 1, terminator: '', firstKeyWithinMs: 5_000 },
  masked: false,
};
const askedNoMore: Effect = { kind: 'listening-ended', contactId };
const invokes: Effect = {
  kind: 'invoke',
  contactId,
  invocationId: 'i',
  attempt: 1,
  functionArn: 'f',
  payload: '{}',
  masked: false,
};
const ends: Effect = { kind: 'contact-ended', contactId, reason: 'CONTACT_FLOW_DISCONNECT' };

/** Effects with the moment of each. */
function seen(...effects: readonly (readonly [Effect, number])[]): Laws {
  const laws = new Laws(42);
  for (const [effect, atMs] of effects) laws.see(effect, atMs);
  return laws;
}
const nowhere = () => undefined;
const TOLD = /^the law 'nothing ends without the caller having been told'/;
const LOST = /^the law 'no contact is lost'/;

describe('nothing ends without the caller having been told', () => {
  test('holds where words were heard to their end', () => {
    expect(() => seen([started, 0], [words, 0], [ends, 1_000])).not.toThrow();
  });
  test.each<readonly [string, ...(readonly [Effect, number])[]]>([
    ['at once', [started, 0], [ends, 0]],
    ['in the middle of the words', [started, 0], [words, 0], [ends, 999]],
    ['after a question only', [started, 0], [words, 0], [asks, 0], [askedNoMore, 6_000], [ends, 6_000]],
    ['after a function of which nothing was said', [started, 0], [words, 0], [invokes, 2_000], [ends, 3_000]],
    ['in the queue, after music', [started, 0], [queued, 0], [music, 0], [ends, 9_000]],
  ])('fires on an end %s', (_, ...effects) => {
    expect(() => seen(...effects)).toThrow(TOLD);
  });
  test('does not fire on callers who hang up themselves', () => {
    const laws = seen([started, 0]);
    laws.callerLeaves(contactId);
    expect(() => laws.see({ ...ends, reason: 'CUSTOMER_DISCONNECT' }, 1)).not.toThrow();
  });
  describe('to somebody who is called back', () => {
    const promised: Effect = {
      kind: 'callback-created',
      contactId,
      fromContactId: 'c-0',
      previousSegmentId: 'c-0',
      number: '+12025550123',
      delayMs: 0,
    };
    const answered: Effect = { kind: 'customer-answered', contactId, by: 'person' };
    test('holds where nobody answers: there is nobody to tell, and nothing to hear', () => {
      const laws = seen([promised, 0]);
      expect(laws.see({ ...ends, reason: 'TELECOM_UNANSWERED' }, 9_000)).toEqual({
        longestSilenceMs: 0,
        longestDeadAirMs: 0,
      });
    });
    test('fires where the call is answered and ends without a word', () => {
      expect(() => seen([promised, 0], [answered, 9_000], [ends, 9_001])).toThrow(TOLD);
      expect(() => seen([promised, 0], [answered, 9_000], [words, 9_000], [ends, 10_000])).not.toThrow();
    });
    test('counts silence from the answer on, and not from the promise', () => {
      const laws = seen([promised, 0], [answered, 3_600_000], [words, 3_600_400]);
      expect(laws.see(ends, 3_601_400)).toMatchObject({ longestSilenceMs: 400 });
    });
  });
  test('fires when an agent is gone suddenly, and not when one has said goodbye', () => {
    const talk = [
      [started, 0],
      [queued, 0],
      [{ kind: 'accepted', contactId, userId: 'a' }, 1],
      [{ kind: 'connected', contactId, userId: 'a' }, 2],
    ] as const satisfies readonly (readonly [Effect, number])[];
    const end: Effect = { ...ends, reason: 'AGENT_DISCONNECT' };
    const polite = seen(...talk);
    polite.agentLeaves(contactId, 9, false);
    expect(() => polite.see(end, 9)).not.toThrow();
    const gone = seen(...talk);
    gone.agentLeaves(contactId, 9, true);
    expect(() => gone.see(end, 9)).toThrow(TOLD);
  });
});

describe('no contact is lost', () => {
  test('counts each contact in one place', () => {
    const laws = seen([started, 0], [queued, 1]);
    laws.endTick(() => 'queued', 1);
    expect(laws.account()).toEqual({
      in: 1,
      inFlow: 0,
      queued: 1,
      withAgent: 0,
      callback: 0,
      putOff: 0,
      ended: [],
    });
  });
  test('counts who is promised a call back as such until an agent has the call, and after the day', () => {
    const promised: Effect = {
      kind: 'callback-created',
      contactId,
      fromContactId: 'c-0',
      previousSegmentId: 'c-0',
      number: '+12025550123',
      delayMs: 0,
    };
    const laws = seen([promised, 0], [queued, 1]);
    laws.endTick(() => 'queued', 1);
    expect(laws.account()).toMatchObject({ in: 1, queued: 0, callback: 1 });
    expect(() => laws.endDay(9, nowhere)).not.toThrow();
    laws.see({ kind: 'accepted', contactId, userId: 'a' }, 2);
    expect(laws.account()).toMatchObject({ withAgent: 1, callback: 0 });
    expect(() => laws.endDay(9, nowhere)).toThrow(LOST);
  });
  test('counts a task as put off before its time and while it is paused, and lets it wait for another day', () => {
    const task: Effect = { kind: 'task-started', contactId, name: 'Look', startsAtMs: 5 };
    const laws = seen([task, 0]);
    laws.endTick(() => 'scheduled', 0);
    expect(laws.account()).toMatchObject({ in: 1, putOff: 1 });
    laws.see(queued, 5);
    laws.endTick(() => 'queued', 5);
    expect(() => laws.endDay(9, nowhere)).not.toThrow();
    laws.see({ kind: 'accepted', contactId, userId: 'a' }, 10);
    laws.see({ kind: 'task-paused', contactId }, 11);
    laws.endTick(() => 'paused', 11);
    expect(laws.account()).toMatchObject({ putOff: 1, withAgent: 0 });
    expect(() => laws.endDay(12, nowhere)).not.toThrow();
    laws.see({ kind: 'task-resumed', contactId }, 13);
    laws.endTick(() => 'connected', 13);
    expect(laws.account()).toMatchObject({ putOff: 0, withAgent: 1 });
    // Somebody has it in hand, and will for ever.
    expect(() => laws.endDay(14, nowhere)).toThrow(LOST);
  });
  test('fires where a task that is paused is at work in the engine, and the other way round', () => {
    const task: Effect = { kind: 'task-started', contactId, name: 'Look' };
    const paused = () => seen([task, 0], [queued, 0], [{ kind: 'task-paused', contactId }, 1]);
    expect(() => paused().endTick(() => 'connected', 1)).toThrow(LOST);
    expect(() => paused().endTick(() => 'paused', 1)).not.toThrow();
    expect(() => seen([task, 0], [queued, 0]).endTick(() => 'paused', 1)).toThrow(LOST);
  });
  test('fires on the effect of a contact that never began, and on a second beginning or end', () => {
    expect(() => seen([queued, 0])).toThrow(LOST);
    expect(() => seen([started, 0], [started, 1])).toThrow(LOST);
    expect(() => seen([started, 0], [words, 0], [ends, 1_000], [ends, 1_001])).toThrow(LOST);
  });
  test('fires in the tick in which the engine has a contact elsewhere than its effects say', () => {
    expect(() => seen([started, 0]).endTick(() => 'queued', 0)).toThrow(LOST);
    expect(() => seen([started, 0]).endTick(() => undefined, 0)).toThrow("'nowhere' in the engine");
    expect(() => seen([started, 0], [words, 0], [ends, 1_000]).endTick(() => 'flow', 1_000)).toThrow(LOST);
  });
  test('fires in an audit on a contact that only one of both has', () => {
    expect(() => seen([started, 0]).audit([], 60_000)).toThrow("contact 'c-1' has not ended");
    expect(() => seen().audit([[contactId, 'queued']], 60_000)).toThrow(LOST);
  });
  test('fires at the end of the day on who is still on the line', () => {
    expect(() => seen([started, 0]).endDay(5, nowhere)).toThrow('never ended (flow)');
    expect(() => seen([started, 0]).endDay(5, () => "step 'ask'")).toThrow(
      "never ended (flow, at step 'ask')",
    );
  });
  test('says law, seed, contact and moment', () => {
    const broken: unknown = (() => {
      try {
        return seen([queued, 5]);
      } catch (error) {
        return error;
      }
    })();
    expect(broken).toBeInstanceOf(LawBroken);
    expect(broken).toMatchObject({ law: 'no contact is lost', seed: 42, contactId, atMs: 5 });
  });
});
