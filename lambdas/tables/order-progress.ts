/** How an order stands, as callers hear it, and what is paid of it: read without what has happened to it. */

import * as z from 'zod/mini';
import type { OrderMoney } from '../domain/order-record.ts';
import type { OrderProgress } from '../domain/order-words.ts';
import { orderKey } from './order-keys.ts';
import { orderItem } from './orders.ts';
import { getItem, queryItems } from './requests.ts';
import { readItem, type Table } from './table.ts';

/** An order by its number, how it stands, and what is paid of it. */
export interface NumberedProgress extends OrderProgress, OrderMoney {
  readonly orderNumber: string;
}

const progressItem = z.pick(orderItem, {
  orderNumber: true,
  customerId: true,
  status: true,
  expectedOn: true,
  deliveredOn: true,
  currency: true,
  lines: true,
  taxMinor: true,
  paidMinor: true,
  refundedMinor: true,
  creditedMinor: true,
});

const WANTED = {
  ProjectionExpression:
    'orderNumber, customerId, #status, expectedOn, deliveredOn, currency, #lines, taxMinor, paidMinor, refundedMinor, creditedMinor',
  ExpressionAttributeNames: { '#status': 'status', '#lines': 'lines' },
};

/** How an order of a customer stands; another customer's order is not found. */
export async function findProgress(
  table: Table,
  customerId: string,
  orderNumber: string,
  abortSignal: AbortSignal,
): Promise<NumberedProgress | undefined> {
  const item = await getItem(table, { ...WANTED, Key: orderKey(orderNumber) }, abortSignal);
  const order = item === undefined ? undefined : readItem(progressItem, item, table);
  return order?.customerId === customerId ? order : undefined;
}

/** How the order stands that a customer placed last. */
export async function findLatestProgress(
  table: Table,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<NumberedProgress | undefined> {
  const { items } = await queryItems(
    table,
    {
      ...WANTED,
      IndexName: 'by-customer',
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': customerId },
      ScanIndexForward: false,
      Limit: 1,
    },
    abortSignal,
  );
  const [latest] = items;
  return latest === undefined ? undefined : readItem(progressItem, latest, table);
}
