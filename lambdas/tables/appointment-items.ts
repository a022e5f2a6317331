/** The appointment of a customer as the table keeps it. */

import * as z from 'zod/mini';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import type { Write } from './transaction.ts';

/** Appointments are kept for so long after they began. */
export const APPOINTMENT_KEPT_DAYS = 30;

export interface Appointment {
  readonly startsAtMs: number;
  readonly state: 'booked' | 'cancelled';
  readonly place: number;
  readonly bookedAtMs: number;
  readonly version: number;
  /** Of the desktop that asked for it so; absent where a caller did. */
  readonly intent?: string | undefined;
  /** The id of a customer who was merged since: its place and its reminder are still under it. */
  readonly bookedFor?: string | undefined;
}

const moment = z.iso.datetime();
const keptAppointment = z.object({
  startsAt: moment,
  state: z.enum(['booked', 'cancelled']),
  place: z.int(),
  bookedAt: moment,
  version: z.int(),
  intent: z.optional(z.string()),
  bookedFor: z.optional(z.string()),
});

export const appointmentKey = (customerId: string) => ({ pk: `CUSTOMER#${customerId}`, sk: 'APPOINTMENT' });
const text = (atMs: number): string => new Date(atMs).toISOString();

/** The latest appointment of a customer, past and cancelled ones too. */
export async function readAppointment(
  table: Table,
  customerId: string,
  signal: AbortSignal,
): Promise<Appointment | undefined> {
  const item = await getItem(table, { Key: appointmentKey(customerId), ConsistentRead: true }, signal);
  if (item === undefined) return undefined;
  const { startsAt, bookedAt, ...rest } = readItem(keptAppointment, item, table);
  return { ...rest, startsAtMs: Date.parse(startsAt), bookedAtMs: Date.parse(bookedAt) };
}

/** The appointment that a customer still goes to. */
export const isAhead = (appointment: Appointment | undefined, nowMs: number): appointment is Appointment =>
  appointment?.state === 'booked' && appointment.startsAtMs > nowMs;

/** Only over the version that was seen, which is the one before. */
export function customerWrite({ name }: Table, customerId: string, appointment: Appointment): Write {
  return {
    Put: {
      TableName: name,
      Item: appointmentItem(customerId, appointment),
      ...asSeen(appointment.version - 1),
    },
  };
}

/** That a customer's appointment still is as it was seen; or takes it away, if it is. */
export const seenWrite = (
  { name }: Table,
  customerId: string,
  seen: Appointment | undefined,
  how: 'ConditionCheck' | 'Delete' = 'ConditionCheck',
): Write => {
  const write = { TableName: name, Key: appointmentKey(customerId), ...asSeen(seen?.version ?? 0) };
  return how === 'Delete' ? { Delete: write } : { ConditionCheck: write };
};

/** @param version 0 for none */
const asSeen = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':seen': version },
      };

/** A customer's appointment as it is kept. */
export const appointmentItem = (
  customerId: string,
  { startsAtMs, bookedAtMs, ...appointment }: Appointment,
) => ({
  ...appointmentKey(customerId),
  ...appointment,
  startsAt: text(startsAtMs),
  bookedAt: text(bookedAtMs),
  expiresAt: expiry(startsAtMs),
});

/** The second after which an appointment, and its place, is forgotten. */
export const expiry = (startsAtMs: number): number =>
  Math.floor(startsAtMs / 1000) + APPOINTMENT_KEPT_DAYS * 24 * 60 * 60;
