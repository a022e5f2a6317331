/** The book of appointments: which places at which times are taken. */

import * as z from 'zod/mini';
import { type AppointmentTerms, type AppointmentTime, appointmentTimes } from '../domain/appointment.ts';
import { queryItems } from './requests.ts';
import { readItem, type Table } from './table.ts';

const takenItem = z.object({ sk: z.string() });

/** The key of a place: those of one day are together. */
export const placeKey = ({ atMs, date }: AppointmentTime, place: number) => ({
  pk: `DAY#${date}`,
  sk: `${new Date(atMs).toISOString()}#${place}`,
});

/** The places of a day that are taken, as their sort keys name them. */
type Taken = ReadonlySet<string>;

/** Those of a day; it has fewer than a page of a query holds. */
export async function takenOn(table: Table, date: string, signal: AbortSignal): Promise<Taken> {
  const { items } = await queryItems(
    table,
    {
      KeyConditionExpression: 'pk = :day',
      ExpressionAttributeValues: { ':day': `DAY#${date}` },
      ConsistentRead: true,
    },
    signal,
  );
  return new Set(items.map((item) => readItem(takenItem, item, table).sk));
}

function freePlaces(taken: Taken, time: AppointmentTime, { places }: AppointmentTerms): readonly number[] {
  const all = Array.from({ length: places }, (_, index) => index + 1);
  return all.filter((place) => !taken.has(placeKey(time, place).sk));
}

/** The first place of a time that nobody has. */
export const freePlace = (taken: Taken, time: AppointmentTime, terms: AppointmentTerms): number | undefined =>
  freePlaces(taken, time, terms)[0];

/** Where a search begins, which time it passes over, and how many days it looks at. */
export interface Search {
  readonly fromMs: number;
  readonly nowMs: number;
  readonly exceptMs?: number | undefined;
  readonly daysMax: number;
}

/** The first time from `fromMs` on that has a place; one request for each day that is looked at, at most `daysMax`. */
export async function firstFree(
  table: Table,
  terms: AppointmentTerms,
  { fromMs, nowMs, exceptMs, daysMax }: Search,
  signal: AbortSignal,
): Promise<AppointmentTime | undefined> {
  let day: { readonly date: string; readonly taken: Taken } | undefined;
  let days = 0;
  for (const time of appointmentTimes(terms, fromMs, nowMs)) {
    if (day?.date !== time.date) {
      if (days === daysMax) return undefined;
      days += 1;
      day = { date: time.date, taken: await takenOn(table, time.date, signal) };
    }
    if (time.atMs !== exceptMs && freePlace(day.taken, time, terms) !== undefined) return time;
  }
  return undefined;
}

/** A time that can be booked, and how many may still book it. */
export interface FreeTime {
  readonly atMs: number;
  readonly places: number;
}

/**
 * All free times of the first days from `fromMs` on that have times, at most `daysMax`: one request for each, all at
 * once. `nextMs` is where the days after them begin, if there are any.
 */
export async function freeTimes(
  table: Table,
  terms: AppointmentTerms,
  { fromMs, nowMs, daysMax }: Omit<Search, 'exceptMs'>,
  signal: AbortSignal,
): Promise<{ readonly times: readonly FreeTime[]; readonly nextMs?: number }> {
  const days = new Map<string, AppointmentTime[]>();
  let nextMs: number | undefined;
  for (const time of appointmentTimes(terms, fromMs, nowMs)) {
    const day = days.get(time.date);
    if (day === undefined && days.size === daysMax) {
      nextMs = time.atMs;
      break;
    }
    if (day === undefined) days.set(time.date, [time]);
    else day.push(time);
  }
  const free = await Promise.all(
    [...days].map(async ([date, times]) => {
      const taken = await takenOn(table, date, signal);
      return times.map((time) => ({ atMs: time.atMs, places: freePlaces(taken, time, terms).length }));
    }),
  );
  const times = free.flat().filter(({ places }) => places > 0);
  return { times, ...(nextMs === undefined ? {} : { nextMs }) };
}
