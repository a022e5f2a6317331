/** Orders and the products in stock that they are made of. */

import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ORDER_STATUSES } from '../domain/order-status.ts';
import type { TableDefinition } from './definition.ts';
import { readItem, type Table } from './table.ts';

/** Items, by key: `ORDER#<number>`, `PRODUCT#<sku>`. Only orders have a customer, so only they are in the index. */
export const definition: TableDefinition = {
  name: 'orders',
  purpose: 'Orders by number and by customer, and the products in stock.',
  partitionKey: { name: 'pk', type: 'S' },
  indexes: [
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'placedAt', type: 'S' },
      projection: 'all',
    },
  ],
  personalFields: [],
  retention: [
    {
      items: 'orders',
      keptDays: 'until-erased',
      why: 'an order is a record of a sale; it names its customer by id',
    },
    { items: 'products', keptDays: 'until-erased', why: 'the stock says nothing about a person' },
  ],
};

const calendarDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-11-24'));
const wholeNumber = z.int().check(z.nonnegative());
const sku = z.string().check(z.regex(/^[A-Z0-9-]{1,20}$/, 'must be capital letters, digits and hyphens'));

const orderShape = {
  orderNumber: z.string().check(z.regex(/^[1-9]\d{0,11}$/, 'must be up to twelve digits')),
  customerId: z.string().check(z.minLength(1)),
  placedAt: z.iso.datetime(),
  status: z.enum(ORDER_STATUSES),
  /** The day on which it should arrive, while it has not. */
  expectedOn: z.optional(calendarDay),
  deliveredOn: z.optional(calendarDay),
  /** ISO 4217; prices are in its minor unit (cents). */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  lines: z
    .array(z.strictObject({ sku, quantity: wholeNumber.check(z.positive()), unitPriceMinor: wholeNumber }))
    .check(z.minLength(1)),
};

const productShape = {
  sku,
  name: z.string().check(z.minLength(1)),
  currency: orderShape.currency,
  unitPriceMinor: wholeNumber,
  inStock: wholeNumber,
};

const orderItem = z.object(orderShape);
const orderSchema = z.strictObject(orderShape);
const productSchema = z.strictObject(productShape);

export type Order = z.output<typeof orderSchema>;
export type Product = z.output<typeof productSchema>;

const orderKey = (orderNumber: string) => ({ pk: `ORDER#${orderNumber}` });

/** Whether a text can be the number of an order at all: no other is worth a request. */
export function isOrderNumber(text: string): boolean {
  return z.safeParse(orderShape.orderNumber, text).success;
}

/** An order of a customer; another customer's order is not found. */
export async function findOrder(
  table: Table,
  customerId: string,
  orderNumber: string,
  abortSignal: AbortSignal,
): Promise<Order | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: orderKey(orderNumber) }),
    { abortSignal },
  );
  const order = Item === undefined ? undefined : readItem(orderItem, Item, table);
  return order?.customerId === customerId ? order : undefined;
}

/** The order that a customer placed last. */
export async function findLatestOrder(
  table: Table,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<Order | undefined> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'by-customer',
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': customerId },
      ScanIndexForward: false,
      Limit: 1,
    }),
    { abortSignal },
  );
  const [latest] = Items ?? [];
  return latest === undefined ? undefined : readItem(orderItem, latest, table);
}

/** Writes an order over whatever had its number. */
export async function saveOrder({ client, name }: Table, order: Order): Promise<void> {
  const valid = z.parse(orderSchema, order);
  await client.send(new PutCommand({ TableName: name, Item: { ...orderKey(valid.orderNumber), ...valid } }));
}

/** Writes a product over whatever had its SKU. */
export async function saveProduct({ client, name }: Table, product: Product): Promise<void> {
  const valid = z.parse(productSchema, product);
  await client.send(new PutCommand({ TableName: name, Item: { pk: `PRODUCT#${valid.sku}`, ...valid } }));
}
