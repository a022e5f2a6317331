/** A shop that has just opened: its cases are work for agents, and no alarm for quality. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { weekAt } from '../../../lambdas/domain/iso-week.ts';
import { isProblem } from '../../../lambdas/domain/problem-code.ts';
import { isToBeTold, pairOf, weeksBefore } from '../../../lambdas/domain/trouble.ts';
import { readConfiguration } from '../../../lib/config.ts';
import { shopCases } from '../../../lib/demo-world/shop-cases.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
const { troubles, openingHours } = readConfiguration(context.callwright, 'dev');

/** What quality would be told once all cases of a shop that is seeded then are counted. */
function alertsAt(seededAt: Date): readonly string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { beginning } of shopCases(seededAt)) {
    const { product, code } = pairOf(beginning.type, beginning.details);
    const pair = `${product ?? ''} ${code}`;
    const week = weekAt(beginning.openedAtMs, openingHours);
    const weeks = counts.get(pair) ?? new Map<string, number>();
    counts.set(pair, weeks.set(week, (weeks.get(week) ?? 0) + 1));
  }
  return [...counts].flatMap(([pair, weeks]) =>
    [...weeks].flatMap(([week, count]) => {
      const [before = '', ...earlier] = weeksBefore(week);
      const isNew = [before, ...earlier].every((one) => !weeks.has(one));
      const [product, code = ''] = pair.split(' ');
      const trend = { week, product, code, count, weekBefore: weeks.get(before) ?? 0, isNew, examples: [] };
      return isToBeTold(trend, troubles, seededAt, openingHours) ? [`${pair}: ${count} in ${week}`] : [];
    }),
  );
}

/** Every day of a week, because what was opened two days ago is of the same week or of the last. */
const DAYS = [22, 23, 24, 25, 26, 27, 28];

test.each(DAYS)('that opens on %i November tells quality of nothing that comes again and again', (day) => {
  expect(alertsAt(new Date(Date.UTC(2026, 10, day, 15)))).toEqual([]);
});

test('has problems of many kinds all the same', () => {
  const codes = shopCases(new Date('2026-11-23T15:00:00Z'))
    .map(({ beginning }) => pairOf(beginning.type, beginning.details).code)
    .filter(isProblem);
  expect(new Set(codes).size).toBeGreaterThan(8);
});
