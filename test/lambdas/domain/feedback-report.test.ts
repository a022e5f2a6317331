/** The numbers of a week: what they say, and that nobody is counted where they do not belong. */
import { expect, test } from '@jest/globals';
import type { Feedback } from '../../../lambdas/domain/feedback.ts';
import { figuresOf, reportOf } from '../../../lambdas/domain/feedback-report.ts';
import type { Remark } from '../../../lambdas/domain/remark.ts';

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
    { answers: given, remarks: [] },
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
  const { low, lowContacts } = reportOf('2026-W47', { answers: given, remarks: [] }, new Map());
  expect([low, lowContacts.length, lowContacts[0]?.contactId]).toEqual([130, 100, 'c-129']);
});

const remarked = (number: number, change: Partial<Remark> = {}): Remark => ({
  remarkId: `7b8e5f8c-3a34-4b52-8f6a-${String(number).padStart(12, '0')}`,
  contactId: `c-${number}`,
  at: new Date(Date.parse('2026-11-16T12:00:00Z') + number * 60_000).toISOString(),
  agentId: 'sam',
  customerId: 'c-1001',
  week: '2026-W47',
  subject: 'product',
  opinion: 'bad',
  words: 'The lamp is dim.',
  ...change,
});

test('remarks are counted by subject, the latest first with their words, and name no customer', () => {
  const remarks = [remarked(1), remarked(2, { subject: 'price', opinion: 'good' }), remarked(3)];
  const report = reportOf('2026-W47', { answers: [], remarks }, new Map());
  expect(report).toMatchObject({ answers: 0, low: 0 });
  expect(report.remarks).toMatchObject({
    good: 1,
    bad: 2,
    subjects: [
      { subject: 'product', good: 0, bad: 2 },
      { subject: 'price', good: 1, bad: 0 },
    ],
  });
  expect(report.remarks.latest.map(({ contactId }) => contactId)).toEqual(['c-3', 'c-2', 'c-1']);
  expect(Object.keys(report.remarks.latest[0] ?? {}).sort()).toEqual(
    ['agentId', 'at', 'contactId', 'opinion', 'remarkId', 'subject', 'words'].sort(),
  );
});

test('of many remarks the latest hundred are shown, and all are counted', () => {
  const remarks = Array.from({ length: 130 }, (_, at) => remarked(at));
  const { bad, latest } = reportOf('2026-W47', { answers: [], remarks }, new Map()).remarks;
  expect([bad, latest.length, latest[0]?.contactId]).toEqual([130, 100, 'c-129']);
});
