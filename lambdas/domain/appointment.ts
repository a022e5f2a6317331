/** Appointments: which times there are, from the hours in which somebody has time for them. */

import * as z from 'zod/mini';
import { dateOf } from './calendar.ts';
import { dayNumberAt, daysAfter, instantOf, localTimeAt } from './local-time.ts';
import { openingHours, spansOn } from './opening-hours.ts';

/** The one shape in which configuration, stack and functions speak of appointments. */
export const appointmentTerms = z.extend(openingHours, {
  /** How long one takes. */
  minutes: z.int().check(z.minimum(5), z.maximum(480)),
  /** How many there may be at a time. */
  places: z.int().check(z.minimum(1), z.maximum(50)),
  /** None begins sooner than that after it was booked. */
  noticeMinutes: z.int().check(z.nonnegative(), z.maximum(10_080)),
  /** None is further away than that; 0 is the same day. */
  daysAhead: z.int().check(z.nonnegative(), z.maximum(90)),
});

export type AppointmentTerms = z.output<typeof appointmentTerms>;

/** A time that can be booked. */
export interface AppointmentTime {
  readonly atMs: number;
  /** The calendar day there, `2026-11-24`: times of one day are kept together. */
  readonly date: string;
}

const MINUTE_MS = 60_000;

/** The times that there are at or after `fromMs`, earliest first, whether taken or not. */
export function* appointmentTimes(
  terms: AppointmentTerms,
  fromMs: number,
  nowMs: number,
): Generator<AppointmentTime> {
  const today = dayNumberAt(nowMs, terms);
  const earliestMs = Math.max(fromMs, nowMs + terms.noticeMinutes * MINUTE_MS);
  for (let day = today; day <= today + terms.daysAhead; day++) {
    const date = dateOf(day);
    for (const { opensMinute, closesMinute } of spansOn(terms, day)) {
      const last = closesMinute - terms.minutes;
      for (let minute = opensMinute; minute <= last; minute += terms.minutes) {
        const atMs = instantOf({ date, minuteOfDay: minute }, terms);
        if (atMs >= earliestMs) yield { atMs, date };
      }
    }
  }
}

/** The time that begins at that moment, if there is one that can still be booked. */
export function appointmentTimeAt(
  terms: AppointmentTerms,
  atMs: number,
  nowMs: number,
): AppointmentTime | undefined {
  for (const time of appointmentTimes(terms, atMs, nowMs)) return time.atMs === atMs ? time : undefined;
  return undefined;
}

/** The moment at which the day after that of `atMs` begins there. */
export function nextDayAfter(terms: AppointmentTerms, atMs: number): number {
  const { date } = localTimeAt(atMs, terms);
  return instantOf({ date: daysAfter(date, 1), minuteOfDay: 0 }, terms);
}

/** A moment in the form in which flows hand it on: `2026-11-24T15:00:00.000Z`. */
export const momentText = (atMs: number): string => new Date(atMs).toISOString();

/** The moment of such a text, and of no other. */
export function readMoment(text: string): number | undefined {
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) || momentText(atMs) !== text ? undefined : atMs;
}
