/** Days and moments as they are written down: whatever `Date` says, said faster. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumber, isoMoment, weekdayOf } from '../../../lambdas/domain/calendar.ts';

const DAY_MS = 24 * 60 * 60_000;
const LAST_DAY = dayNumber('9999-12-31');
const day = fc.integer({ min: 0, max: LAST_DAY });

describe('whoever reads a moment that was written down', () => {
  test('reads what Date would have written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: (LAST_DAY + 1) * DAY_MS - 1 }), (ms) => {
        expect(isoMoment(ms)).toBe(new Date(ms).toISOString());
      }),
    );
  });

  test.each([
    0,
    Date.UTC(2000, 1, 29, 23, 59, 59, 999),
    Date.UTC(2100, 2, 1),
    Date.UTC(2099, 11, 31, 23, 59, 59, 999),
    (LAST_DAY + 1) * DAY_MS - 1,
    // Left to Date: before 1970, after the year 9999, and parts of a millisecond.
    -1,
    Date.UTC(1600, 1, 29),
    (LAST_DAY + 1) * DAY_MS,
    8.64e15,
    1234.5,
  ])('reads it for %d ms too', (ms) => {
    expect(isoMoment(ms)).toBe(new Date(ms).toISOString());
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1])('never reads one for %d', (ms) => {
    expect(() => isoMoment(ms)).toThrow(RangeError);
    expect(() => dateOf(ms)).toThrow(RangeError);
  });
});

test('every calendar day until the year 9999 has its number, its date and its weekday', () => {
  fc.assert(
    fc.property(day, (number) => {
      const date = dateOf(number);
      expect(date).toBe(new Date(number * DAY_MS).toISOString().slice(0, 10));
      expect(dayNumber(date)).toBe(number);
      expect(weekdayOf(date)).toBe(new Date(number * DAY_MS).getUTCDay());
    }),
  );
});

test('the days around the ends of February and December are in their order, in each kind of year', () => {
  for (const year of [1970, 1972, 1999, 2000, 2026, 2028, 2100, 2400]) {
    for (const from of [dayNumber(`${year}-02-27`), dayNumber(`${year}-12-30`)]) {
      const days = [0, 1, 2, 3].map((more) => from + more);
      expect(days.map(dateOf)).toEqual(
        days.map((number) => new Date(number * DAY_MS).toISOString().slice(0, 10)),
      );
    }
  }
});
