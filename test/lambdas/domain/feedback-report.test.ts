/** The numbers of a week: what they say, and that nobody is counted where they do not belong. */
import { expect, test } from '@jest/globals';
import type { Feedback } from '../../../lambdas/domain/feedback.ts';
import { figuresOf, reportOf } from '../../../lambdas/domain/feedback-report.ts';

const said = (number: number, score: number, team?: string): Feedback => ({
  contactId: `c-${number}`,
  score,
  at: new Date(Date.parse('2026-11-16T12:00:00Z') + number * 60_000).toISOString(),
  week: '2026-W47',
  ...(team === undefined ? {} : { team }),
});

test.each<[number[], number | undefined, number]>([
  [[], undefined, 0],
  [[3], 3, 0],
  [[4, 5], 4.5, 0],
  [[1, 2, 2], 1.7, 3],
  [[5, 5, 4], 4.7, 0],
  // Halves are rounded up: 3.25 is 3.3.
  [[3, 3, 3, 4], 3.3, 0],
])('answers %j have the average %s, and %i of them are low', (scores, average, low) => {
  const { average: shown, ...figures } = figuresOf(scores.map((score, at) => said(at, score)));
  expect([shown, figures]).toEqual([average, { answers: scores.length, low }]);
});

test('teams and agents are told apart; who had none, or is not known yet, is in the sum alone', () => {
  const given = [said(1, 1, 'support'), said(2, 5, 'orders'), said(3, 4, 'support'), said(4, 2)];
  const report = reportOf(
    '2026-W47',
    given,
    new Map([
      ['c-1', 'robin'],
      ['c-2', 'robin'],
      ['c-4', 'sam'],
      ['c-9', 'nobody'],
    ]),
  );
  expect(report).toMatchObject({ week: '2026-W47', answers: 4, average: 3, low: 2 });
  expect(report.teams).toEqual([
    { team: 'orders', answers: 1, average: 5, low: 0 },
    { team: 'support', answers: 2, average: 2.5, low: 1 },
  ]);
  expect(report.agents).toEqual([
    { agentId: 'robin', answers: 2, average: 3, low: 1 },
    { agentId: 'sam', answers: 1, average: 2, low: 1 },
  ]);
  expect(report.lowContacts.map(({ contactId }) => contactId)).toEqual(['c-4', 'c-1']);
});

test('of many low answers the latest hundred are named, and all are counted', () => {
  const given = Array.from({ length: 130 }, (_, at) => said(at, 1));
  const { low, lowContacts } = reportOf('2026-W47', given, new Map());
  expect([low, lowContacts.length, lowContacts[0]?.contactId]).toEqual([130, 100, 'c-129']);
});
