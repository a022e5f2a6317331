/** The appointment of a customer who is merged into another one: it goes along, or the merge waits for a person. */

import { type Appointment, customerWrite, isAhead, readAppointment, seenWrite } from './appointment-items.ts';
import type { Table } from './table.ts';
import type { Write } from './transaction.ts';

/** What a merge does about appointments, with what it writes beside all else. */
export type Brought =
  | { readonly kind: 'goes-along'; readonly writes: readonly Write[] }
  | { readonly kind: 'stays'; readonly writes: readonly Write[] }
  | { readonly kind: 'both-have-one' };

export const BOTH_HAVE_ONE =
  'Both have an appointment to come, and a customer has one at a time: ask which of them they keep, cancel the other one, and merge then.';

/**
 * What a merge writes so that the appointment to come is that of the one who stays. Its place and its reminder stay
 * under the id that it was booked for. Where both have one to come nothing is decided for them: each was promised to
 * the customer by message, and which one they want, or whether they come twice, only they know. What is past or
 * cancelled goes along only where the other has nothing. Two requests at once.
 */
export async function bringAppointment(
  table: Table,
  { into, from, nowMs }: { readonly into: string; readonly from: string; readonly nowMs: number },
  signal: AbortSignal,
): Promise<Brought> {
  const [stays, goes] = await Promise.all([into, from].map((id) => readAppointment(table, id, signal)));
  if (isAhead(stays, nowMs) && isAhead(goes, nowMs)) return { kind: 'both-have-one' };
  if (goes === undefined || (stays !== undefined && !isAhead(goes, nowMs)))
    return { kind: 'stays', writes: [seenWrite(table, from, goes)] };
  return { kind: 'goes-along', writes: moved(table, { into, from }, stays, goes) };
}

function moved(
  table: Table,
  { into, from }: { readonly into: string; readonly from: string },
  stays: Appointment | undefined,
  goes: Appointment,
): readonly Write[] {
  const version = (stays?.version ?? 0) + 1;
  return [
    customerWrite(table, into, { ...goes, version, bookedFor: goes.bookedFor ?? from }),
    seenWrite(table, from, goes, 'Delete'),
  ];
}
