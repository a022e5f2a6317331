/** Moments and what the clock on the wall shows in a time zone, safe where clocks are moved. */

import { dateOf, dayNumber } from './calendar.ts';

/** What calendar and clock show at one place. */
export interface LocalTime {
  /** `2026-11-22`. */
  readonly date: string;
  /** Minutes since midnight, 0 to 1439 (1440 is accepted as the end of the day). */
  readonly minuteOfDay: number;
}

/**
 * Where clocks are. `clockChanges` is what is known of them beforehand, so that the first answer does not have to wait
 * for `Intl`, which takes a processor some 12 ms to begin with, a tenth of a function's cold start (docs/decisions/clocks.md).
 */
export interface Zone {
  /** Its IANA name. */
  readonly timeZone: string;
  readonly clockChanges?: ClockChanges | undefined;
}

/** How far clocks are ahead of UTC from which moment on, earliest first; from the last one on nothing is known. */
export interface ClockChanges {
  /** Minutes since the epoch. */
  readonly fromMinutes: readonly number[];
  /** One for each of them. */
  readonly aheadMinutes: readonly number[];
}

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Making a formatter takes far longer than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What the clocks there show at a moment (ms since the epoch). */
export function localTimeAt(instantMs: number, zone: Zone): LocalTime {
  const shownMs = instantMs + offsetMs(instantMs, zone);
  const day = Math.floor(shownMs / DAY_MS);
  return { date: dateOf(day), minuteOfDay: Math.floor((shownMs - day * DAY_MS) / MINUTE_MS) };
}

/**
 * The moment (ms since the epoch) at which clocks show a local time. A time shown twice, as clocks go back, is its
 * first showing; a time never shown, as they go forward, moves forward by the gap.
 */
export function instantOf({ date, minuteOfDay }: LocalTime, zone: Zone): number {
  const shownMs = dayNumber(date) * DAY_MS + minuteOfDay * MINUTE_MS;
  const offsetBefore = offsetMs(shownMs - DAY_MS, zone);
  const offsetAfter = offsetMs(shownMs + DAY_MS, zone);
  const candidates = [
    shownMs - Math.max(offsetBefore, offsetAfter),
    shownMs - Math.min(offsetBefore, offsetAfter),
  ];
  const shown = candidates.find((candidate) => candidate + offsetMs(candidate, zone) === shownMs);
  return shown ?? shownMs - offsetBefore;
}

/** How a calendar day is written. */
export const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The calendar day there as a number: days since 1 January 1970. */
export const dayNumberAt = (instantMs: number, zone: Zone): number =>
  Math.floor((instantMs + offsetMs(instantMs, zone)) / DAY_MS);

/** A part of a day in which clocks are not moved; moments are ms since the epoch. */
export interface Stretch {
  readonly fromMs: number;
  readonly tillMs: number;
  /** When clocks that are as they are in it would show midnight. */
  readonly midnightMs: number;
}

/**
 * A calendar day there, by its number: one stretch, or two where clocks are moved (at a whole quarter of an hour, as
 * everywhere).
 */
export function stretchesOf(day: number, zone: Zone): readonly Stretch[] {
  const shownMs = day * DAY_MS;
  // Nowhere are clocks moved twice in three days: on most days they are as before and after.
  const ahead = offsetMs(shownMs - DAY_MS, zone);
  if (ahead === offsetMs(shownMs + 2 * DAY_MS, zone)) {
    const midnightMs = shownMs - ahead;
    return [{ fromMs: midnightMs, tillMs: midnightMs + DAY_MS, midnightMs }];
  }
  const date = dateOf(day);
  const fromMs = instantOf({ date, minuteOfDay: 0 }, zone);
  const tillMs = instantOf({ date: dateOf(day + 1), minuteOfDay: 0 }, zone);
  const stretch = (beginsMs: number, endsMs: number): Stretch => {
    return { fromMs: beginsMs, tillMs: endsMs, midnightMs: shownMs - offsetMs(beginsMs, zone) };
  };
  const offset = offsetMs(fromMs, zone);
  if (offset === offsetMs(tillMs - QUARTER_MS, zone)) return [stretch(fromMs, tillMs)];
  let movedMs = Math.ceil(fromMs / QUARTER_MS) * QUARTER_MS;
  while (offsetMs(movedMs, zone) === offset) movedMs += QUARTER_MS;
  return [stretch(fromMs, movedMs), stretch(movedMs, tillMs)];
}

/** The calendar day some days later. */
export function daysAfter(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** How far clocks there are ahead of UTC at a moment (ms since the epoch), in ms. */
export function offsetMs(instantMs: number, { timeZone, clockChanges }: Zone): number {
  return knownOffsetMs(instantMs, clockChanges) ?? formattedOffsetMs(instantMs, timeZone);
}

function knownOffsetMs(instantMs: number, changes: ClockChanges | undefined): number | undefined {
  if (changes === undefined) return undefined;
  const { fromMinutes, aheadMinutes } = changes;
  const minute = instantMs / MINUTE_MS;
  // A loop, because this is asked several times for each answer.
  let next = 0;
  for (const from of fromMinutes) {
    if (minute < from) break;
    next += 1;
  }
  const ahead = next === fromMinutes.length ? undefined : aheadMinutes[next - 1];
  return ahead === undefined ? undefined : ahead * MINUTE_MS;
}

function formattedOffsetMs(instantMs: number, timeZone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instantMs)) shown[type] = value;
  const date = `${shown.year}-${shown.month}-${shown.day}`;
  const shownMs = Date.parse(`${date}T${shown.hour}:${shown.minute}:${shown.second}Z`);
  return shownMs - Math.floor(instantMs / 1000) * 1000;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
