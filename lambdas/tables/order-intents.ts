/** Makes the requests of ordering of DynamoDB: intents, and the one transaction that places an order. */

import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { basketText, readBasket, totalMinor } from '../domain/basket.ts';
import {
  INTENT_KEPT_DAYS,
  INTENT_STATUSES,
  type Intent,
  type IntentKey,
  intentId,
  orderNumbers,
} from '../domain/order-intent.ts';
import type { OrderOfIntent, Placement, Step } from '../domain/order-steps.ts';
import { Fault } from '../runtime/fault.ts';
import { historyKey } from './customers.ts';
import { orderKey, productKey, readOrder, readProducts } from './orders.ts';
import { readItem, type Table } from './table.ts';

/** `customers` is only needed where an order may be placed. */
export interface OrderTables {
  readonly orders: Table;
  readonly customers?: Table;
}

const intentItem = z.object({
  customerId: z.string(),
  digest: z.string(),
  number: z.int(),
  status: z.enum(INTENT_STATUSES),
  basket: z.string(),
  confirmedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  settledAt: z.optional(z.iso.datetime()),
  orderNumber: z.optional(z.string()),
});

const intentKey = ({ customerId, digest }: IntentKey) => ({ pk: `INTENT#${customerId}#${digest}` });

/** The numbers that the order of an intent may have. */
export function orderNumbersOf(intent: IntentKey & Pick<Intent, 'number'>): ReturnType<typeof orderNumbers> {
  const text = `${intent.customerId}\n${intentId(intent)}`;
  return orderNumbers(createHash('sha256').update(text).digest());
}

/** Follows the steps to their answer, one request after the other. Throws where they give up. */
export async function follow<Answer>(
  first: Step<Answer>,
  tables: OrderTables,
  signal: AbortSignal,
): Promise<Answer> {
  const { orders } = tables;
  let step = first;
  for (;;) {
    switch (step.kind) {
      case 'done':
        return step.answer;
      case 'give-up':
        throw new Fault(`${step.because}; another try may do`);
      case 'read-intent':
        step = step.next(await readIntent(orders, step.key, signal));
        break;
      case 'write-intent':
        step = step.next(await writeIntent(orders, step.intent, step.seen, signal));
        break;
      case 'read-products':
        step = step.next(await readProducts(orders, step.skus, signal));
        break;
      case 'read-orders':
        step = step.next(await readOrders(orders, step.orderNumbers, signal));
        break;
      case 'place':
        step = step.next(await place(tables, step, signal));
        break;
    }
  }
}

async function readIntent(
  table: Table,
  key: IntentKey,
  abortSignal: AbortSignal,
): Promise<Intent | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: intentKey(key), ConsistentRead: true }),
    { abortSignal },
  );
  if (Item === undefined) return undefined;
  const {
    confirmedAt,
    expiresAt,
    settledAt,
    basket: text,
    orderNumber,
    ...rest
  } = readItem(intentItem, Item, table);
  const basket = readBasket(text);
  if (basket === undefined) {
    throw new Error(`an item of the table ${table.name} does not hold basket as it should; correct the item`);
  }
  return {
    ...rest,
    basket,
    confirmedAtMs: Date.parse(confirmedAt),
    expiresAtMs: Date.parse(expiresAt),
    ...(settledAt === undefined ? {} : { settledAtMs: Date.parse(settledAt) }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
  };
}

/** Writes an intent over what was seen and over nothing else; says whether it was written. */
async function writeIntent(
  table: Table,
  intent: Intent,
  seen: Pick<Intent, 'number' | 'status'> | undefined,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const condition =
    seen === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : unchanged(seen);
  const put = new PutCommand({ TableName: table.name, Item: itemOf(intent), ...condition });
  try {
    await table.client.send(put, { abortSignal });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function readOrders(
  table: Table,
  numbers: readonly string[],
  abortSignal: AbortSignal,
): Promise<readonly OrderOfIntent[]> {
  const found = await Promise.all(numbers.map((number) => readOrder(table, number, abortSignal)));
  return found.flatMap((order) => {
    if (order?.intentId === undefined) return [];
    const { orderNumber, customerId, currency, lines, taxMinor = 0 } = order;
    return [
      {
        orderNumber,
        customerId,
        intentId: order.intentId,
        currency,
        totalMinor: totalMinor({ currency, lines, taxMinor }),
      },
    ];
  });
}

/** Order, stock, intent and customer history, all or nothing. */
async function place(
  { orders, customers }: OrderTables,
  { intent, orderNumber, placedAtMs }: Extract<Step<unknown>, { kind: 'place' }>,
  abortSignal: AbortSignal,
): Promise<Placement> {
  if (customers === undefined) throw new Error('an order cannot be placed without the table of customers');
  const TableName = orders.name;
  const { customerId, basket } = intent;
  const placedAt = new Date(placedAtMs).toISOString();
  const { currency, lines, taxMinor } = basket;
  const order = {
    orderNumber,
    customerId,
    placedAt,
    status: 'received',
    currency,
    lines,
    taxMinor,
    intentId: intentId(intent),
  };
  const placed: Intent = { ...intent, status: 'placed', settledAtMs: placedAtMs, orderNumber };
  const command = new TransactWriteCommand({
    TransactItems: [
      { Put: { TableName, Item: itemOf(placed), ...unchanged(intent) } },
      {
        Put: {
          TableName,
          Item: { ...orderKey(orderNumber), ...order },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...lines.map(({ sku, quantity, unitPriceMinor }) => ({
        Update: {
          TableName,
          Key: productKey(sku),
          UpdateExpression: 'SET inStock = inStock - :quantity',
          ConditionExpression:
            'inStock >= :quantity AND unitPriceMinor = :unitPriceMinor AND currency = :currency',
          ExpressionAttributeValues: {
            ':quantity': quantity,
            ':unitPriceMinor': unitPriceMinor,
            ':currency': currency,
          },
        },
      })),
      {
        Put: {
          TableName: customers.name,
          Item: {
            ...historyKey(customerId, placedAt, orderNumber),
            event: 'order-placed',
            orderNumber,
            at: placedAt,
          },
        },
      },
    ],
  });
  try {
    await orders.client.send(command, { abortSignal });
    return { kind: 'placed' };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return refusal(error, lines.length);
  }
}

/** Reads off the reasons, in the order of the items, what was in the way. Throws on where it was none of the conditions. */
function refusal(error: TransactionCanceledException, products: number): Placement {
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
  const known = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
  if (codes.length === 0 || codes.some((code) => !known.includes(code))) throw error;
  const failed = codes.map((code) => code === 'ConditionalCheckFailed');
  return {
    kind: 'refused',
    intent: failed[0] === true,
    orderNumber: failed[1] === true,
    products: failed.slice(2, 2 + products).includes(true),
  };
}

const unchanged = ({ number, status }: Pick<Intent, 'number' | 'status'>) => ({
  ConditionExpression: '#number = :number AND #status = :status',
  ExpressionAttributeNames: { '#number': 'number', '#status': 'status' },
  ExpressionAttributeValues: { ':number': number, ':status': status },
});

function itemOf(intent: Intent): Record<string, unknown> {
  const { basket, confirmedAtMs, expiresAtMs, settledAtMs, ...rest } = intent;
  return {
    ...intentKey(intent),
    ...rest,
    basket: basketText(basket),
    confirmedAt: new Date(confirmedAtMs).toISOString(),
    expiresAt: new Date(expiresAtMs).toISOString(),
    ...(settledAtMs === undefined ? {} : { settledAt: new Date(settledAtMs).toISOString() }),
    removeAfter: Math.floor(confirmedAtMs / 1000) + INTENT_KEPT_DAYS * 24 * 60 * 60,
  };
}
