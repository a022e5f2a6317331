/** Hours of operation: time zones, midnight, holidays, changes of the clock. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HoursOfOperation, OpenPeriod } from '../../../engine/contact/instance.ts';
import { Opening } from '../../../engine/contact/opening.ts';

const period = (day: OpenPeriod['day'], start: string, end: string): OpenPeriod => ({
  day,
  startMinute: minute(start),
  endMinute: minute(end),
});
const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const hours = (
  timeZone: string,
  week: readonly OpenPeriod[],
  overrides: HoursOfOperation['overrides'] = [],
) => new Opening({ arn: 'h', id: 'h', name: 'h', timeZone, week, overrides });

const NEW_YORK = hours(
  'America/New_York',
  [
    period('MONDAY', '09:00', '17:00'),
    period('SUNDAY', '01:30', '03:30'),
    period('FRIDAY', '22:00', '02:00'),
  ],
  [
    { name: 'Holiday', from: '2026-05-25', till: '2026-05-25', week: [] },
    {
      name: 'Short days',
      from: '2026-06-01',
      till: '2026-06-08',
      week: [period('MONDAY', '10:00', '12:00')],
    },
  ],
);

describe('hours of operation', () => {
  test.each([
    ['Monday before nine', '2026-03-02T13:59:59.999Z', false],
    ['Monday at nine', '2026-03-02T14:00:00Z', true],
    ['Monday at one minute to five', '2026-03-02T21:59:59Z', true],
    ['Monday at five', '2026-03-02T22:00:00Z', false],
    ['Monday at nine in summer', '2026-06-15T13:00:00Z', true],
    ['Friday night', '2026-03-07T04:00:00Z', true],
    ['after midnight of that night', '2026-03-07T06:59:00Z', true],
    ['the end of that night', '2026-03-07T07:00:00Z', false],
    ['Saturday night, which is no Friday', '2026-03-08T04:00:00Z', false],
    ['half past one before the clock goes forward', '2026-03-08T06:30:00Z', true],
    ['one hour later, after it', '2026-03-08T07:15:00Z', true],
    ['half past three of that day', '2026-03-08T07:30:00Z', false],
    ['half past one for the first time as the clock goes back', '2026-11-01T05:30:00Z', true],
    ['half past one for the second time', '2026-11-01T06:30:00Z', true],
    ['a holiday', '2026-05-25T15:00:00Z', false],
    ['a short Monday inside', '2026-06-08T15:00:00Z', true],
    ['a short Monday outside', '2026-06-08T17:00:00Z', false],
    ['the Monday after the short ones', '2026-06-15T17:00:00Z', true],
  ])('%s', (_title, at, open) => {
    expect(NEW_YORK.isOpen(Date.parse(at))).toBe(open);
  });
  test('in a zone of a quarter hour', () => {
    const kathmandu = hours('Asia/Kathmandu', [period('MONDAY', '00:00', '00:15')]);
    expect(kathmandu.isOpen(Date.parse('2026-03-01T18:15:00Z'))).toBe(true);
    expect(kathmandu.isOpen(Date.parse('2026-03-01T18:14:59Z'))).toBe(false);
    expect(kathmandu.isOpen(Date.parse('2026-03-01T18:30:00Z'))).toBe(false);
  });
  test('all day and all week are never closed', () => {
    const days: readonly OpenPeriod['day'][] = [
      'MONDAY',
      'TUESDAY',
      'WEDNESDAY',
      'THURSDAY',
      'FRIDAY',
      'SATURDAY',
      'SUNDAY',
    ];
    const always = hours(
      'Europe/London',
      days.map((day) => period(day, '00:00', '00:00')),
    );
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (atMs) => always.isOpen(atMs)));
  });
  test('before 1970 are those of the clock too', () => {
    expect(
      hours('UTC', [period('MONDAY', '09:00', '17:00')]).isOpen(Date.parse('1969-12-29T10:00:00Z')),
    ).toBe(true);
  });
  test('answer the same whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1.7e12, max: 1.9e12 }), { maxLength: 5 }), (moments) => {
        const kept = hours('America/New_York', [period('MONDAY', '09:00', '17:00')]);
        for (const atMs of moments) {
          expect(kept.isOpen(atMs)).toBe(
            hours('America/New_York', [period('MONDAY', '09:00', '17:00')]).isOpen(atMs),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
