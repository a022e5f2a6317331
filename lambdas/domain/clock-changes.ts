/** Looks up when clocks of a time zone are moved; the stack does so for functions that would otherwise wait for `Intl` (docs/decisions/clocks.md). */

import { type ClockChanges, offsetMs, type Zone } from './local-time.ts';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

/** Fixed, so that the same sources make the same template whenever they are synthesized. */
const FROM_MS = Date.UTC(2026, 0, 1);
const TILL_MS = Date.UTC(2036, 0, 1);

/** The zone with what its clocks do until 2036; later moments are looked up by the function itself. */
export function withClockChanges<Place extends Zone>(
  place: Place,
): Place & { clockChanges: Record<keyof ClockChanges, number[]> } {
  const zone = { timeZone: place.timeZone };
  const clockChanges: Record<keyof ClockChanges, number[]> = { fromMinutes: [], aheadMinutes: [] };
  const keep = (atMs: number): void => {
    clockChanges.fromMinutes.push(atMs / MINUTE_MS);
    clockChanges.aheadMinutes.push(offsetMs(atMs, zone) / MINUTE_MS);
  };
  keep(FROM_MS);
  for (let atMs = FROM_MS; atMs < TILL_MS; atMs += WEEK_MS) {
    const tillMs = Math.min(atMs + WEEK_MS, TILL_MS);
    if (offsetMs(atMs, zone) !== offsetMs(tillMs, zone)) keep(firstMinuteOf(tillMs, atMs, zone));
  }
  keep(TILL_MS);
  return { ...place, clockChanges };
}

/** The first minute after `fromMs` at which clocks are as far from UTC as at `tillMs`: they are moved once in between. */
function firstMinuteOf(tillMs: number, fromMs: number, zone: Zone): number {
  const wanted = offsetMs(tillMs, zone);
  let before = fromMs / MINUTE_MS;
  let after = tillMs / MINUTE_MS;
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (offsetMs(between * MINUTE_MS, zone) === wanted) after = between;
    else before = between;
  }
  return after * MINUTE_MS;
}
