/** Orders of whoever is calling: a customer may be made one with another while they are on the line. */

import { idsOfCustomer } from './customer-ids.ts';
import { type Order, readOrder } from './orders.ts';
import type { Table } from './table.ts';

export interface OwnTables {
  readonly orders: Table;
  readonly customers: Table;
}

/**
 * Whether what is kept under an id is the caller's, by the id that the call has of them or another one of theirs. Asks for
 * their ids only where it is another one: two requests where they were merged once.
 */
export async function isCallers(
  customers: Table,
  callerId: string,
  keptUnder: string,
  signal: AbortSignal,
): Promise<boolean> {
  return keptUnder === callerId || (await idsOfCustomer(customers, callerId, signal)).includes(keptUnder);
}

/** The order of a caller as it stands at this moment; another customer's is not found. Up to three requests. */
export async function readOwnOrder(
  { orders, customers }: OwnTables,
  callerId: string,
  orderNumber: string,
  signal: AbortSignal,
): Promise<Order | undefined> {
  const order = await readOrder(orders, orderNumber, signal);
  if (order === undefined) return undefined;
  return (await isCallers(customers, callerId, order.customerId, signal)) ? order : undefined;
}
