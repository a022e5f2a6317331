/** Appointments and calls back that customers have booked, for worlds that are written at once. */

import { type AppointmentTerms, appointmentTimes } from '../domain/appointment.ts';
import { bookedCallback, callbackMessages, callbackTimes } from '../domain/callback.ts';
import { localTimeAt, type Zone } from '../domain/local-time.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { placeKey } from './appointment-book.ts';
import { appointmentItem } from './appointment-items.ts';
import { messageWrite } from './message-writes.ts';
import { callbackItem, callbackKey } from './owed-calls.ts';
import type { Plain, Table } from './table.ts';

/** So many times lie between one booked appointment and the next. */
const EVERY = 5;
const HOUR_MS = 60 * 60_000;

/** One appointment for each customer, from the next time on; the last of them has cancelled theirs. */
export function livedAppointments(
  customerIds: readonly string[],
  terms: AppointmentTerms,
  nowMs: number,
): readonly Plain[] {
  const times = [...appointmentTimes(terms, nowMs, nowMs)];
  return customerIds.flatMap((customerId, index) => {
    const time = times[index * EVERY];
    if (time === undefined) return [];
    const isCancelled = index === customerIds.length - 1;
    const own = appointmentItem(customerId, {
      startsAtMs: time.atMs,
      state: isCancelled ? 'cancelled' : 'booked',
      place: 1,
      bookedAtMs: nowMs - 24 * HOUR_MS,
      version: isCancelled ? 2 : 1,
    });
    const { expiresAt } = own;
    return [own, ...(isCancelled ? [] : [{ ...placeKey(time, 1), customerId, expiresAt }])];
  });
}

/** The place of an appointment, to be given back before the world is written anew. */
export const placeOf = (startsAtMs: number, place: number, zone: Zone): Plain =>
  placeKey({ atMs: startsAtMs, date: localTimeAt(startsAtMs, zone).date }, place);

export interface CallbackCaller {
  readonly customerId: string;
  readonly phoneNumber: string;
  readonly contactId: string;
}

/** Calls that are due at the last of the times that are offered: on another day. With each goes its task. */
export function livedCallbacks(
  outbox: Table,
  callers: readonly CallbackCaller[],
  hours: OpeningHours,
  nowMs: number,
): readonly Plain[] {
  const [, , another] = callbackTimes(hours, nowMs);
  return callers.flatMap(({ customerId, phoneNumber, contactId }, index) => {
    const atMs = another + index * HOUR_MS;
    const callback = bookedCallback({ key: callbackKey(phoneNumber), atMs, contactId, nowMs }, hours);
    const tasks = callbackMessages(callback, { phoneNumber, customerId, nowMs }).flatMap((each) => {
      if (each.message.body.kind !== 'task') return [];
      const write = messageWrite(outbox, each.message, each.atMs);
      return 'Put' in write ? [write.Put.Item] : [];
    });
    return [callbackItem(phoneNumber, callback), ...tasks];
  });
}
