/** Appointments: a place at a time belongs to one customer, and a customer has one appointment at a time. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type AppointmentTerms, appointmentTimeAt } from '../domain/appointment.ts';
import { messagesOfBooking, messagesOfCancelling, reminderOf } from '../domain/appointment-messages.ts';
import { localTimeAt } from '../domain/local-time.ts';
import { freePlace, placeKey, takenOn } from './appointment-book.ts';
import {
  APPOINTMENT_KEPT_DAYS,
  type Appointment,
  customerWrite,
  expiry,
  isAhead,
  readAppointment,
} from './appointment-items.ts';
import { notMerged } from './customer-followed.ts';
import type { TableDefinition } from './definition.ts';
import { messageWrite } from './message-writes.ts';
import type { Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/**
 * Items, by key:
 * - `DAY#<date>` / `<moment>#<place>`: a place that is taken, and by whom,
 * - `CUSTOMER#<id>` / `APPOINTMENT`: the latest appointment of a customer.
 */
export const definition: TableDefinition = {
  name: 'appointments',
  purpose: 'Which times customers have booked.',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [],
  timeToLiveAttribute: 'expiresAt',
  personalFields: [],
  retention: [
    {
      items: 'appointments',
      keptDays: APPOINTMENT_KEPT_DAYS,
      why: 'somebody may ask last month about the last one',
    },
  ],
};

export interface AppointmentTables {
  readonly appointments: Table;
  readonly messages: Table;
}

/** By what somebody knows the appointment that stands until their wish comes true. */
export type Seen =
  /** A caller by the time that they were told, `undefined` for none. */
  | { readonly toldOfMs: number | undefined }
  /** A desktop by its version, 0 for none; the same intent asked again is the same wish. */
  | { readonly version: number; readonly intent: string };

/** Whose appointment is to be at which time. */
export interface AppointmentWish {
  readonly customerId: string;
  readonly startsAtMs: number;
  readonly seen: Seen;
}

/** What a booking needs beside: a customer who is being merged into another one books nothing any more. */
export interface BookingTables extends AppointmentTables {
  readonly customers: Table;
}

export type Kept =
  | { readonly kind: 'kept'; readonly appointment: Appointment }
  /** Somebody else has the last place, or the time has come too near. */
  | { readonly kind: 'taken' }
  /** The customer's appointment is another one than was seen, or they were merged into another customer. */
  | { readonly kind: 'changed-meanwhile' };

const isAsSeen = (seen: Seen, now: Appointment | undefined, nowMs: number): boolean =>
  'version' in seen
    ? (now?.version ?? 0) === seen.version
    : (isAhead(now, nowMs) ? now.startsAtMs : undefined) === seen.toldOfMs;

/** Whether whoever brought it about may have been this very wish; of a caller every wish for one time is the same. */
const mayBeOf = (seen: Seen, { intent }: Appointment): boolean =>
  !('intent' in seen) || seen.intent === intent;

/** What a wish leaves behind by which it is known again. */
const markOf = (seen: Seen): Pick<Appointment, 'intent'> => ('intent' in seen ? { intent: seen.intent } : {});

/**
 * Books a time, instead of another one where the customer has one, and tells them: once, however often it is asked.
 * Four requests at most.
 */
export async function bookOnce(
  tables: BookingTables,
  terms: AppointmentTerms,
  wish: AppointmentWish,
  nowMs: number,
  signal: AbortSignal,
): Promise<Kept> {
  const { customerId, startsAtMs, seen } = wish;
  const { appointments: table } = tables;
  const before = await readAppointment(table, customerId, signal);
  const stands = (now: Appointment): boolean => isAhead(now, nowMs) && now.startsAtMs === startsAtMs;
  // Whoever took the place meanwhile may have been this very wish, in an invocation that nobody waits for any more.
  const isDone = (now: Appointment): boolean => stands(now) && mayBeOf(seen, now);
  if (before !== undefined && isDone(before)) return { kind: 'kept', appointment: before };
  if (!isAsSeen(seen, before, nowMs)) return { kind: 'changed-meanwhile' };
  if (before !== undefined && stands(before)) return { kind: 'kept', appointment: before };
  const time = appointmentTimeAt(terms, startsAtMs, nowMs);
  if (time === undefined) return { kind: 'taken' };
  const place = freePlace(await takenOn(table, time.date, signal), time, terms);
  if (place === undefined) return keptOr('taken', table, customerId, isDone, signal);
  const appointment: Appointment = {
    startsAtMs,
    state: 'booked',
    place,
    bookedAtMs: nowMs,
    version: (before?.version ?? 0) + 1,
    ...markOf(seen),
  };
  const told = { customerId, startsAtMs, timeZone: terms.timeZone };
  const writes: readonly Write[] = [
    {
      Put: {
        TableName: table.name,
        Item: { ...placeKey(time, place), customerId, expiresAt: expiry(startsAtMs) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    customerWrite(table, customerId, appointment),
    ...(isAhead(before, nowMs) ? freeing(tables, terms, customerId, before, nowMs) : []),
    ...messagesOfBooking(told, nowMs).map(({ message, dueAtMs }) =>
      messageWrite(tables.messages, message, dueAtMs),
    ),
    notMerged(tables.customers, customerId),
  ];
  const inTheWay = await firstInTheWay(table, writes, signal);
  if (inTheWay === undefined) return { kind: 'kept', appointment };
  return keptOr(inTheWay === 0 ? 'taken' : 'changed-meanwhile', table, customerId, isDone, signal);
}

/** Cancels the appointment that was seen, and tells the customer: once. Three requests at most. */
export async function cancelOnce(
  tables: AppointmentTables,
  terms: AppointmentTerms,
  { customerId, seen }: Pick<AppointmentWish, 'customerId' | 'seen'>,
  nowMs: number,
  signal: AbortSignal,
): Promise<Exclude<Kept, { kind: 'taken' }>> {
  const { appointments: table } = tables;
  const isDone = (now: Appointment): boolean =>
    now.state === 'cancelled' && ('intent' in seen ? mayBeOf(seen, now) : now.startsAtMs === seen.toldOfMs);
  const before = await readAppointment(table, customerId, signal);
  if (before !== undefined && isDone(before)) return { kind: 'kept', appointment: before };
  if (!isAhead(before, nowMs) || !isAsSeen(seen, before, nowMs)) return { kind: 'changed-meanwhile' };
  const { intent: _earlier, ...stood } = before;
  const { startsAtMs } = stood;
  const appointment: Appointment = {
    ...stood,
    state: 'cancelled',
    version: before.version + 1,
    ...markOf(seen),
  };
  const told = { customerId, startsAtMs, timeZone: terms.timeZone };
  const writes: readonly Write[] = [
    customerWrite(table, customerId, appointment),
    ...freeing(tables, terms, customerId, before, nowMs),
    ...messagesOfCancelling(told, nowMs).map(({ message }) => messageWrite(tables.messages, message)),
  ];
  const inTheWay = await firstInTheWay(table, writes, signal);
  if (inTheWay === undefined) return { kind: 'kept', appointment };
  return keptOr('changed-meanwhile', table, customerId, isDone, signal);
}

/** Gives the place of an appointment back, and withdraws its reminder while that has not been sent. */
function freeing(
  { appointments, messages }: AppointmentTables,
  terms: AppointmentTerms,
  customerId: string,
  { startsAtMs, place, bookedAtMs, bookedFor = customerId }: Appointment,
  nowMs: number,
): readonly Write[] {
  const { date } = localTimeAt(startsAtMs, terms);
  const appointed = { customerId: bookedFor, startsAtMs, timeZone: terms.timeZone };
  const { message, dueAtMs } = reminderOf(appointed, bookedAtMs);
  return [
    {
      Delete: {
        TableName: appointments.name,
        Key: placeKey({ atMs: startsAtMs, date }, place),
        ConditionExpression: 'attribute_not_exists(pk) OR customerId = :customerId',
        ExpressionAttributeValues: { ':customerId': bookedFor },
      },
    },
    ...(dueAtMs > nowMs
      ? [{ Delete: { TableName: messages.name, Key: { messageId: message.messageId } } }]
      : []),
  ];
}

/** Makes all writes, or none: then it says which was the first whose condition did not hold, or met another write. */
async function firstInTheWay(
  { client }: Table,
  writes: readonly Write[],
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    await writeTogether(client, writes, signal);
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    const known = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
    const first = codes.findIndex((code) => code !== 'None');
    if (first < 0 || codes.some((code) => !known.includes(code))) throw error;
    return first;
  }
}

/** The appointment where it stands as was wished, whoever did it; `otherwise` where it does not. */
async function keptOr<Otherwise extends Exclude<Kept['kind'], 'kept'>>(
  otherwise: Otherwise,
  table: Table,
  customerId: string,
  isDone: (now: Appointment) => boolean,
  signal: AbortSignal,
): Promise<Extract<Kept, { kind: 'kept' }> | { readonly kind: Otherwise }> {
  const now = await readAppointment(table, customerId, signal);
  return now !== undefined && isDone(now) ? { kind: 'kept', appointment: now } : { kind: otherwise };
}
