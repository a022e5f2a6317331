/** Where orders lie in their table, and whose they are. */

import * as z from 'zod/mini';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

export const orderKey = (orderNumber: string) => ({ pk: `ORDER#${orderNumber}` });

const owned = z.object({ customerId: z.string().check(z.minLength(1)) });

/** Whose the order with a number is at this moment; nothing else of it is read. */
export async function customerOfOrder(
  table: Table,
  orderNumber: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const item = await getItem(
    table,
    { Key: orderKey(orderNumber), ConsistentRead: true, ProjectionExpression: 'customerId' },
    signal,
  );
  return item === undefined ? undefined : readItem(owned, item, table).customerId;
}
