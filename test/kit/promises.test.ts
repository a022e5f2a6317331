/** Each promise is kept by a call that is in order and found broken in one that is not. */
import { describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Effect } from '../../engine/contact/events.ts';
import type { Moment } from '../../local/connect/centre.ts';
import { brokenPromises, longestSilenceMs } from './promises.ts';

const contactId = 'c';
const at = (atMs: number, effect: Effect): Moment => ({ atMs, effect });
const started = at(0, { kind: 'contact-started', contactId, to: '+12025550100' });
const hears = (atMs: number, text: string, durationMs = 1_000): Moment =>
  at(atMs, {
    kind: 'prompt',
    contactId,
    party: 'customer',
    promptId: `${atMs}`,
    text,
    form: 'text',
    durationMs,
  });
const stops = (atMs: number, promptId: string): Moment =>
  at(atMs, { kind: 'prompt-stopped', contactId, party: 'customer', promptId });
const listens = (atMs: number): Moment =>
  at(atMs, {
    kind: 'listening',
    contactId,
    listening: { form: 'menu', maxDigits: 1, terminator: '', firstKeyWithinMs: 5_000 },
    masked: false,
  });
const listened = (atMs: number): Moment => at(atMs, { kind: 'listening-ended', contactId });
const ended = (atMs: number, reason: Extract<Effect, { kind: 'contact-ended' }>['reason']): Moment =>
  at(atMs, { kind: 'contact-ended', contactId, reason });

describe('silence', () => {
  test.each<[string, Moment[], number, number]>([
    ['before the first word counts', [started, hears(700, 'Hello.')], 1_700, 700],
    ['after the last word counts', [started, hears(0, 'Hello.')], 3_000, 2_000],
    ['while keys are awaited does not count', [started, listens(0)], 60_000, 0],
    ['after the wait for keys counts', [started, listens(0), listened(5_000)], 9_500, 4_500],
    [
      'after a prompt that was cut counts',
      [started, hears(0, 'Hello.', 9_000), stops(500, '0')],
      4_000,
      3_500,
    ],
    [
      'in a conversation does not count',
      [started, at(0, { kind: 'connected', contactId, userId: 'sam' })],
      90_000,
      0,
    ],
    ['after the call does not count', [started, hears(0, 'Bye.'), ended(1_000, 'OTHER')], 90_000, 0],
    [
      'that an agent hears words in counts for the caller',
      [
        started,
        at(0, {
          kind: 'prompt',
          contactId,
          party: 'agent',
          promptId: 'w',
          text: 'Verified.',
          form: 'text',
          durationMs: 5_000,
        }),
      ],
      5_000,
      5_000,
    ],
  ])('%s', (_what, moments, nowMs, expected) => {
    expect(longestSilenceMs(moments, nowMs)).toBe(expected);
  });

  test('of four seconds is kept, a millisecond more is broken', () => {
    expect(brokenPromises([started, hears(4_000, 'Hello.')], 5_000)).toEqual([]);
    expect(brokenPromises([started, hears(4_001, 'Hello.')], 5_000)).toEqual([
      'the caller hears nothing for 4001 ms',
    ]);
  });
});

describe('an end by us', () => {
  const ends = (text: string, reason: Extract<Effect, { kind: 'contact-ended' }>['reason']): string[] =>
    brokenPromises([started, hears(0, text), ended(1_000, reason)], 1_000);
  test('needs a goodbye', () => {
    expect(ends('Thank you. Goodbye.', 'CONTACT_FLOW_DISCONNECT')).toEqual([]);
    expect(ends('Thank you.', 'CONTACT_FLOW_DISCONNECT')).toEqual([
      'the call ends without a goodbye, after "Thank you."',
    ]);
    expect(ends('Thank you.', 'AGENT_DISCONNECT')).toHaveLength(1);
  });
  test('is told from a caller’s hanging up', () => {
    expect(ends('Thank you.', 'CUSTOMER_DISCONNECT')).toEqual([]);
  });
  test('is told from hanging up on a question, or in the middle of words, after the agent has left', () => {
    const asked = hears(0, 'How was it?', 500);
    const end = ended(1_000, 'AGENT_DISCONNECT');
    const left = at(900, {
      kind: 'step-taken',
      contactId,
      flowArn: 'f',
      flowName: 'disconnect',
      step: 'ask',
      type: 'GetParticipantInput',
      branch: 'InputTimeLimitExceeded',
    });
    expect(brokenPromises([started, asked, listens(500), listened(1_000), end], 1_000)).toEqual([]);
    expect(brokenPromises([started, asked, listens(500), listened(900), left, end], 1_000)).toHaveLength(1);
    expect(brokenPromises([started, hears(0, 'Thank you.', 1_001), end], 1_000)).toEqual([]);
    expect(brokenPromises([started, hears(0, 'Thank you.', 1_000), end], 1_000)).toHaveLength(1);
  });
});

describe('recording', () => {
  const records = (...before: Moment[]): string[] =>
    brokenPromises(
      [started, ...before, at(2_000, { kind: 'recording', contactId, participants: ['Agent', 'Customer'] })],
      2_000,
    );
  const broken = ['recording begins before the caller has heard that calls are recorded'];
  test('after the notice is in order', () => {
    expect(records(hears(0, prompts.recordingNotice, 2_000))).toEqual([]);
  });
  test.each([
    ['without the notice', [hears(0, prompts.greeting, 2_000)]],
    ['during the notice', [hears(0, prompts.recordingNotice, 2_001)]],
    ['after a notice that was cut', [hears(0, prompts.recordingNotice, 2_000), stops(900, '0')]],
  ])('%s is broken', (_what, before) => {
    expect(records(...before)).toEqual(broken);
  });
});

describe('a question', () => {
  const asked = (text: string, times: number): string[] =>
    brokenPromises(
      [
        started,
        ...Array.from({ length: times }, (_, index) => [
          hears(index * 1_000, text),
          listens(index * 1_000),
          listened(index * 1_000 + 1_000),
        ]).flat(),
      ],
      times * 1_000,
    );
  test('may come three times', () => expect(asked('Yes or no?', 3)).toEqual([]));
  test('may not come four times without offering a person', () => {
    expect(asked('Yes or no?', 4)).toHaveLength(1);
    expect(asked('Yes or no? For a person, press 0.', 4)).toEqual([]);
  });
});
