/** When the contact centre is open: the one shape in which configuration, stack and functions speak of it. */

import * as z from 'zod/mini';
import { dateOf } from './calendar.ts';
import { isTimeZone } from './local-time.ts';

export const WEEKDAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

const timeOfDay = z
  .string()
  .check(
    z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day from 00:00 to 24:00, such as 08:30'),
  );

const calendarDay = z
  .string()
  .check(z.refine(isCalendarDay, 'must be a day of the calendar, such as 2026-12-25'));

/** A span of one weekday, local time; `24:00` is the end of the day. Spans of a day do not overlap. */
const span = z
  .strictObject({ day: z.enum(WEEKDAYS), start: timeOfDay, end: timeOfDay })
  .check(z.refine(({ start, end }) => start < end, 'must end after it starts, on the same day'));

/** Whole days on which nobody answers, `from` and `till` included. */
const holiday = z
  .strictObject({
    name: z.string().check(z.regex(/^.{1,127}$/, 'must be text of 1 to 127 characters')),
    from: calendarDay,
    till: calendarDay,
  })
  .check(z.refine(({ from, till }) => from <= till, 'must not end before it starts'));

const NO_TIME_ZONE = 'must be an IANA time zone, such as America/New_York';

/** As somebody writes it, not held against anything before. */
export const writtenTimeZone = z.string().check(z.refine(isTimeZone, NO_TIME_ZONE));

const hours = z.strictObject({
  timeZone: z.string(),
  /** Put in by the stack, which has looked the zone up. */
  clockChanges: z.optional(
    z.strictObject({ fromMinutes: z.array(z.number()), aheadMinutes: z.array(z.number()) }),
  ),
  days: z.array(span).check(
    z.minLength(1, 'must name at least one span in which the centre is open'),
    z.refine((spans) => !spans.some(overlapsAnother), 'must not overlap on one day'),
  ),
  holidays: z.array(holiday),
});

export const openingHours = hours.check(
  z.refine(({ timeZone, clockChanges }) => clockChanges !== undefined || isTimeZone(timeZone), {
    message: NO_TIME_ZONE,
    path: ['timeZone'],
  }),
);

export type OpeningHours = z.output<typeof openingHours>;
type Span = z.output<typeof span>;

/** Minutes from midnight to a time of day as it is written here. */
function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** From when till when on one day, in minutes from its midnight. */
export interface OpenMinutes {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** 1 January 1970. */
const FIRST_DAY_WEEKDAY = WEEKDAYS.indexOf('THURSDAY');

/** What is open on a calendar day, by its number (`dayNumber`), earliest first; nothing on a holiday. */
export function spansOn({ days, holidays }: OpeningHours, day: number): readonly OpenMinutes[] {
  const date = holidays.length === 0 ? '' : dateOf(day);
  for (const { from, till } of holidays) if (from <= date && date <= till) return [];
  return weekOf(days)[(day + FIRST_DAY_WEEKDAY) % WEEKDAYS.length] ?? [];
}

/** Read once: a function's hours stay as they are, and every promise asks for several days. */
const weeks = new WeakMap<readonly Span[], readonly (readonly OpenMinutes[])[]>();

function weekOf(spans: readonly Span[]): readonly (readonly OpenMinutes[])[] {
  const known = weeks.get(spans);
  if (known !== undefined) return known;
  const week = WEEKDAYS.map((weekday) =>
    spans
      .filter(({ day }) => day === weekday)
      .map(({ start, end }) => ({ opensMinute: minuteOfDay(start), closesMinute: minuteOfDay(end) }))
      .toSorted((one, other) => one.opensMinute - other.opensMinute),
  );
  weeks.set(spans, week);
  return week;
}

function overlapsAnother(one: Span, index: number, spans: readonly Span[]): boolean {
  return spans.some(
    (other, otherIndex) =>
      otherIndex !== index && other.day === one.day && other.start < one.end && one.start < other.end,
  );
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
