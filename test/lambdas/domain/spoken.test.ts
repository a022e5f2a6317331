import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spokenDate, spokenDigits, spokenList, spokenMoment } from '../../../lambdas/domain/spoken.ts';

const newYork = 'America/New_York';
const sunday = Date.parse('2026-11-22T06:00:00Z');
const said = (instant: string, nowMs = sunday, timeZone = newYork) =>
  spokenMoment(Date.parse(instant), nowMs, { timeZone });

test('callers who are promised moments in turn hear what each would hear alone', () => {
  const zones = ['America/New_York', 'Asia/Kathmandu', 'UTC'].map((timeZone) => ({ timeZone }));
  const heard = fc.record({
    atMs: fc.constantFrom(0, 1, 2, 30, 200).map((hours) => sunday + hours * 3_600_000),
    nowMs: fc.constantFrom(0, 5, 22).map((hours) => sunday + hours * 3_600_000),
    zone: fc.constantFrom(...zones),
    language: fc.constantFrom('en', 'el', 'hu', 'ro'),
  });
  fc.assert(
    fc.property(fc.array(heard, { minLength: 2, maxLength: 20 }), (callers) => {
      const inTurn = callers.map(({ atMs, nowMs, zone, language }) =>
        spokenMoment(atMs, nowMs, zone, language),
      );
      // Nothing is remembered of a zone that nobody has asked of.
      const alone = callers.map(({ atMs, nowMs, zone, language }) =>
        spokenMoment(atMs, nowMs, { ...zone }, language),
      );
      expect(inTurn).toEqual(alone);
    }),
  );
});

test('digits are said one by one, with a breath after every fourth', () => {
  expect(spokenDigits('1002')).toBe('1 0 0 2');
  expect(spokenDigits('48219307')).toBe('4 8 2 1, 9 3 0 7');
  expect(spokenDigits('')).toBe('');
});

test('no digit is left over by itself after a breath', () => {
  expect(spokenDigits('7')).toBe('7');
  expect(spokenDigits('20047')).toBe('2 0 0 4 7');
  expect(spokenDigits('482193071')).toBe('4 8 2 1, 9 3 0 7 1');
  expect(spokenDigits('4821930715')).toBe('4 8 2 1, 9 3 0 7, 1 5');
});

test('no digit is lost or added by saying it', () => {
  const digits = fc.stringMatching(/^[0-9]{0,30}$/);
  fc.assert(fc.property(digits, (text) => spokenDigits(text).replaceAll(/\D/g, '') === text));
});

test('a date has its weekday', () => {
  expect(spokenDate('2026-11-24', '2026-11-20')).toBe('Tuesday, November 24');
  expect(spokenDate('2028-02-29', '2028-02-28')).toBe('Tuesday, February 29');
});

describe('a date of which one would take another year has its year', () => {
  test.each([
    ['2028-10-14', '2026-11-23', 'Saturday, October 14, 2028'],
    ['2027-05-25', '2026-11-23', 'Tuesday, May 25, 2027'],
    ['2027-05-24', '2026-11-23', 'Monday, May 24'],
    ['2026-05-25', '2026-11-23', 'Monday, May 25'],
    ['2026-05-24', '2026-11-23', 'Sunday, May 24, 2026'],
    ['2024-02-29', '2026-11-23', 'Thursday, February 29, 2024'],
  ])('%s, said on %s, is %s', (date, today, words) => {
    expect(spokenDate(date, today)).toBe(words);
  });

  test.each([
    ['el', 'το Σάββατο 14 Οκτωβρίου 2028'],
    ['hu', '2028 október tizennegyedikén, szombaton'],
    ['ro', 'sâmbătă, 14 octombrie 2028'],
  ] as const)('in %s: %s', (language, words) => {
    expect(spokenDate('2028-10-14', '2026-11-23', language)).toBe(words);
  });
});

test('the lines of an order follow each other, in Greek without the sign that asks there', () => {
  const lines = ['Desk lamp, 2 pieces', 'Paper, 1 piece'];
  for (const language of ['en', 'hu', 'ro'] as const)
    expect(spokenList(lines, language)).toBe('Desk lamp, 2 pieces; Paper, 1 piece');
  expect(spokenList(lines, 'el')).toBe('Desk lamp, 2 pieces. Paper, 1 piece');
});

describe('a moment is said', () => {
  test.each([
    ['2026-11-23T15:00:00Z', 'ten A M on Monday'],
    ['2026-11-22T21:15:00Z', 'four fifteen P M today'],
    ['2026-11-23T17:00:00Z', 'twelve noon on Monday'],
    ['2026-11-24T05:00:00Z', 'midnight at the start of Tuesday'],
    ['2026-11-24T05:30:00Z', 'twelve thirty A M on Tuesday'],
    ['2026-11-23T14:05:00Z', 'nine oh five A M on Monday'],
    ['2026-11-23T19:59:00Z', 'two fifty nine P M on Monday'],
    ['2026-11-28T15:20:00Z', 'ten twenty A M on Saturday'],
  ])('%s as "%s"', (instant, words) => {
    expect(said(instant)).toBe(words);
  });

  test('with its date once the weekday alone could be today', () => {
    expect(said('2026-11-29T15:00:00Z')).toBe('ten A M on Sunday, November 29');
    expect(said('2026-11-30T15:00:00Z')).toBe('ten A M on Monday, November 30');
  });

  test('by the clock of the centre, not by that of the machine', () => {
    expect(said('2026-11-23T15:00:00Z', sunday, 'Asia/Tokyo')).toBe('midnight at the start of Tuesday');
  });

  test('in words and nothing that a voice would spell, at every minute', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 40 }).map((minutes) => sunday + minutes * 60_000);
    fc.assert(
      fc.property(minute, (instant) => {
        expect(spokenMoment(instant, sunday, { timeZone: newYork })).toMatch(
          /^(?:[a-z]+(?: [a-z]+){0,2} [AP] M (?:today|on [A-Z][a-z]+)|twelve noon (?:today|on [A-Z][a-z]+)|midnight at the start of [A-Z][a-z]+)(?:, [A-Z][a-z]+ \d{1,2})?$/,
        );
      }),
    );
  });
});
