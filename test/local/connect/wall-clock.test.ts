/** The machine's clock wakes the engine when it is time, however far away that is. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { wallClock } from '../../../local/connect/wall-clock.ts';

const DAY_MS = 86_400_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test.each([0, 1, 1000, 24 * DAY_MS, 2 ** 31 - 1, 2 ** 31, 60 * DAY_MS])('after %d ms, once', (ms) => {
  let woken = 0;
  wallClock().after(ms, () => {
    woken += 1;
  });
  if (ms > 0) jest.advanceTimersByTime(ms - 1);
  expect(woken).toBe(0);
  jest.advanceTimersByTime(1);
  expect(woken).toBe(1);
  expect(jest.getTimerCount()).toBe(0);
});

test('a wake that was called off does not come, also in its second month', () => {
  let woken = 0;
  const cancel = wallClock().after(60 * DAY_MS, () => {
    woken += 1;
  });
  jest.advanceTimersByTime(40 * DAY_MS);
  cancel();
  jest.advanceTimersByTime(60 * DAY_MS);
  expect([woken, jest.getTimerCount()]).toEqual([0, 0]);
});
