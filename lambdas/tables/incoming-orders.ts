/** Takes in orders that do not come by telephone: once for each reference of their sender, or a case for a person. */

import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { mergedLines } from '../domain/basket.ts';
import { dateAt } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import { deliveryDaysOf, expectedOn } from '../domain/expected-arrival.ts';
import {
  type IncomingOrder,
  type IntakeFormat,
  type IntakeSource,
  readIncoming,
} from '../domain/incoming-order.ts';
import { withLineTax } from '../domain/line-tax.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { orderAddresses } from '../domain/order-addresses.ts';
import { orderNumbers } from '../domain/order-intent.ts';
import { quote } from '../domain/order-quote.ts';
import { orderPlacedMessage } from '../domain/order-receipt.ts';
import type { OrderRecord } from '../domain/order-record.ts';
import { costsOn, pricedOn } from '../domain/promotion.ts';
import { Fault } from '../runtime/fault.ts';
import { writeForCustomer } from './customer-followed.ts';
import { historyKey } from './customer-keys.ts';
import { followedCustomer } from './customers.ts';
import { openIntakeCase } from './intake-cases.ts';
import { messageWrite } from './message-writes.ts';
import { orderKey } from './order-keys.ts';
import { type Product, readProducts } from './products.ts';
import { getItem, putItem } from './requests.ts';
import { takeFromStock } from './stock.ts';
import { readItem, type Table } from './table.ts';

/** A reference is known for so long; after that the same one is a new order. */
export const INTAKE_KEPT_DAYS = 400;

/** Somebody else's transaction may hold an item for a moment; a sender who is told of a fault sends the order again. */
const PLACE_TRIES = 4;

export interface Incoming {
  readonly source: IntakeSource;
  /** The sender's own number of the order or the message: sent again, it is the same order. */
  readonly reference: string;
  readonly format: IntakeFormat;
  readonly content: string;
}

export interface IntakeTables {
  readonly orders: Table;
  readonly customers: Table;
  readonly cases: Table;
  readonly messages: Table;
}

export interface IntakeTerms {
  readonly hours: OpeningHours;
  readonly taxBasisPoints: number;
  readonly nowMs: number;
}

export type TakenIn =
  | { readonly kind: 'taken'; readonly orderNumber: string; readonly isRepeated: boolean }
  | {
      readonly kind: 'for-a-person';
      readonly caseNumber: string;
      readonly because: string;
      readonly isRepeated: boolean;
    }
  /** Something else was sent with this reference before. */
  | { readonly kind: 'other-content' };

const intakeItem = z.object({
  digest: z.string(),
  orderNumber: z.optional(z.string()),
  because: z.optional(z.string()),
  customerId: z.optional(z.string()),
});
type Intake = z.output<typeof intakeItem>;

const intakeKey = ({ source, reference }: Incoming) => ({ pk: `INTAKE#${source}#${reference}` });
const digestOf = ({ format, content }: Incoming) =>
  createHash('sha256').update(`${format}\n${content}`).digest('base64');
const numberOf = ({ source, reference }: Incoming) =>
  orderNumbers(createHash('sha256').update(`intake ${source} ${reference}`).digest())[0];

/**
 * What is refused is written down before its case is opened, and what is taken in is one transaction with its order: a
 * sender who hears nothing sends the same again, and it goes on from there.
 */
export async function takeInOnce(
  tables: IntakeTables,
  incoming: Incoming,
  terms: IntakeTerms,
  signal: AbortSignal,
): Promise<TakenIn> {
  const known = await findIntake(tables.orders, incoming, signal);
  if (known !== undefined) return answerOf(tables, incoming, known, terms, true, signal);
  const read = readIncoming(incoming.format, incoming.content);
  if (read.kind === 'unreadable') return refer(tables, incoming, { because: read.because }, terms, signal);
  const customer = await followedCustomer(tables.customers, read.order.customerId, signal);
  if (customer === undefined) {
    return refer(tables, incoming, { because: 'its customer is not known' }, terms, signal);
  }
  const { customerId } = customer;
  const made = await orderOf(tables.orders, incoming, read.order, customer, terms, signal);
  if (typeof made === 'string') return refer(tables, incoming, { because: made, customerId }, terms, signal);
  for (let tries = 0; tries < PLACE_TRIES; tries += 1) {
    const placed = await place(tables, incoming, made, terms, signal);
    if (placed === 'placed') return { kind: 'taken', orderNumber: made.order.orderNumber, isRepeated: false };
    const now = await findIntake(tables.orders, incoming, signal);
    if (now !== undefined) return answerOf(tables, incoming, now, terms, true, signal);
    if (placed === 'refused') {
      const because = 'a product was sold or changed its price while it was taken in';
      return refer(tables, incoming, { because, customerId }, terms, signal);
    }
  }
  throw new Fault('other writes held the products of an order that came in; another try may do');
}

async function findIntake(
  table: Table,
  incoming: Incoming,
  signal: AbortSignal,
): Promise<Intake | undefined> {
  const item = await getItem(table, { Key: intakeKey(incoming), ConsistentRead: true }, signal);
  return item === undefined ? undefined : readItem(intakeItem, item, table);
}

/** An order that came in, and the products that are in it. */
interface Made {
  readonly order: OrderRecord;
  readonly products: readonly Product[];
}

/** At the prices of today, to where it says or its customer prefers, or why a person has to look at it. */
async function orderOf(
  table: Table,
  incoming: Incoming,
  { currency, lines, ...said }: IncomingOrder,
  customer: Customer,
  { taxBasisPoints, nowMs }: IntakeTerms,
  signal: AbortSignal,
): Promise<Made | string> {
  const addresses = orderAddresses(customer, said);
  if (addresses === 'unknown-address') return 'it names an address that its customer does not have';
  const today = dateAt(nowMs);
  const skus = lines.map(({ sku }) => sku);
  const kept = await readProducts(table, skus, signal);
  const isOtherPrice = lines.some(({ sku, unitPriceMinor }) => {
    const product = kept.find((each) => each.sku === sku);
    return product !== undefined && unitPriceMinor !== undefined && !costsOn(product, unitPriceMinor, today);
  });
  if (isOtherPrice) return 'it names a price that is not ours';
  if (kept.some((product) => product.currency !== currency))
    return 'it is in another currency than our prices';
  const products = kept.map((product) => pricedOn(product, today));
  const quoted = quote(mergedLines(lines), products, taxBasisPoints);
  if (quoted.kind === 'unknown-product') return 'it names a product that we do not have';
  if (quoted.kind === 'out-of-stock') return 'it wants more of a product than there is';
  const { basket } = quoted;
  const order: OrderRecord = {
    orderNumber: numberOf(incoming),
    customerId: customer.customerId,
    placedAt: new Date(nowMs).toISOString(),
    status: 'confirmed',
    version: 1,
    history: [],
    currency,
    lines: withLineTax(basket.lines, basket.taxMinor),
    taxMinor: basket.taxMinor,
    taxBasisPoints,
    isReadBack: false,
    ...expectedOn(deliveryDaysOf(skus, kept), today),
    ...addresses,
    source: incoming.source,
    externalReference: incoming.reference,
  };
  return { order, products: kept };
}

/**
 * Shops, files and feeds get the number of the order in the answer, and tell their customers what they tell them; whoever
 * has written an e-mail has nobody to hear it from but us.
 */
const WITHOUT_SENDER: readonly IntakeSource[] = ['email'];

/** Refused where it was there already or the stock has changed, busy where another transaction held an item. */
async function place(
  { orders, customers, messages }: IntakeTables,
  incoming: Incoming,
  { order, products }: Made,
  { nowMs }: IntakeTerms,
  signal: AbortSignal,
): Promise<'placed' | 'refused' | 'busy'> {
  const TableName = orders.name;
  const { orderNumber, currency, placedAt: at } = order;
  const day = at.slice(0, 10);
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  const intake = { ...intakeKey(incoming), digest: digestOf(incoming), orderNumber, ...keptUntil(nowMs) };
  const history = { event: 'order-placed', orderNumber, at };
  try {
    await writeForCustomer(
      customers,
      order.customerId,
      (customerId) => [
        { Put: { TableName, Item: intake, ...isNew } },
        { Put: { TableName, Item: { ...orderKey(orderNumber), ...order, customerId }, ...isNew } },
        ...order.lines.map(({ sku, quantity: pieces, unitPriceMinor }) =>
          takeFromStock(TableName, { sku, pieces, price: { unitPriceMinor, currency, day } }),
        ),
        {
          Put: {
            TableName: customers.name,
            Item: { ...historyKey(customerId, at, orderNumber), ...history },
          },
        },
        ...(WITHOUT_SENDER.includes(incoming.source)
          ? [messageWrite(messages, orderPlacedMessage({ ...order, customerId }, products, nowMs))]
          : []),
      ],
      signal,
    );
    return 'placed';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const isRefused = error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed');
    return isRefused === true ? 'refused' : 'busy';
  }
}

/** The content is kept for the person who looks at it, and for nobody else. */
async function refer(
  tables: IntakeTables,
  incoming: Incoming,
  why: { readonly because: string; readonly customerId?: string },
  terms: IntakeTerms,
  signal: AbortSignal,
): Promise<TakenIn> {
  const intake: Intake = { digest: digestOf(incoming), ...why };
  const { content } = incoming;
  try {
    await putItem(
      tables.orders,
      {
        Item: { ...intakeKey(incoming), ...intake, content, ...keptUntil(terms.nowMs) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      signal,
    );
    return answerOf(tables, incoming, intake, terms, false, signal);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  const now = await findIntake(tables.orders, incoming, signal);
  if (now === undefined) throw new Error('an order that came in was removed while it was taken in');
  return answerOf(tables, incoming, now, terms, true, signal);
}

async function answerOf(
  tables: IntakeTables,
  incoming: Incoming,
  { digest, orderNumber, because = '', customerId = 'unknown' }: Intake,
  { hours, nowMs }: IntakeTerms,
  isRepeated: boolean,
  signal: AbortSignal,
): Promise<TakenIn> {
  if (digest !== digestOf(incoming)) return { kind: 'other-content' };
  if (orderNumber !== undefined) return { kind: 'taken', orderNumber, isRepeated };
  const { source, reference, content } = incoming;
  const id = `intake ${source} ${reference}`;
  const odd = { from: `${source} ${reference}`, because, content };
  const wish = { contactId: id, intent: id, customerId };
  const { caseNumber } = await openIntakeCase(tables, wish, odd, hours, new Date(nowMs), signal);
  return { kind: 'for-a-person', caseNumber, because, isRepeated };
}

const keptUntil = (nowMs: number) => ({
  removeAfter: Math.floor(nowMs / 1000) + INTAKE_KEPT_DAYS * 24 * 60 * 60,
});
