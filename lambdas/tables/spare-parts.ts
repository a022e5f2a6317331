/** Sends spare parts under warranty: each part once for each order, however often it is asked for. */

import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expectedOn } from '../domain/expected-arrival.ts';
import { orderNumbers } from '../domain/order-intent.ts';
import { type Part, type PartAnswer, partAnswer, partOrder } from '../domain/spare-part.ts';
import { readOrderer } from './customer-addresses.ts';
import { writeForCustomer } from './customer-followed.ts';
import { isCallers } from './customer-ids.ts';
import { historyKey } from './customer-keys.ts';
import type { ChangeTables } from './order-changes.ts';
import { orderKey } from './order-keys.ts';
import { type Order, readOrder } from './orders.ts';
import type { OwnTables } from './own-orders.ts';
import { type Product, readProducts } from './products.ts';
import { takeFromStock } from './stock.ts';

/** The number of the order of a part: it follows from order and part, so that there is never a second. */
export function partOrderNumberOf(orderNumber: string, part: string): string {
  return orderNumbers(createHash('sha256').update(`part ${part} for ${orderNumber}`).digest())[0];
}

export type PartFound =
  | PartAnswer
  | { readonly kind: 'unknown-order' }
  /** It is on its way already, as this order. */
  | { readonly kind: 'sent'; readonly order: Order };

/** What can be said of a part for an order; two requests in sequence, or four where the caller was merged meanwhile. */
export async function findPartFor(
  { orders, customers }: OwnTables,
  { customerId, orderNumber }: { readonly customerId: string; readonly orderNumber: string },
  part: Part,
  today: string,
  signal: AbortSignal,
): Promise<PartFound & { readonly of?: Order }> {
  const [order, sent] = await Promise.all([
    readOrder(orders, orderNumber, signal),
    readOrder(orders, partOrderNumberOf(orderNumber, part.sku), signal),
  ]);
  if (order === undefined || !(await isCallers(customers, customerId, order.customerId, signal)))
    return { kind: 'unknown-order' };
  if (sent !== undefined) return { kind: 'sent', order: sent };
  const fitting = order.lines.map(({ sku }) => sku).filter((sku) => part.partOf?.includes(sku) === true);
  const products = await readProducts(orders, [...new Set(fitting)], signal);
  return { ...partAnswer(order, part, products, today), of: order };
}

/** As {@link findPartFor} with the customer beside it, then the transaction; one more where somebody came in between. */
export async function sendPartOnce(
  tables: ChangeTables,
  wish: { readonly customerId: string; readonly orderNumber: string },
  part: Product,
  nowMs: number,
  signal: AbortSignal,
): Promise<PartFound> {
  const { orders, customers } = tables;
  const at = new Date(nowMs).toISOString();
  const [{ of: order, ...found }, orderer] = await Promise.all([
    findPartFor(tables, wish, part, at.slice(0, 10), signal),
    readOrderer(customers, wish.customerId, signal),
  ]);
  if (found.kind !== 'covered' || order === undefined) return found;
  const orderNumber = partOrderNumberOf(order.orderNumber, part.sku);
  const made = partOrder(order, { part: part.sku, of: found.product.sku, orderNumber, nowMs });
  const sent = { ...made, ...expectedOn(part.deliveryDays, at.slice(0, 10)), ...orderer.addresses };
  const history = { event: 'order-placed', orderNumber, at };
  try {
    const customerId = await writeForCustomer(
      customers,
      orderer.customerId,
      (owner) => [
        {
          Put: {
            TableName: orders.name,
            Item: { ...orderKey(orderNumber), ...sent, customerId: owner },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        takeFromStock(orders.name, { sku: part.sku, pieces: 1 }),
        { Put: { TableName: customers.name, Item: { ...historyKey(owner, at, orderNumber), ...history } } },
      ],
      signal,
    );
    return { kind: 'sent', order: { ...sent, customerId } };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
  }
  const now = await readOrder(orders, orderNumber, signal);
  return now === undefined ? { kind: 'out-of-stock' } : { kind: 'sent', order: now };
}
