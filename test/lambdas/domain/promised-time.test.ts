import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber } from '../../../lambdas/domain/calendar.ts';
import { localTimeAt, type Zone } from '../../../lambdas/domain/local-time.ts';
import { type OpeningHours, spansOn, WEEKDAYS } from '../../../lambdas/domain/opening-hours.ts';
import { hoursNow, promisedTime, RESPONSE_MS } from '../../../lambdas/domain/promised-time.ts';

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const hours: OpeningHours = {
  timeZone: 'America/New_York',
  days: weekdays.map((day) => ({ day, start: '08:00', end: '18:00' })),
  holidays: [{ name: 'Thanksgiving', from: '2026-11-26', till: '2026-11-27' }],
};

const promise = (now: string, change: Partial<OpeningHours> = {}) =>
  new Date(promisedTime({ ...hours, ...change }, Date.parse(now))).toISOString();

describe('a caller is promised a call within two open hours', () => {
  test('of Monday morning, when they call on a Sunday', () => {
    expect(promise('2026-11-22T06:15:00Z')).toBe('2026-11-23T15:00:00.000Z');
  });
  test('rounded up to a quarter of an hour', () => {
    expect(promise('2026-11-23T14:01:10Z')).toBe('2026-11-23T16:15:00.000Z');
  });
  test('of which the second may be the first of the next morning', () => {
    expect(promise('2026-11-23T22:00:00Z')).toBe('2026-11-24T14:00:00.000Z');
  });
  test('which may end as the centre closes, and not a minute later', () => {
    expect(promise('2026-11-23T21:00:00Z')).toBe('2026-11-23T23:00:00.000Z');
    const days = hours.days.map((span) => ({ ...span, end: '17:50' }));
    expect(promise('2026-11-23T20:49:00Z', { days })).toBe('2026-11-23T22:50:00.000Z');
  });
  test('after the holidays and the weekend behind them', () => {
    expect(promise('2026-11-25T23:30:00Z')).toBe('2026-11-30T15:00:00.000Z');
  });
  test('of a clock that went forward meanwhile', () => {
    const days = [{ day: 'SUNDAY' as const, start: '01:00', end: '05:00' }];
    expect(promise('2027-03-14T00:00:00Z', { days, holidays: [] })).toBe('2027-03-14T08:00:00.000Z');
  });
  test('after lunch, when the break is in between', () => {
    const days = [
      { day: 'MONDAY' as const, start: '13:00', end: '18:00' },
      { day: 'MONDAY' as const, start: '08:00', end: '12:00' },
    ];
    expect(promise('2026-11-23T16:00:00Z', { days })).toBe('2026-11-23T19:00:00.000Z');
  });
});

test('a day is remembered for the hours that it was asked of, and for no others', () => {
  const open = { ...hours, holidays: [] };
  const closed = { ...hours, holidays: [{ name: 'Inventory', from: '2026-11-23', till: '2026-11-23' }] };
  const elsewhere = { ...hours, timeZone: 'Europe/London' };
  const later = { ...hours, days: hours.days.map((span) => ({ ...span, start: '10:00' })) };
  const nowMs = Date.parse('2026-11-23T06:00:00Z');
  for (const _again of [1, 2]) {
    expect(promisedTime(open, nowMs)).toBe(Date.parse('2026-11-23T15:00:00Z'));
    expect(promisedTime(closed, nowMs)).toBe(Date.parse('2026-11-24T15:00:00Z'));
    expect(promisedTime(elsewhere, nowMs)).toBe(Date.parse('2026-11-23T10:00:00Z'));
    expect(promisedTime(later, nowMs)).toBe(Date.parse('2026-11-23T17:00:00Z'));
    const closedNow = hoursNow(open, Date.parse('2026-11-23T18:00:00Z'));
    expect(promisedTime(closedNow, nowMs)).toBe(Date.parse('2026-11-23T20:00:00Z'));
  }
  expect(hoursNow(open, undefined)).toBe(open);
});

test('whoever asks again for one of many days is told the same', () => {
  const firstMs = Date.parse('2026-12-01T00:00:00Z');
  const promises = () =>
    Array.from({ length: 80 }, (_, day) => promisedTime(hours, firstMs + day * 24 * 60 * MINUTE_MS));
  expect(promises()).toEqual(promises());
  // Working days from Tuesday, 1 December to Thursday, 18 February.
  expect(new Set(promises()).size).toBe(58);
});

test('a centre that does not open for a year has nothing to promise, and says so', () => {
  const holidays = [{ name: 'for ever', from: '2020-01-01', till: '2099-12-31' }];
  expect(() => promise('2026-11-23T00:00:00Z', { holidays })).toThrow(/no 120 open minutes within 366 days/);
});

/** Opening hours of any shape: up to two spans a day on quarter hours. */
const quarter = fc.integer({ min: 0, max: 96 });
const time = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  timeZone: fc.constantFrom('UTC', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Pacific/Auckland'),
  days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }).chain((days) =>
    fc.tuple(
      ...days.map((day) =>
        fc.uniqueArray(quarter, { minLength: 2, maxLength: 2 }).map((ends) => {
          const [start = 0, end = 0] = ends.toSorted((one, other) => one - other);
          return { day, start: time(start), end: time(end) };
        }),
      ),
    ),
  ),
  holidays: fc.constantFrom([], [{ name: 'clocks change', from: '2027-03-12', till: '2027-03-13' }]),
});

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

const clockAt = (instantMs: number, zone: Zone) => {
  const { date, minuteOfDay } = localTimeAt(instantMs, zone);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return { date, time: `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}` };
};

/**
 * Open minutes counted on the wall clock, knowing nothing of how promises are made: one by one up to a quarter of an
 * hour, then by quarters, on which all spans, clock changes and offsets of these zones begin.
 */
function openMinutes(shown: OpeningHours, fromMs: number, tillMs: number): number {
  let open = 0;
  let stepMs = MINUTE_MS;
  for (let instant = fromMs; instant < tillMs; instant += stepMs) {
    stepMs = instant % QUARTER_MS === 0 && instant + QUARTER_MS <= tillMs ? QUARTER_MS : MINUTE_MS;
    const { date, time: now } = clockAt(instant, shown);
    const minute = Number(now.slice(0, 2)) * 60 + Number(now.slice(3, 5));
    const isOpen = spansOn(shown, dayNumber(date)).some(
      ({ opensMinute, closesMinute }) => opensMinute <= minute && minute < closesMinute,
    );
    if (isOpen) open += stepMs / MINUTE_MS;
  }
  return open;
}

test('a closing time that clocks jump over is the jump itself: London is open for one hour that night', () => {
  const shown: OpeningHours = {
    timeZone: 'Europe/London',
    days: [{ day: 'SUNDAY', start: '00:00', end: '01:15' }],
    holidays: [],
  };
  // An hour on the day of the jump, and the next hour of two a week later.
  expect(promisedTime(shown, Date.parse('2027-03-27T12:00Z'))).toBe(Date.parse('2027-04-04T00:00Z'));
});

test('an opening time that clocks jump over is the jump itself: London is open for a quarter of an hour that night', () => {
  const shown: OpeningHours = {
    timeZone: 'Europe/London',
    days: [{ day: 'SUNDAY', start: '01:15', end: '02:15' }],
    holidays: [],
  };
  // From two to a quarter past on the day of the jump, and the rest of two hours in the two weeks that follow.
  expect(promisedTime(shown, Date.parse('2027-03-27T12:00Z'))).toBe(Date.parse('2027-04-11T01:00Z'));
});

test('until the promised time the centre is open for two hours, give or take the rounding', () => {
  const minutesBetween = (fromMs: number, tillMs: number) =>
    fc.integer({ min: fromMs / MINUTE_MS, max: tillMs / MINUTE_MS }).map((minutes) => minutes * MINUTE_MS);
  const aroundClockChange = fc.oneof(
    minutesBetween(Date.UTC(2027, 2, 8), Date.UTC(2027, 3, 6)),
    minutesBetween(Date.UTC(2027, 8, 20), Date.UTC(2027, 10, 9)),
  );
  fc.assert(
    fc.property(anyHours, aroundClockChange, (shown, nowMs) => {
      const promisedMs = promisedTime(shown, nowMs);
      const open = openMinutes(shown, nowMs, promisedMs);
      expect(open).toBeGreaterThanOrEqual(RESPONSE_MS / 60_000);
      expect(open).toBeLessThan(RESPONSE_MS / 60_000 + 15);
      expect(openMinutes(shown, promisedMs - 60_000, promisedMs)).toBe(1);
    }),
    { numRuns: 200 },
  );
});
