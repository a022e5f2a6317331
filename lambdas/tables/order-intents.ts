/** Makes the requests of ordering of DynamoDB: intents, and the one transaction that places an order. */

import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { skusOf, totalMinor } from '../domain/basket.ts';
import { deliveryDaysOf, expectedOn } from '../domain/expected-arrival.ts';
import { withLineTax } from '../domain/line-tax.ts';
import type { OrderAddresses } from '../domain/order-addresses.ts';
import { type Intent, type IntentKey, intentId, orderNumbers } from '../domain/order-intent.ts';
import { orderPlacedMessage } from '../domain/order-receipt.ts';
import type { OpenedCase, OrderOfIntent, Placement, Step } from '../domain/order-steps.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { Fault } from '../runtime/fault.ts';
import { openCaseOnce } from './cases.ts';
import { type Orderer, readOrderer } from './customer-addresses.ts';
import { writeForCustomer } from './customer-followed.ts';
import { historyKey } from './customer-keys.ts';
import { itemOf, readIntent, unchanged, writeIntent } from './intent-items.ts';
import { messageWrite } from './message-writes.ts';
import { orderKey } from './order-keys.ts';
import { readOrder } from './orders.ts';
import { type Product, readProducts } from './products.ts';
import { takeFromStock } from './stock.ts';
import type { Table } from './table.ts';
import type { Write } from './transaction.ts';

/** Where an order that is placed leaves its mark besides. */
export interface PlacingTables {
  /** Whose history it is in. */
  readonly customers: Table;
  /** How its customer has it in writing. */
  readonly messages: Table;
}

/** `placing` is only needed where an order may be placed, `cases` where an intent may be referred. */
export interface OrderTables {
  readonly orders: Table;
  readonly placing?: PlacingTables;
  /** Said for this very order: they go before what its customer prefers. */
  readonly addresses?: OrderAddresses | undefined;
  readonly cases?: IntentCases;
}

/** Where cases of intents are opened, and what they promise. */
export interface IntentCases {
  readonly table: Table;
  readonly hours: HoursNow;
  /** The number at which the customer is called back. */
  readonly phoneNumberOf: (customerId: string) => Promise<string>;
}

/** Why a case of an intent is open, as the flows and the desktop know it. */
const REASON = 'order-unconfirmed';

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
  const { orders, placing } = tables;
  let step = first;
  let beside: Beside | undefined;
  for (;;) {
    switch (step.kind) {
      case 'done':
        return step.answer;
      case 'give-up':
        throw new Fault(`${step.because}; another try may do`);
      case 'read-intent':
        // An order keeps when it should arrive, and where, and its customer reads what is in it; beside the intent it takes no time to find that out.
        if (placing !== undefined) {
          const { key, next } = step;
          const [intent, products, orderer] = await Promise.all([
            readIntent(orders, key, signal),
            readProducts(orders, skusOf(key.digest), signal),
            readOrderer(placing.customers, key.customerId, signal),
          ]);
          beside = { products, orderer };
          step = next(intent);
        } else step = step.next(await readIntent(orders, step.key, signal));
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
        step = step.next(await place(tables, step, beside, signal));
        break;
      case 'open-case':
        step = step.next(await openCase(tables, step, signal));
        break;
    }
  }
}

/** What an order keeps that nobody has confirmed. */
interface Beside {
  readonly products: readonly Product[];
  readonly orderer: Orderer;
}

async function readOrders(
  table: Table,
  numbers: readonly string[],
  abortSignal: AbortSignal,
): Promise<readonly OrderOfIntent[]> {
  const found = await Promise.all(numbers.map((number) => readOrder(table, number, abortSignal)));
  return found.flatMap((order) => {
    if (order?.intentId === undefined) return [];
    const { orderNumber, intentOf: customerId = order.customerId, currency, lines, taxMinor = 0 } = order;
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

/** Customer and intent are the key of the case: whoever opens it, and however often, it is one. Only verified callers order. */
async function openCase(
  { cases }: OrderTables,
  { intent, openedAtMs }: Extract<Step<unknown>, { kind: 'open-case' }>,
  signal: AbortSignal,
): Promise<OpenedCase> {
  if (cases === undefined) throw new Error('an intent cannot be referred without the table of cases');
  const { customerId, contactId } = intent;
  const wish = {
    contactId,
    customerId,
    reason: REASON,
    isVerified: true,
    phoneNumber: await cases.phoneNumberOf(customerId),
    intent: `${customerId} ${intentId(intent)}`,
  };
  return openCaseOnce(cases.table, wish, cases.hours, new Date(openedAtMs), signal);
}

/**
 * Order, stock, intent, customer history and the message to the customer, all or nothing. Where the customer was merged into another one since they
 * were greeted, order, history and message are that one's, and the intent stays where its caller asks for it.
 */
async function place(
  { orders, placing, addresses: said }: OrderTables,
  { intent, orderNumber, placedAtMs, taxBasisPoints }: Extract<Step<unknown>, { kind: 'place' }>,
  beside: Beside | undefined,
  abortSignal: AbortSignal,
): Promise<Placement> {
  if (placing === undefined || beside === undefined)
    throw new Error('an order cannot be placed without the tables of customers and messages');
  const { customers, messages } = placing;
  const { products, orderer } = beside;
  const TableName = orders.name;
  const { basket } = intent;
  const placedAt = new Date(placedAtMs).toISOString();
  const { currency, lines, taxMinor } = basket;
  const day = placedAt.slice(0, 10);
  const order = {
    orderNumber,
    placedAt,
    status: 'confirmed',
    version: 1,
    history: [],
    currency,
    lines: withLineTax(lines, taxMinor),
    taxMinor,
    taxBasisPoints,
    isReadBack: true,
    ...expectedOn(deliveryDaysOf(skusOf(intent.digest), products), day),
    ...orderer.addresses,
    ...said,
    intentId: intentId(intent),
    intentOf: intent.customerId,
  };
  const placed: Intent = { ...intent, status: 'placed', settledAtMs: placedAtMs, orderNumber };
  const writesFor = (customerId: string): readonly Write[] => [
    { Put: { TableName, Item: itemOf(placed), ...unchanged(intent) } },
    {
      Put: {
        TableName,
        Item: { ...orderKey(orderNumber), ...order, customerId },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...lines.map(({ sku, quantity: pieces, unitPriceMinor }) =>
      takeFromStock(TableName, { sku, pieces, price: { unitPriceMinor, currency, day } }),
    ),
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
    messageWrite(messages, orderPlacedMessage({ ...order, customerId }, products, placedAtMs)),
  ];
  try {
    await writeForCustomer(customers, orderer.customerId, writesFor, abortSignal);
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
