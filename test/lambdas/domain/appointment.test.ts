/** Which times there are for appointments. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import {
  type AppointmentTerms,
  appointmentTerms,
  appointmentTimeAt,
  appointmentTimes,
  momentText,
  nextDayAfter,
  readMoment,
} from '../../../lambdas/domain/appointment.ts';
import { dayNumber } from '../../../lambdas/domain/calendar.ts';
import { localTimeAt } from '../../../lambdas/domain/local-time.ts';
import { spansOn } from '../../../lambdas/domain/opening-hours.ts';

const terms: AppointmentTerms = {
  timeZone: 'America/New_York',
  days: [
    { day: 'TUESDAY', start: '10:00', end: '11:20' },
    { day: 'WEDNESDAY', start: '09:00', end: '10:00' },
  ],
  holidays: [{ name: 'A day off', from: '2026-11-18', till: '2026-11-18' }],
  minutes: 30,
  places: 2,
  noticeMinutes: 60,
  daysAhead: 14,
};
const at = (local: string): number => Date.parse(`${local}:00-05:00`);
const times = (nowMs: number, change: Partial<AppointmentTerms> = {}): readonly string[] =>
  [...appointmentTimes({ ...terms, ...change }, nowMs, nowMs)].map(({ atMs }) => momentText(atMs));

describe('times for appointments', () => {
  test('lie in the hours, whole ones only, and on no holiday', () => {
    expect(times(at('2026-11-10T06:00'))).toEqual(
      [
        ...['2026-11-10T10:00', '2026-11-10T10:30', '2026-11-11T09:00', '2026-11-11T09:30'],
        ...['2026-11-17T10:00', '2026-11-17T10:30', '2026-11-24T10:00', '2026-11-24T10:30'],
      ].map((local) => momentText(at(local))),
    );
  });
  test('are not sooner than the notice', () => {
    expect(times(at('2026-11-10T09:00'))[0]).toBe(momentText(at('2026-11-10T10:00')));
    expect(times(at('2026-11-10T09:01'))[0]).toBe(momentText(at('2026-11-10T10:30')));
  });
  test('are not further away than the days ahead', () => {
    expect(times(at('2026-11-10T06:00'), { daysAhead: 0 })).toHaveLength(2);
    expect(times(at('2026-11-12T06:00'), { daysAhead: 0 })).toEqual([]);
  });
  test('are told from moments that are none', () => {
    const now = at('2026-11-10T06:00');
    expect(appointmentTimeAt(terms, at('2026-11-10T10:30'), now)?.date).toBe('2026-11-10');
    for (const moment of ['2026-11-10T10:29', '2026-11-10T11:00', '2026-11-18T09:00', '2026-12-01T10:00'])
      expect(appointmentTimeAt(terms, at(moment), now)).toBeUndefined();
  });
  test('of the next day begin at its midnight', () => {
    expect(nextDayAfter(terms, at('2026-11-10T10:30'))).toBe(at('2026-11-11T00:00'));
  });
  test('are, whatever the terms, in order, in the hours, and bookable one by one', () => {
    const zone = fc.constantFrom(
      'America/New_York',
      'Europe/Athens',
      'Europe/Budapest',
      'Australia/Lord_Howe',
    );
    const anyTerms = fc.record({
      timeZone: zone,
      minutes: fc.integer({ min: 5, max: 480 }),
      noticeMinutes: fc.integer({ min: 0, max: 3000 }),
      daysAhead: fc.integer({ min: 0, max: 9 }),
    });
    const anyNow = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
    fc.assert(
      fc.property(anyTerms, anyNow, (change, nowMs) => {
        const some = { ...terms, ...change };
        let lastMs = nowMs + some.noticeMinutes * 60_000 - 1;
        for (const { atMs, date } of appointmentTimes(some, nowMs, nowMs)) {
          expect(atMs).toBeGreaterThan(lastMs);
          lastMs = atMs;
          expect(spansOn(some, dayNumber(date))).not.toEqual([]);
          expect(appointmentTimeAt(some, atMs, nowMs)).toEqual({ atMs, date });
          const shown = localTimeAt(atMs, some);
          expect(shown.date).toBe(date);
          expect(9 * 60).toBeLessThanOrEqual(shown.minuteOfDay);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a moment in a text', () => {
  test('is read as it was written, and nothing else is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (atMs) => {
        expect(readMoment(momentText(atMs))).toBe(atMs);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const atMs = readMoment(text);
        expect(atMs === undefined || momentText(atMs) === text).toBe(true);
      }),
    );
    for (const text of ['', 'now', 'none', '2026-11-10', '2026-11-10T15:00:00Z', '$.External.slot'])
      expect(readMoment(text)).toBeUndefined();
  });
});

test('terms that make no sense are refused', () => {
  const isFine = (change: object) => z.safeParse(appointmentTerms, { ...terms, ...change }).success;
  expect(isFine({})).toBe(true);
  for (const change of [
    { minutes: 0 },
    { places: 0 },
    { noticeMinutes: -1 },
    { daysAhead: 91 },
    { days: [] },
    { more: 1 },
  ])
    expect([change, isFine(change)]).toEqual([change, false]);
});
