/** The task on Monday: last week beside the week before, and none where nobody answered. */
import { expect, test } from '@jest/globals';
import type { Feedback } from '../../../lambdas/domain/feedback.ts';
import { weekTask } from '../../../lambdas/domain/feedback-digest.ts';
import type { SaidInWeek } from '../../../lambdas/domain/feedback-report.ts';
import type { Remark } from '../../../lambdas/domain/remark.ts';

const said = (week: string, score: number, team: string): Feedback => ({
  contactId: `${week}-${score}-${team}`,
  score,
  at: '2026-11-16T12:00:00.000Z',
  week,
  team,
});
const last = [said('2026-W47', 1, 'support'), said('2026-W47', 5, 'support'), said('2026-W47', 4, 'orders')];
const nowMs = Date.parse('2026-11-23T12:00:00Z');
const remarked = (subject: Remark['subject'], opinion: Remark['opinion']): Remark => ({
  remarkId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4f',
  contactId: 'c-1',
  at: '2026-11-16T12:00:00.000Z',
  agentId: 'sam',
  customerId: 'c-1001',
  week: '2026-W47',
  subject,
  opinion,
  words: 'Imani says that the lamp is dim.',
});
const week = (answers: readonly Feedback[], remarks: readonly Remark[] = []): SaidInWeek => ({
  answers,
  remarks,
});
const told = (given: SaidInWeek, before: SaidInWeek) => weekTask('2026-W47', given, before, nowMs);
const wordsOf = (given: SaidInWeek, before: SaidInWeek): unknown =>
  Reflect.get(Object(told(given, before)?.body), 'description');

test('a week is told in all and by team, each beside the week before', () => {
  expect(told(week(last), week([said('2026-W46', 2, 'support')]))).toMatchObject({
    messageId: 'feedback-week-2026-W47',
    createdAtMs: nowMs,
    body: {
      kind: 'task',
      team: 'escalations',
      name: 'What callers said in 2026-W47',
      description:
        'All: 3 answers, 3.3 on average, 1 of 1 or 2 (the week before: 1 answer, 2.0 on average, 1 of 1 or 2). Team orders: 1 answer, 4.0 on average, 0 of 1 or 2 (the week before: no answers). Team support: 2 answers, 3.0 on average, 1 of 1 or 2 (the week before: 1 answer, 2.0 on average, 1 of 1 or 2).',
    },
  });
});

test('a first week has none before it', () => {
  expect(wordsOf(week(last), week([]))).toMatch(
    /^All: 3 answers, 3\.3 on average, 1 of 1 or 2 \(the week before: no/,
  );
});

test('a week in which nobody said anything is not told of, whatever was said before', () => {
  expect(told(week([]), week(last, [remarked('price', 'bad')]))).toBeUndefined();
});

test('what was said to agents is counted by subject beside the answers, without a word of it', () => {
  const remarks = [remarked('product', 'bad'), remarked('service', 'good'), remarked('product', 'bad')];
  expect(wordsOf(week(last, remarks), week([], [remarked('price', 'bad')]))).toMatch(
    / Said to agents: 1 good and 2 bad \(the week before: 0 good and 1 bad\): product 0 good and 2 bad, service 1 good and 0 bad\.$/,
  );
  const task = JSON.stringify(told(week([], remarks), week([])));
  for (const hidden of ['Imani', 'lamp', 'c-1001', 'c-1"', 'sam'])
    expect([hidden, task.includes(hidden)]).toEqual([hidden, false]);
});

test('a week in which customers spoke to agents alone is told of, and one in which they no longer do says so', () => {
  expect(wordsOf(week([], [remarked('other', 'good')]), week([]))).toBe(
    'All: no answers (the week before: no answers). Said to agents: 1 good and 0 bad (the week before: 0 good and 0 bad): other 1 good and 0 bad.',
  );
  expect(wordsOf(week(last), week([], [remarked('other', 'good')]))).toMatch(
    /Said to agents: 0 good and 0 bad \(the week before: 1 good and 0 bad\)\.$/,
  );
});
