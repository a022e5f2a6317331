/** Orders of whoever is calling: a customer may be made one with another while they are on the line. */

import { isCallers } from './customer-ids.ts';
import { type Order, readOrder } from './orders.ts';
import type { Table } from './table.ts';

export interface OwnTables {
  readonly orders: Table;
  readonly customers: Table;
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
