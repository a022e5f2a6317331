/** The task on Monday: last week beside the week before, and none where nobody answered. */
import { expect, test } from '@jest/globals';
import type { Feedback } from '../../../lambdas/domain/feedback.ts';
import { weekTask } from '../../../lambdas/domain/feedback-digest.ts';

const said = (week: string, score: number, team: string): Feedback => ({
  contactId: `${week}-${score}-${team}`,
  score,
  at: '2026-11-16T12:00:00.000Z',
  week,
  team,
});
const last = [said('2026-W47', 1, 'support'), said('2026-W47', 5, 'support'), said('2026-W47', 4, 'orders')];
const nowMs = Date.parse('2026-11-23T12:00:00Z');
const wordsOf = (given: readonly Feedback[], before: readonly Feedback[]): unknown =>
  Reflect.get(Object(weekTask('2026-W47', given, before, nowMs)?.body), 'description');

test('a week is told in all and by team, each beside the week before', () => {
  expect(weekTask('2026-W47', last, [said('2026-W46', 2, 'support')], nowMs)).toMatchObject({
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
  expect(wordsOf(last, [])).toMatch(/^All: 3 answers, 3\.3 on average, 1 of 1 or 2 \(the week before: no/);
});

test('a week in which nobody answered is not told of, whatever was said before', () => {
  expect(weekTask('2026-W47', [], last, nowMs)).toBeUndefined();
});
