/** When a schedule runs next, in words. */

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

/**
 * `next at 14:05:09`, or `next on Monday 30 November at 12:00:00` where that is not today; in the time zone of whoever
 * reads it.
 * @param nextAtMs `undefined` for a schedule that has run for the last time
 */
export function nextRunText(nextAtMs: number | undefined, nowMs: number): string {
  if (nextAtMs === undefined) return 'not any more';
  const [next, now] = [new Date(nextAtMs), new Date(nowMs)];
  const day =
    next.toDateString() === now.toDateString() ? '' : `on ${next.toLocaleDateString('en-GB', DAY)} `;
  return `next ${day}at ${next.toLocaleTimeString('en-GB', CLOCK)}`;
}
