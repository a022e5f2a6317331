/** Weeks as ISO 8601 numbers them: from Monday on, the first of a year is the one with its first Thursday. */

import * as z from 'zod/mini';
import { daysAfter, localTimeAt, type Zone } from './local-time.ts';

const DAY_MS = 24 * 60 * 60_000;
const WEEK_MS = 7 * DAY_MS;

/** Days since Monday. */
const weekday = (date: string): number => (new Date(date).getUTCDay() + 6) % 7;

/** The week of a calendar day, e.g. `2026-W47`. */
function weekOfDay(date: string): string {
  const thursday = daysAfter(date, 3 - weekday(date));
  const year = thursday.slice(0, 4);
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / WEEK_MS) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of a week, `2026-11-16`. */
function mondayOf(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return daysAfter(fourth, (Number(week.slice(6)) - 1) * 7 - weekday(fourth));
}

/** The week that calendars there show at a moment (ms since the epoch). */
export const weekAt = (atMs: number, zone: Zone): string => weekOfDay(localTimeAt(atMs, zone).date);

/** The week so many weeks before another. */
export const weekBefore = (week: string, count = 1): string =>
  weekOfDay(daysAfter(mondayOf(week), -7 * count));

/** The second (since the epoch) so many days after the end of a week, by UTC. */
export const secondsAfterWeek = (week: string, days: number): number =>
  Date.parse(daysAfter(mondayOf(week), 7 + days)) / 1_000;

const NO_WEEK = 'must be a week such as 2026-W47';

/** A week that there is: not every year has 53. */
export const isoWeek = z.string().check(
  z.regex(/^20\d\d-W(?:0[1-9]|[1-4]\d|5[0-3])$/, { error: NO_WEEK, abort: true }),
  z.refine((text) => weekOfDay(mondayOf(text)) === text, NO_WEEK),
);
