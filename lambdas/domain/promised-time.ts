/** The time by which a caller who left a number is called back. */

import { dayNumberAt, localTimeAt, stretchesOf } from './local-time.ts';
import { type OpeningHours, spansOn } from './opening-hours.ts';

/** Somebody calls back within two hours in which the centre is open. */
export const RESPONSE_MS = 2 * 60 * 60_000;

/** A promise is spoken in quarters of an hour. Every zone is a multiple of it away from UTC. */
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A centre that does not open for a year has no time to promise. */
const SEARCH_DAYS_MAX = 366;

/** Opening hours, and until when a supervisor has closed the centre in spite of them. */
export type HoursNow = OpeningHours & { readonly closedUntilMs?: number | undefined };

/** The hours themselves on all days but those on which somebody has closed the centre. */
export const hoursNow = (hours: OpeningHours, closedUntilMs: number | undefined): HoursNow =>
  closedUntilMs === undefined ? hours : { ...hours, closedUntilMs };

/**
 * The moment (ms since the epoch) at which the centre has been open for `withinMs` since `nowMs`, rounded up to a
 * quarter of an hour but never past the end of that day's opening.
 */
export function promisedTime(hours: HoursNow, nowMs: number, withinMs: number = RESPONSE_MS): number {
  let leftMs = withinMs;
  const promisedMs = firstIn(hours, nowMs, (fromMs, closesMs) => {
    if (leftMs <= closesMs - fromMs)
      return Math.min(Math.ceil((fromMs + leftMs) / QUARTER_MS) * QUARTER_MS, closesMs);
    leftMs -= closesMs - fromMs;
    return undefined;
  });
  if (promisedMs !== undefined) return promisedMs;
  throw new Error(
    `the opening hours hold no ${withinMs / 60_000} open minutes within ${SEARCH_DAYS_MAX} days; check their holidays`,
  );
}

/** The moment (ms since the epoch) from which somebody is there: `nowMs` itself while it is open. */
export function nextOpening(hours: HoursNow, nowMs: number): number {
  const opensMs = firstIn(hours, nowMs, (fromMs) => fromMs);
  if (opensMs !== undefined) return opensMs;
  throw new Error(
    `the opening hours have no open minute within ${SEARCH_DAYS_MAX} days; check their holidays`,
  );
}

/** The first full hour on the clocks there, at `fromMs` or after, at which the centre is open for an hour more. */
export function nextFullHour(hours: HoursNow, fromMs: number): number {
  const fullMs = firstIn(hours, fromMs, (opensMs, closesMs) => {
    const minuteMs = Math.floor(opensMs / MINUTE_MS) * MINUTE_MS;
    const past = localTimeAt(minuteMs, hours).minuteOfDay % 60;
    const hourMs = past === 0 && minuteMs === opensMs ? opensMs : minuteMs + (60 - past) * MINUTE_MS;
    return hourMs + HOUR_MS <= closesMs ? hourMs : undefined;
  });
  if (fullMs !== undefined) return fullMs;
  throw new Error(`the opening hours have no open hour within ${SEARCH_DAYS_MAX} days; check their holidays`);
}

interface OpenTime {
  readonly fromMs: number;
  readonly closesMs: number;
}

/** The first moment that is found in what is left of an open time from `atMs` on, earliest first. */
function firstIn(
  hours: HoursNow,
  atMs: number,
  find: (fromMs: number, closesMs: number) => number | undefined,
): number | undefined {
  const nowMs = Math.max(atMs, hours.closedUntilMs ?? atMs);
  const today = dayNumberAt(nowMs, hours);
  for (let day = 0; day <= SEARCH_DAYS_MAX; day++) {
    for (const { fromMs, closesMs } of openTimesOn(today + day, hours)) {
      const foundMs = nowMs < closesMs ? find(Math.max(fromMs, nowMs), closesMs) : undefined;
      if (foundMs !== undefined) return foundMs;
    }
  }
  return undefined;
}

/** What is asked of the hours that a function has: they stay as they are, and so do their days. */
const known = new WeakMap<OpeningHours, Map<number, readonly OpenTime[]>>();

/** As {@link openTimesOf}, worked out once for each day of the same hours. */
function openTimesOn(day: number, hours: OpeningHours): readonly OpenTime[] {
  const days = known.get(hours) ?? new Map<number, readonly OpenTime[]>();
  const kept = days.get(day);
  if (kept !== undefined) return kept;
  const open = openTimesOf(day, hours);
  known.set(hours, days.set(day, open));
  return open;
}

/**
 * When clocks on the wall show an open time on a day, earliest first. On the day on which they go forward that may be
 * less than what is written, and on the day on which they go back it may be more, with a closed time in between.
 */
function openTimesOf(day: number, hours: OpeningHours): readonly OpenTime[] {
  const spans = spansOn(hours, day);
  if (spans.length === 0) return [];
  const open: OpenTime[] = [];
  for (const { fromMs, tillMs, midnightMs } of stretchesOf(day, hours)) {
    for (const { opensMinute, closesMinute } of spans) {
      const opensMs = Math.max(fromMs, midnightMs + opensMinute * MINUTE_MS);
      const closesMs = Math.min(tillMs, midnightMs + closesMinute * MINUTE_MS);
      if (opensMs >= closesMs) continue;
      const before = open.at(-1);
      if (before?.closesMs !== opensMs) open.push({ fromMs: opensMs, closesMs });
      else open.splice(-1, 1, { fromMs: before.fromMs, closesMs });
    }
  }
  return open;
}
