import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysAfter, instantOf, isTimeZone, localTimeAt } from '../../../lambdas/domain/local-time.ts';

const zones = [
  'UTC',
  'America/New_York',
  'Europe/London',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const newYork = { timeZone: 'America/New_York' };
const london = { timeZone: 'Europe/London' };
const zone = fc.constantFrom(...zones);
const minute = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  .map((minutes) => minutes * 60_000);

test('the moment of a local time shows that local time again, except where clocks skip it', () => {
  fc.assert(
    fc.property(minute, zone, (instantMs, timeZone) => {
      const local = localTimeAt(instantMs, { timeZone });
      const again = instantOf(local, { timeZone });
      expect(localTimeAt(again, { timeZone })).toEqual(local);
      // Of two moments that show the same time the first is meant.
      expect(again).toBeLessThanOrEqual(instantMs);
    }),
  );
});

test('a day later is the next date on every calendar', () => {
  fc.assert(
    fc.property(minute, fc.integer({ min: 0, max: 800 }), (instantMs, days) => {
      const date = new Date(instantMs).toISOString().slice(0, 10);
      expect(Date.parse(daysAfter(date, days)) - Date.parse(date)).toBe(days * 86_400_000);
    }),
  );
});

describe('where clocks are moved', () => {
  test('a time that is skipped in spring moves forward by the gap', () => {
    const instant = instantOf({ date: '2027-03-14', minuteOfDay: 150 }, newYork);
    expect(new Date(instant).toISOString()).toBe('2027-03-14T07:30:00.000Z');
    expect(localTimeAt(instant, newYork).minuteOfDay).toBe(210);
  });

  test('a time shown twice in autumn is its first showing', () => {
    const instant = instantOf({ date: '2026-11-01', minuteOfDay: 90 }, newYork);
    expect(new Date(instant).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  test('the end of a day is the start of the next', () => {
    const end = instantOf({ date: '2026-10-25', minuteOfDay: 1440 }, london);
    expect(end).toBe(instantOf({ date: '2026-10-26', minuteOfDay: 0 }, london));
  });
});

test('a time zone is known by its IANA name only', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Middle/Earth')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});
