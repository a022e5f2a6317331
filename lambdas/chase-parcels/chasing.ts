/** Looks for one parcel that was to come back: a case and a word to its customer where it has not, and the end of the case where it has. */

import { isUnresolved } from '../domain/case-states.ts';
import {
  cameAfterAll,
  isStillAwaited,
  missingParcelDetails,
  missingParcelMessage,
  missingParcelWish,
} from '../domain/missing-parcel.ts';
import {
  AWAITED_PARCEL,
  type AwaitedParcel,
  MISSING_PARCEL,
  moveParcel,
  readParcel,
} from '../tables/awaited-parcels.ts';
import { linkCase, readCase } from '../tables/case-changes.ts';
import { addNote } from '../tables/case-notes.ts';
import { resolveUntaken } from '../tables/case-resolving.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { followedCustomer } from '../tables/customers.ts';
import { messageWrite } from '../tables/message-writes.ts';
import { type Order, readOrder } from '../tables/orders.ts';
import type { Surroundings } from '../tables/surroundings.ts';
import { chaseParcels } from './contract.ts';

/**
 * A parcel whose time is over. Wherever it stops, the next run goes on: the case has a key of its own, and the parcel
 * stays in the index until the last write, which carries the message.
 */
export async function chase(orderNumber: string, around: Surroundings): Promise<'missing' | 'settled'> {
  const { orders, messages, customers, cases, hours, now, signal } = around;
  const parcel = await readParcel(orders, orderNumber, signal);
  if (parcel?.unsettled !== AWAITED_PARCEL) return 'settled';
  const order = await readOrder(orders, orderNumber, signal);
  if (!isStillAwaited(order, parcel.rmaNumber)) {
    await moveParcel(orders, parcel, undefined, [], signal);
    return 'settled';
  }
  const customer = await followedCustomer(customers, order.customerId, signal);
  const customerId = customer?.customerId ?? order.customerId;
  const wish = missingParcelWish(parcel.rmaNumber, customerId, customer?.phoneNumbers[0] ?? 'unknown');
  const { caseNumber } = await openCaseOnce(cases, wish, hours, now(), signal, missingParcelDetails(order));
  await linkCase(cases, caseNumber, { orderNumber }, now(), signal);
  // Nobody is left to be told where the customer was erased.
  const told =
    customer === undefined
      ? []
      : [messageWrite(messages, missingParcelMessage(parcel, caseNumber, customerId, now().getTime()))];
  await moveParcel(orders, parcel, { caseNumber }, told, signal);
  return 'missing';
}

/** A parcel that has a case: once it has come, or is not to come any more, the case is resolved, or is told so. */
export async function closeCase(orderNumber: string, around: Surroundings): Promise<'open' | 'settled'> {
  const { orders, cases, signal } = around;
  const parcel = await readParcel(orders, orderNumber, signal);
  if (parcel?.unsettled !== MISSING_PARCEL || parcel.caseNumber === undefined) return 'settled';
  const order = await readOrder(orders, orderNumber, signal);
  const found = await readCase(cases, parcel.caseNumber, signal);
  const isOpen = found !== undefined && isUnresolved(found.status);
  if (isOpen && isStillAwaited(order, parcel.rmaNumber)) return 'open';
  if (isOpen) await tell(parcel.caseNumber, parcel, order, around);
  await moveParcel(orders, parcel, undefined, [], signal);
  return 'settled';
}

/** Nobody resolves by itself what a person is at, or what nobody has looked at. */
async function tell(
  caseNumber: string,
  { rmaNumber }: AwaitedParcel,
  order: Order | undefined,
  { cases, hours, now, signal }: Surroundings,
): Promise<void> {
  const by = chaseParcels.name;
  const details = order === undefined || order.returnedOn === undefined ? undefined : cameAfterAll(order);
  const words =
    order?.returnedOn === undefined
      ? `The parcel of return ${rmaNumber} is not to come any more.`
      : `The parcel of return ${rmaNumber} came on ${order.returnedOn}.`;
  if (
    details !== undefined &&
    (await resolveUntaken(cases, { caseNumber, details, words, by }, hours, now, signal))
  )
    return;
  const note = {
    atMs: now().getTime(),
    by: { role: 'system', id: by } as const,
    contactId: undefined,
    visibility: 'internal',
    about: 'note',
    words,
  } as const;
  await addNote(cases, { caseNumber, note, mark: `${by}-${rmaNumber}` }, signal);
}
