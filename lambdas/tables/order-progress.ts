/** How an order stands, as callers hear it, and what is paid of it: read without what has happened to it. */

import { CALENDAR_DAY } from '../domain/local-time.ts';
import { ORDER_NUMBER } from '../domain/order-number.ts';
import type { OrderMoney } from '../domain/order-record.ts';
import { orderStatusOf } from '../domain/order-status.ts';
import type { OrderProgress } from '../domain/order-words.ts';
import { idsOfCustomer, isCallers } from './customer-ids.ts';
import { orderKey } from './order-keys.ts';
import { paidOf } from './order-paid.ts';
import { getItem, queryItems } from './requests.ts';
import { type Plain, type Table, WrongItem } from './table.ts';

/** An order by its number, how it stands, and what is paid of it. */
export interface NumberedProgress extends OrderProgress, OrderMoney {
  readonly orderNumber: string;
}

/** Read by hand: the schema of an order is 4.5 KB of a bundle, and is made at every cold start. Throws, as `readItem` does. */
function progressOf(item: Plain, table: Table) {
  const { lines, taxMinor, paidMinor, refundedMinor, creditedMinor } = paidOf(item, table);
  return {
    orderNumber: textIn(item, 'orderNumber', ORDER_NUMBER, table),
    customerId: textIn(item, 'customerId', ANY_TEXT, table),
    placedAt: textIn(item, 'placedAt', A_MOMENT, table),
    status: orderStatusOf(item['status']) ?? wrong('status', table),
    expectedOn: dayIn(item, 'expectedOn', table),
    deliveredOn: dayIn(item, 'deliveredOn', table),
    lines,
    taxMinor,
    paidMinor,
    refundedMinor,
    creditedMinor,
  };
}

const ANY_TEXT = /./;
/** As `toISOString` writes it. */
const A_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function textIn(item: Plain, attribute: string, form: RegExp, table: Table): string {
  const value = item[attribute];
  return typeof value === 'string' && form.test(value) ? value : wrong(attribute, table);
}

const dayIn = (item: Plain, attribute: string, table: Table): string | undefined =>
  item[attribute] === undefined ? undefined : textIn(item, attribute, CALENDAR_DAY, table);

function wrong(attribute: string, { name }: Table): never {
  throw new WrongItem(name, attribute);
}

const WANTED = {
  ProjectionExpression:
    'orderNumber, customerId, placedAt, #status, expectedOn, deliveredOn, #lines, taxMinor, paidMinor, refundedMinor, creditedMinor',
  ExpressionAttributeNames: { '#status': 'status', '#lines': 'lines' },
};

/** Where orders are, and under which ids their customers are known. */
export interface ProgressTables {
  readonly orders: Table;
  readonly customers: Table;
}

/**
 * How an order of a customer stands; another customer's order is not found. One request; the ids of the customer are
 * asked for only where it is under another one: they may be merged while they are on the line.
 */
export async function findProgress(
  { orders, customers }: ProgressTables,
  customerId: string,
  orderNumber: string,
  abortSignal: AbortSignal,
): Promise<NumberedProgress | undefined> {
  const item = await getItem(orders, { ...WANTED, Key: orderKey(orderNumber) }, abortSignal);
  const order = item === undefined ? undefined : progressOf(item, orders);
  if (order === undefined) return undefined;
  return (await isCallers(customers, customerId, order.customerId, abortSignal)) ? order : undefined;
}

/** How the order stands that a customer placed last: one request, and two more where there is none under their id. */
export async function findLatestProgress(
  { orders, customers }: ProgressTables,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<NumberedProgress | undefined> {
  const own = await latestUnder(orders, customerId, abortSignal);
  if (own !== undefined) return own;
  const ids = await idsOfCustomer(customers, customerId, abortSignal);
  const others = ids.filter((id) => id !== customerId);
  const latest = await Promise.all(others.map((id) => latestUnder(orders, id, abortSignal)));
  return latest
    .filter((order) => order !== undefined)
    .toSorted((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt))[0];
}

async function latestUnder(
  table: Table,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<ReturnType<typeof progressOf> | undefined> {
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
  return latest === undefined ? undefined : progressOf(latest, table);
}
