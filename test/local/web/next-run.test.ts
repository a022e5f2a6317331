/** Whoever reads when a schedule runs next knows the day, too. */
import { expect, test } from '@jest/globals';
import { nextRunText } from '../../../local/web/next-run.ts';

const NOW = new Date(2026, 10, 23, 14, 0, 0);

test('what runs today is told by the clock', () => {
  expect(nextRunText(new Date(2026, 10, 23, 23, 59, 59).getTime(), NOW.getTime())).toBe('next at 23:59:59');
});

test('what runs on another day is told with the day, the same hour of next week too', () => {
  expect(nextRunText(new Date(2026, 10, 24, 0, 0, 0).getTime(), NOW.getTime())).toMatch(
    /^next on Tuesday,? 24 November at 00:00:00$/,
  );
  expect(nextRunText(new Date(2026, 10, 30, 14, 0, 0).getTime(), NOW.getTime())).toMatch(
    /^next on Monday,? 30 November at 14:00:00$/,
  );
  expect(nextRunText(new Date(2027, 10, 23, 14, 0, 0).getTime(), NOW.getTime())).toContain('23 November');
});

test('what has run for the last time says so', () => {
  expect(nextRunText(undefined, NOW.getTime())).toBe('not any more');
});
