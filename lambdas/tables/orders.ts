/** The table of orders, and orders in it; the products that they are made of are in `products.ts`. */

import * as z from 'zod/mini';
import { CONDITIONS } from '../domain/condition.ts';
import { billTo, deliverTo } from '../domain/order-addresses.ts';
import { DRAFT_KEPT_DAYS } from '../domain/order-draft.ts';
import { ORDER_EVENTS, ROLES } from '../domain/order-events.ts';
import { INTENT_KEPT_DAYS } from '../domain/order-intent.ts';
import { ORDER_NUMBER } from '../domain/order-number.ts';
import { type OrderRecord, VERSION_MAX } from '../domain/order-record.ts';
import { ORDER_STATUSES, orderStatusOf } from '../domain/order-status.ts';
import { PAYMENT_KEPT_DAYS } from '../domain/payment-intent.ts';
import { PARCEL_KEPT_DAYS } from '../domain/returns.ts';
import type { CustomerIds } from './customer-ids.ts';
import type { TableDefinition } from './definition.ts';
import { calendarDay, currency, price, sku, wholeNumber } from './order-fields.ts';
import { orderKey } from './order-keys.ts';
import { getItem, putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/**
 * Items, by key:
 * - `ORDER#<number>`: an order; only orders have a `placedAt`, so only they are in the index,
 * - `PRODUCT#<sku>`: a product in stock,
 * - `PRODUCT-NUMBER#<digits>`: whose number it is, for callers who key it,
 * - `OFFERS`: the products that have had a promotion, with its days (`tables/offers.ts`),
 * - `INTENT#<customer>#<products and pieces>`: the newest confirmed wish for exactly these (`tables/intent-items.ts`);
 *   only one that is neither placed, refused nor with a case has `unsettled`, so only it is in that index,
 * - `DRAFT#<customer>`: what a customer has begun to order and not confirmed (`tables/order-drafts.ts`),
 * - `PAYMENT#<order>`: all attempts to pay an order by card (`tables/payments.ts`); one that somebody has to finish has
 *   `unsettled` too, and so has an order that owes money to a card, each under a value of its own,
 * - `CHANGE#<order>#<what>`: a change of an order that its caller confirmed and did not hear the end of, with `unsettled`
 *   until somebody has found it out (`tables/unsettled-changes.ts`),
 * - `RETURN#<order>`: the parcel of a return or exchange that is to come back, with `unsettled` until it has come or its
 *   case is over (`tables/awaited-parcels.ts`),
 * - `BANK#<key>`: the book of the pretended bank, where that is the provider (`providers/pretended.ts`),
 * - `INTAKE#<source>#<reference>`: what came in otherwise than by telephone, and what became of it; `content` only where
 *   a person has to look at it (`tables/incoming-orders.ts`).
 */
export const definition: TableDefinition = {
  name: 'orders',
  purpose: 'Orders by number and by customer, what callers have confirmed, and the products in stock.',
  partitionKey: { name: 'pk', type: 'S' },
  indexes: [
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'placedAt', type: 'S' },
      projection: 'all',
    },
    {
      name: 'unsettled',
      partitionKey: { name: 'unsettled', type: 'S' },
      sortKey: { name: 'expiresAt', type: 'S' },
      projection: ['customerId', 'digest'],
    },
  ],
  timeToLiveAttribute: 'removeAfter',
  personalFields: ['content', 'deliverTo', 'billTo'],
  retention: [
    {
      items: 'orders',
      keptDays: 'until-erased',
      why: 'an order is a record of a sale; it names its customer by id, and an erasure takes its addresses',
    },
    {
      items: 'confirmed intents',
      keptDays: INTENT_KEPT_DAYS,
      why: 'whoever follows up an order that could not be confirmed to its caller looks here',
    },
    { items: 'drafts', keptDays: DRAFT_KEPT_DAYS, why: 'whoever calls again goes on with it' },
    {
      items: 'confirmed changes whose callers did not hear the end',
      keptDays: INTENT_KEPT_DAYS,
      why: 'whoever follows up the case looks here; they name an order and no person',
    },
    {
      items: 'references of orders that came in otherwise than by telephone',
      keptDays: 400,
      why: 'a sender who sends an order of last year again means that one',
    },
    {
      items: 'payments by card',
      keptDays: PAYMENT_KEPT_DAYS,
      why: 'a charge may be disputed for 540 days; they name an order and no person',
    },
    {
      items: 'parcels that are to come back',
      keptDays: PARCEL_KEPT_DAYS,
      why: 'whoever looks for one looks here; they name an order and no person',
    },
    { items: 'products', keptDays: 'until-erased', why: 'the stock says nothing about a person' },
  ],
};

const orderNumberText = z.string().check(z.regex(ORDER_NUMBER, 'must be up to twelve digits'));
const status = z.enum(ORDER_STATUSES);

const change = z.object({
  version: z.int().check(z.minimum(2), z.maximum(VERSION_MAX)),
  event: z.enum(ORDER_EVENTS),
  from: status,
  to: status,
  at: z.iso.datetime(),
  role: z.enum(ROLES),
  who: z.string(),
  why: z.string(),
  intent: z.optional(z.string()),
  amountMinor: z.optional(wholeNumber),
});

const orderShape = {
  orderNumber: orderNumberText,
  customerId: z.string().check(z.minLength(1)),
  placedAt: z.iso.datetime(),
  status,
  version: z._default(z.int().check(z.minimum(1), z.maximum(VERSION_MAX)), 1),
  /** Orders from before they were kept have none. */
  deliverTo: z.optional(deliverTo),
  billTo: z.optional(billTo),
  /** Only ever added to; `order-changes.ts` writes it. */
  history: z._default(z.array(change), []),
  /** The day on which it should arrive, while it has not. */
  expectedOn: z.optional(calendarDay),
  deliveredOn: z.optional(calendarDay),
  currency,
  lines: z
    .array(
      z.strictObject({
        sku,
        quantity: wholeNumber.check(z.positive()),
        unitPriceMinor: price,
        taxMinor: z.optional(wholeNumber),
        kind: z.optional(z.enum(['goods', 'part'])),
        partOf: z.optional(z.strictObject({ orderNumber: orderNumberText, sku })),
      }),
    )
    .check(z.minLength(1)),
  taxMinor: z.optional(wholeNumber),
  taxBasisPoints: z.optional(wholeNumber),
  paidMinor: z.optional(wholeNumber),
  refundedMinor: z.optional(wholeNumber),
  creditedMinor: z.optional(wholeNumber),
  rmaNumber: z.optional(z.string()),
  returnedOn: z.optional(calendarDay),
  returnedAs: z.optional(z.enum(CONDITIONS)),
  replaces: z.optional(orderNumberText),
  worthMinor: z.optional(wholeNumber),
  replacedBy: z.optional(orderNumberText),
  isReadBack: z.optional(z.boolean()),
  /** Of an order that was placed by phone. */
  intentId: z.optional(z.string()),
  intentOf: z.optional(z.string()),
  source: z.optional(z.string()),
  externalReference: z.optional(z.string()),
};

/** Also as orders were called before. */
const keptStatus = z.pipe(
  z.string(),
  z.transform((text: string) => orderStatusOf(text) ?? text),
);

/** As it is read. */
export const orderItem = z.object({ ...orderShape, status: z.pipe(keptStatus, status) });
const orderSchema = z.strictObject(orderShape);

export type Order = OrderRecord;
/** An order as it is written anew: its life has not begun yet. */
export type NewOrder = z.input<typeof orderSchema>;

/** An order of a customer; another customer's order is not found. */
export async function findOrder(
  table: Table,
  customerId: string,
  orderNumber: string,
  abortSignal: AbortSignal,
): Promise<Order | undefined> {
  const item = await getItem(table, { Key: orderKey(orderNumber) }, abortSignal);
  const order = item === undefined ? undefined : readItem(orderItem, item, table);
  return order?.customerId === customerId ? order : undefined;
}

/** Orders of a customer, the latest first, and where the next page of them begins. */
export interface OrderPage {
  readonly orders: readonly Order[];
  readonly next: Plain | undefined;
}

/** A page of a customer's orders in one request, the latest first. The index follows the table within a second. */
export async function ordersOfCustomer(
  table: Table,
  customerId: string,
  { limit, from }: { readonly limit: number; readonly from?: Plain | undefined },
  abortSignal: AbortSignal,
): Promise<OrderPage> {
  const { items, next } = await queryItems(
    table,
    {
      IndexName: 'by-customer',
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': customerId },
      ScanIndexForward: false,
      Limit: limit,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    },
    abortSignal,
  );
  return { orders: items.map((item) => readItem(orderItem, item, table)), next };
}

/** The latest orders of a customer under all ids of theirs, at most so many. */
export async function latestOrders(
  table: Table,
  ids: CustomerIds,
  limit: number,
  abortSignal: AbortSignal,
): Promise<readonly Order[]> {
  const pages = await Promise.all(ids.map((id) => ordersOfCustomer(table, id, { limit }, abortSignal)));
  // The index follows the table: what a merge moves meanwhile may be under both.
  const once = new Map(pages.flatMap((page) => page.orders).map((one) => [one.orderNumber, one]));
  return [...once.values()]
    .toSorted((one, other) => (one.placedAt < other.placedAt ? 1 : -1))
    .slice(0, limit);
}

/** The order that a customer placed last. */
export async function findLatestOrder(
  table: Table,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<Order | undefined> {
  const { orders } = await ordersOfCustomer(table, customerId, { limit: 1 }, abortSignal);
  return orders[0];
}

/** Writes an order over whatever had its number. */
export async function saveOrder(table: Table, order: NewOrder): Promise<void> {
  const valid = z.parse(orderSchema, order);
  await putItem(table, { Item: { ...orderKey(valid.orderNumber), ...valid } });
}

/** The order with a number, whoever's it is, as it stands at this moment. */
export async function readOrder(
  table: Table,
  orderNumber: string,
  abortSignal: AbortSignal,
): Promise<Order | undefined> {
  const item = await getItem(table, { Key: orderKey(orderNumber), ConsistentRead: true }, abortSignal);
  return item === undefined ? undefined : readItem(orderItem, item, table);
}
