/** Changes orders: one conditional write for each change, in which the stock moves and the history grows. */

import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { deliveryDaysOf, expectedOn } from '../domain/expected-arrival.ts';
import { decideChange, type OrderTerms, type OrderWish, type Refusal } from '../domain/order-change.ts';
import { orderNumbers } from '../domain/order-intent.ts';
import { balanceOf, type OrderChange } from '../domain/order-record.ts';
import { PAY_INTENT as CARD } from '../domain/payment-intent.ts';
import type { StockMove } from '../domain/stock-moves.ts';
import { awaitedParcelWrites } from './awaited-parcels.ts';
import { readOrderer } from './customer-addresses.ts';
import { writeForCustomer } from './customer-followed.ts';
import { isCallers } from './customer-ids.ts';
import { historyKey } from './customer-keys.ts';
import { orderKey } from './order-keys.ts';
import { type Order, readOrder } from './orders.ts';
import { readProducts } from './products.ts';
import { putIntoStock, takeFromStock } from './stock.ts';
import type { Plain, Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

export interface ChangeTables {
  readonly orders: Table;
  readonly customers: Table;
}

export interface OrderToChange {
  readonly orderNumber: string;
  /** Whose the order must be, by any id that they have had; absent for those who may change anybody's. */
  readonly customerId?: string;
  /** The version that whoever decides has seen; absent where the event alone says enough. */
  readonly seenVersion?: number;
}

export type Changed =
  | { readonly kind: 'changed'; readonly order: Order; readonly isRepeated: boolean }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly order: Order }
  /** Somebody else changed the order since it was seen, or at the same moment: look again. */
  | { readonly kind: 'changed-meanwhile'; readonly order: Order | undefined }
  /** The stock has too few pieces, or they cost something else now. */
  | { readonly kind: 'not-in-stock'; readonly order: Order }
  | { readonly kind: 'unknown-order' };

/**
 * Makes a wish come true once: two requests, the second one transaction, and where that is refused a third; an exchange
 * asks for its products in between, and of a caller who was merged meanwhile the ids are asked for. A wish whose intent is in the history already is answered as it was then, and
 * changes nothing.
 * @param tell what is written with the change, such as the message to its customer
 */
export async function changeOrderOnce(
  tables: ChangeTables,
  { orderNumber, customerId, seenVersion }: OrderToChange,
  wish: OrderWish,
  terms: OrderTerms,
  signal: AbortSignal,
  tell: (after: Order) => readonly Write[] = () => [],
): Promise<Changed> {
  const order = await readOrder(tables.orders, orderNumber, signal);
  if (order === undefined) return { kind: 'unknown-order' };
  if (customerId !== undefined && !(await isCallers(tables.customers, customerId, order.customerId, signal)))
    return { kind: 'unknown-order' };
  if (changeByIntent(order, wish.intent) !== undefined) return { kind: 'changed', order, isRepeated: true };
  if (seenVersion !== undefined && seenVersion !== order.version) return { kind: 'changed-meanwhile', order };
  const decision = decideChange(order, wish, terms);
  if (decision.kind === 'refused') return { ...decision, order };
  const changed = [
    updateOf(tables.orders, order, decision.order),
    ...decision.stock.map((move) => moveOf(tables.orders, move, decision.order)),
  ];
  const beside = [
    historyOf(tables.customers, decision.order, wish.event),
    ...awaitedParcelWrites(tables.orders, wish.event, decision.order),
    ...tell(decision.order),
  ];
  const { replacement } = decision;
  try {
    if (replacement === undefined) await writeTogether(tables.orders.client, [...changed, ...beside], signal);
    else {
      const sent = await withArrival(tables, replacement, signal);
      const writesFor = (customer: string) => [
        ...changed,
        newOrderOf(tables.orders, { ...sent, customerId: customer }),
        ...beside,
      ];
      await writeForCustomer(tables.customers, sent.customerId, writesFor, signal);
    }
    return { kind: 'changed', order: decision.order, isRepeated: false };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const why = whyCancelled(error, decision.stock.length);
    if (why === 'not-in-stock') return { kind: 'not-in-stock', order };
  }
  // Whoever came in between may have been this very wish, in an invocation that Connect no longer waits for.
  const now = await readOrder(tables.orders, orderNumber, signal);
  return now !== undefined && changeByIntent(now, wish.intent) !== undefined
    ? { kind: 'changed', order: now, isRepeated: true }
    : { kind: 'changed-meanwhile', order: now };
}

/** The number of the order that is sent in exchange for one: it follows from it, so that there is never a second. */
export function replacementNumberOf(orderNumber: string): string {
  return orderNumbers(createHash('sha256').update(`exchange of ${orderNumber}`).digest())[0];
}

/** The change that a wish with this intent has made of an order already. */
export function changeByIntent(
  { history }: Pick<Order, 'history'>,
  intent: string | undefined,
): OrderChange | undefined {
  return intent === undefined ? undefined : history.find((change) => change.intent === intent);
}

/** The value under which orders stand in the index of what is unsettled while a card is to get money back. */
export const REFUND_OWED = 'refund';

/** Only what was paid by card goes back by itself; the change that paid it is in the history. */
export function owesToCard(order: Order): boolean {
  const isByCard = order.history.some(({ event, intent = '' }) => event === 'pay' && intent.startsWith(CARD));
  return isByCard && balanceOf(order).owedMinor > 0;
}

function oweOf(order: Order): { readonly unsettled: string; readonly expiresAt: string } | undefined {
  const at = order.history.at(-1)?.at;
  if (at === undefined || !owesToCard(order)) return undefined;
  return { unsettled: REFUND_OWED, expiresAt: at };
}

/** Only over the version that was seen; orders of before have none, which is the first. */
function updateOf({ name }: Table, before: Order, after: Order): Write {
  const { orderNumber, history, ...rest } = after;
  const known: Plain = { ...before };
  const changed = Object.entries(rest).filter(([key, value]) => known[key] !== value);
  const set = changed.filter(([, value]) => value !== undefined);
  const gone = changed.filter(([, value]) => value === undefined).map(([key]) => key);
  const owed = oweOf(after);
  if (owed === undefined) gone.push('unsettled', 'expiresAt');
  else set.push(...Object.entries(owed));
  const names = Object.fromEntries([...set.map(([key]) => key), ...gone].map((key) => [`#${key}`, key]));
  const sets = set.map(([key]) => `#${key} = :${key}`).join(', ');
  const isFirst = before.version === 1 ? ' OR attribute_not_exists(#version)' : '';
  return {
    Update: {
      TableName: name,
      Key: orderKey(orderNumber),
      UpdateExpression: `SET ${sets}, #history = list_append(if_not_exists(#history, :none), :added)${gone.length === 0 ? '' : ` REMOVE ${gone.map((key) => `#${key}`).join(', ')}`}`,
      ConditionExpression: `attribute_exists(pk) AND (#version = :seen${isFirst})`,
      ExpressionAttributeNames: { ...names, '#history': 'history', '#version': 'version' },
      ExpressionAttributeValues: {
        ...Object.fromEntries(set.map(([key, value]) => [`:${key}`, value])),
        ':none': [],
        ':added': history.slice(-1),
        ':seen': before.version,
      },
    },
  };
}

function moveOf(
  { name }: Table,
  { sku, pieces, atUnitPriceMinor }: StockMove,
  { currency, history }: Order,
): Write {
  if (pieces >= 0) return putIntoStock(name, sku, pieces);
  if (atUnitPriceMinor === undefined) return takeFromStock(name, { sku, pieces: -pieces });
  const day = `${history.at(-1)?.at}`.slice(0, 10);
  return takeFromStock(name, {
    sku,
    pieces: -pieces,
    price: { unitPriceMinor: atUnitPriceMinor, currency, day },
  });
}

/** What is sent in exchange goes and arrives as if it were ordered today. */
async function withArrival(
  { orders, customers }: ChangeTables,
  order: Order,
  signal: AbortSignal,
): Promise<Order> {
  const skus = [...new Set(order.lines.map(({ sku }) => sku))];
  const [products, { customerId, addresses }] = await Promise.all([
    readProducts(orders, skus, signal),
    readOrderer(customers, order.customerId, signal),
  ]);
  const arrival = expectedOn(deliveryDaysOf(skus, products), order.placedAt.slice(0, 10));
  return { ...addresses, ...order, ...arrival, customerId };
}

function newOrderOf({ name }: Table, order: Order): Write {
  return {
    Put: {
      TableName: name,
      Item: { ...orderKey(order.orderNumber), ...order },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** For whoever looks at the customer and not at the order. */
function historyOf({ name }: Table, { customerId, orderNumber, history }: Order, event: string): Write {
  const at = history.at(-1)?.at ?? '';
  const Item = { ...historyKey(customerId, at, orderNumber), event: `order-${event}`, orderNumber, at };
  return { Put: { TableName: name, Item } };
}

/** The order comes first, then the stock. Throws on where it was none of the conditions. */
function whyCancelled(
  error: TransactionCanceledException,
  moves: number,
): 'not-in-stock' | 'changed-meanwhile' {
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
  const known = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
  if (codes.length === 0 || codes.some((code) => !known.includes(code))) throw error;
  const isInTheWay = (from: number, to: number) => codes.slice(from, to).includes('ConditionalCheckFailed');
  if (isInTheWay(0, 1)) return 'changed-meanwhile';
  if (isInTheWay(1, 1 + moves)) return 'not-in-stock';
  if (isInTheWay(1 + moves, codes.length)) throw new Error('the number of the new order is taken');
  return 'changed-meanwhile';
}
