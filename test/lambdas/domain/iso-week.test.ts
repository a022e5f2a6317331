/** Weeks of the calendar: as ISO 8601 counts them, around New Year too. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isoWeek, weekAt, weekBefore } from '../../../lambdas/domain/iso-week.ts';

const DAY_MS = 86_400_000;
const UTC = { timeZone: 'UTC' };
const isWeek = (text: string): boolean => isoWeek.safeParse(text).success;
const noon = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => Date.parse('2001-01-01T12:00:00Z') + days * DAY_MS);

describe('the week of a day', () => {
  test.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2021-01-03', '2020-W53'],
    ['2008-12-29', '2009-W01'],
  ])('%s is in %s', (date, week) => {
    expect(weekAt(Date.parse(date), UTC)).toBe(week);
  });
  test('is that of the place: on Sunday evening in New York it is still the old one', () => {
    const atMs = Date.parse('2026-11-23T03:00:00Z');
    expect([weekAt(atMs, UTC), weekAt(atMs, { timeZone: 'America/New_York' })]).toEqual([
      '2026-W48',
      '2026-W47',
    ]);
  });
  test('is another one every seven days exactly, and is one that there is', () => {
    fc.assert(
      fc.property(noon, (atMs) => {
        const week = weekAt(atMs, UTC);
        const next = weekAt(atMs + 7 * DAY_MS, UTC);
        expect([isWeek(week), next > week]).toEqual([true, true]);
        expect(weekBefore(next)).toBe(week);
        expect(weekBefore(next, 2)).toBe(weekAt(atMs - 7 * DAY_MS, UTC));
      }),
    );
  });
});

describe('a text', () => {
  test.each(['2026-W53', '2026-W01', '2020-W53'])('%s is a week', (text) => {
    expect(isWeek(text)).toBe(true);
  });
  test.each(['2025-W53', '2026-W00', '2026-W54', '2026-W7', '2026W07', '2026-47', '', 'now'])(
    '%j is none',
    (text) => {
      expect(isWeek(text)).toBe(false);
    },
  );
});
