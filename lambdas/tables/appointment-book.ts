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

export function freePlace(
  taken: Taken,
  time: AppointmentTime,
  { places }: AppointmentTerms,
): number | undefined {
  for (let place = 1; place <= places; place++) {
    if (!taken.has(placeKey(time, place).sk)) return place;
  }
  return undefined;
}

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
