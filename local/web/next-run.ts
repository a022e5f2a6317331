/** When a schedule runs, in words. */

export interface ShownSchedule {
  /** As EventBridge Scheduler has it: `rate(5 minutes)`, `cron(0 18 ? * FRI *)`, `at(2026-11-30T12:00:00)`. */
  readonly expression: string;
  /** In which the expression counts its hours, unless it is a rate. */
  readonly timeZone: string;
  /** `undefined` for a schedule that has run for the last time. */
  readonly nextAtMs?: number | undefined;
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

/**
 * `rate(5 minutes), next at 14:05:09`, with the time as the reader's clock shows it; what counts hours of its own has
 * the next time by the same clock, and says which: `cron(0 18 ? * FRI *), next on Friday 27 November at 18:00:00, in
 * America/New_York`.
 */
export function scheduleText({ expression, timeZone, nextAtMs }: ShownSchedule, nowMs: number): string {
  if (nextAtMs === undefined) return `${expression}, not any more`;
  return expression.startsWith('rate')
    ? `${expression}, ${nextText(nextAtMs, nowMs)}`
    : `${expression}, ${nextText(nextAtMs, nowMs, timeZone)}, in ${timeZone}`;
}

/** `next at 14:05:09`, or `next on Monday 30 November at 12:00:00` where that is not today. */
function nextText(nextAtMs: number, nowMs: number, timeZone?: string): string {
  const [next, now] = [new Date(nextAtMs), new Date(nowMs)];
  const zone = timeZone === undefined ? {} : { timeZone };
  const dayOf = (date: Date): string => date.toLocaleDateString('en-CA', zone);
  const day =
    dayOf(next) === dayOf(now) ? '' : `on ${next.toLocaleDateString('en-GB', { ...DAY, ...zone })} `;
  return `next ${day}at ${next.toLocaleTimeString('en-GB', { ...CLOCK, ...zone })}`;
}
