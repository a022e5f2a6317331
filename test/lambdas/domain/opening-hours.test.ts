import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { dayNumber } from '../../../lambdas/domain/calendar.ts';
import { openingHours, spansOn } from '../../../lambdas/domain/opening-hours.ts';

const weekdays = {
  timeZone: 'America/New_York',
  days: [
    { day: 'MONDAY', start: '13:00', end: '18:00' },
    { day: 'MONDAY', start: '08:00', end: '12:00' },
    { day: 'SATURDAY', start: '10:00', end: '24:00' },
  ],
  holidays: [{ name: 'Year end', from: '2026-12-28', till: '2027-01-01' }],
};

const messageFor = (change: object) => {
  const parsed = z.safeParse(openingHours, { ...weekdays, ...change });
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
};

test('a day has its spans in order, whatever the order they were written in', () => {
  const hours = z.parse(openingHours, weekdays);
  expect(spansOn(hours, dayNumber('2026-11-23')).map(({ opensMinute }) => opensMinute)).toEqual([
    8 * 60,
    13 * 60,
  ]);
  expect(spansOn(hours, dayNumber('2026-11-24'))).toEqual([]);
});

test('a holiday is closed from its first day to its last, both included', () => {
  const hours = z.parse(openingHours, weekdays);
  expect(spansOn(hours, dayNumber('2026-12-21'))).toHaveLength(2);
  expect(spansOn(hours, dayNumber('2026-12-28'))).toEqual([]);
  expect(spansOn({ ...hours, holidays: [] }, dayNumber('2026-12-28'))).toHaveLength(2);
});

describe('opening hours are refused', () => {
  test.each([
    ['in a time zone that does not exist', { timeZone: 'Mars/Olympus' }, /IANA time zone/],
    ['without a span in which somebody answers', { days: [] }, /at least one span/],
    ['that end before they start', { days: [{ day: 'MONDAY', start: '18:00', end: '08:00' }] }, /end after/],
    ['of no length', { days: [{ day: 'MONDAY', start: '08:00', end: '08:00' }] }, /end after/],
    ['at a quarter past twenty-four', { days: [{ day: 'MONDAY', start: '08:00', end: '24:15' }] }, /24:00/],
    ['with a time of one digit', { days: [{ day: 'MONDAY', start: '8:00', end: '18:00' }] }, /08:30/],
    [
      'that overlap',
      {
        days: [
          { day: 'MONDAY', start: '08:00', end: '12:00' },
          { day: 'MONDAY', start: '11:59', end: '18:00' },
        ],
      },
      /overlap/,
    ],
    [
      'with a holiday on a day that no year has',
      { holidays: [{ name: 'x', from: '2026-02-29', till: '2026-03-01' }] },
      /calendar/,
    ],
    [
      'with a holiday that ends before it starts',
      { holidays: [{ name: 'x', from: '2026-03-02', till: '2026-03-01' }] },
      /before it starts/,
    ],
  ])('%s', (_title, change, message) => {
    expect(messageFor(change)).toMatch(message);
  });

  test('with a key that nobody knows', () => {
    expect(z.safeParse(openingHours, { ...weekdays, holiday: [] }).success).toBe(false);
  });
});

test('spans that touch do not overlap', () => {
  const days = [
    { day: 'MONDAY', start: '08:00', end: '12:00' },
    { day: 'MONDAY', start: '12:00', end: '18:00' },
  ];
  expect(messageFor({ days })).toBeUndefined();
});
