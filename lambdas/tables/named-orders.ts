/** The order that a caller names by key for a case: theirs is found and linked to it, and one that is none of theirs is noted. */

import type { Case } from '../domain/case.ts';
import { isOrderNumber } from '../domain/order-number.ts';
import { caseExpiry, orderLink } from './case-changes.ts';
import { noteItemOf } from './case-note-item.ts';
import { findLatestOrder, findOrder, type Order } from './orders.ts';
import { putItem } from './requests.ts';
import type { Table } from './table.ts';

/** What was keyed (`namedOrder` in opened-by-phone.ts), and the order of the caller's that it names. */
export interface NamedOrder {
  readonly keyed: string;
  readonly order: Order | undefined;
}

export async function findNamedOrder(
  orders: Table,
  customerId: string,
  keyed: string,
  signal: AbortSignal,
): Promise<NamedOrder> {
  return { keyed, order: await orderOf(orders, customerId, keyed, signal) };
}

async function orderOf(
  orders: Table,
  customerId: string,
  keyed: string,
  signal: AbortSignal,
): Promise<Order | undefined> {
  // Everybody whom we do not know has this id: what was ordered belongs to none of them.
  if (customerId === 'unknown') return undefined;
  if (keyed === 'latest') return await findLatestOrder(orders, customerId, signal);
  return isOrderNumber(keyed) ? await findOrder(orders, customerId, keyed, signal) : undefined;
}

/** One link, or one note, however often it is written; neither where no order was named. */
export async function keepNamedOrder(
  cases: Table,
  kept: Case,
  { keyed, order }: NamedOrder,
  signal: AbortSignal,
): Promise<void> {
  const { caseNumber, openedAtMs } = kept;
  if (order !== undefined) {
    const Item = orderLink(caseNumber, order.orderNumber, caseExpiry(openedAtMs));
    await putItem(cases, { Item }, signal);
  } else if (keyed !== 'none' && keyed !== 'latest') await noteUnknownOrder(cases, kept, signal);
}

/** What was keyed is not kept: it may have been meant for something else. */
async function noteUnknownOrder(
  table: Table,
  { caseNumber, customerId, contactId, openedAtMs }: Case,
  signal: AbortSignal,
): Promise<void> {
  const note = {
    atMs: openedAtMs,
    by: { role: 'caller', id: customerId },
    contactId,
    visibility: 'internal',
    about: 'note',
    words: 'Keyed the number of an order that is none of theirs: ask which one it is about.',
  } as const;
  const Item = noteItemOf(caseNumber, note, 'unknown-order', caseExpiry(openedAtMs));
  await putItem(table, { Item }, signal);
}
