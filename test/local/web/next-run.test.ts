/** Whoever reads when a schedule runs next knows the day, and by whose clock. */
import { expect, test } from '@jest/globals';
import { scheduleText } from '../../../local/web/next-run.ts';

const NOW = new Date(2026, 10, 23, 14, 0, 0);
const rate = (nextAt: Date | undefined): string =>
  scheduleText(
    { expression: 'rate(5 minutes)', timeZone: 'Asia/Tokyo', nextAtMs: nextAt?.getTime() },
    NOW.getTime(),
  );

test('what runs today is told by the clock', () => {
  expect(rate(new Date(2026, 10, 23, 23, 59, 59))).toBe('rate(5 minutes), next at 23:59:59');
});

test('what runs on another day is told with the day, the same hour of next week too', () => {
  expect(rate(new Date(2026, 10, 24, 0, 0, 0))).toMatch(/, next on Tuesday,? 24 November at 00:00:00$/);
  expect(rate(new Date(2026, 10, 30, 14, 0, 0))).toMatch(/, next on Monday,? 30 November at 14:00:00$/);
  expect(rate(new Date(2027, 10, 23, 14, 0, 0))).toContain('23 November');
});

test('what has run for the last time says so', () => {
  expect(rate(undefined)).toBe('rate(5 minutes), not any more');
});

test.each([
  ['America/New_York', /, next at 18:00:00, in America\/New_York$/],
  ['UTC', /, next at 23:00:00, in UTC$/],
  ['Europe/Athens', /, next on Tuesday,? 24 November at 01:00:00, in Europe\/Athens$/],
])(
  'what counts hours of its own is told by the clock of %s, which is named, wherever the reader is',
  (zone, words) => {
    const at = (text: string) => Date.parse(text);
    const schedule = { expression: 'cron(0 18 * * ? *)', timeZone: zone };
    const now = at('2026-11-23T21:59:00Z');
    expect(scheduleText({ ...schedule, nextAtMs: at('2026-11-23T23:00:00Z') }, now)).toMatch(words);
  },
);
