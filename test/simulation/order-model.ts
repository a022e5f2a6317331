/** What DynamoDB does with the requests of ordering, as a small value: a test may keep every state that it was in. */

import { totalMinor } from '../../lambdas/domain/basket.ts';
import { type Intent, type IntentKey, intentId } from '../../lambdas/domain/order-intent.ts';
import type { StockedProduct } from '../../lambdas/domain/order-quote.ts';
import type { OpenedCase, OrderOfIntent, Step } from '../../lambdas/domain/order-steps.ts';

export interface KeptOrder extends OrderOfIntent {
  readonly lines: Intent['basket']['lines'];
  readonly placedAtMs: number;
}

/** The tables. Written only by {@link perform}, by a test before it begins, and by the world around (prices, deliveries). */
export interface OrderModel {
  readonly intents: ReadonlyMap<string, Intent>;
  readonly orders: ReadonlyMap<string, KeptOrder>;
  readonly products: ReadonlyMap<string, StockedProduct>;
  /** Keys of history items. */
  readonly history: ReadonlySet<string>;
  /** Of intents that are referred, by customer and intent. */
  readonly cases: ReadonlyMap<string, OpenedCase>;
}

export type RequestStep = Exclude<Step<unknown>, { kind: 'done' | 'give-up' }>;

export const modelWith = (...products: readonly StockedProduct[]): OrderModel => ({
  intents: new Map(),
  orders: new Map(),
  products: new Map(products.map((product) => [product.sku, product])),
  history: new Set(),
  cases: new Map(),
});

/** Customer and intent: what an order and a case are found by. */
export const nameOf = (intent: Pick<Intent, 'customerId' | 'number' | 'digest'>): string =>
  `${intent.customerId} ${intentId(intent)}`;

export const keyText = ({ customerId, digest }: IntentKey): string => `${customerId}#${digest}`;

/** What became of one request: the tables after it, and what follows from the reply. */
export interface Performed<Answer> {
  readonly model: OrderModel;
  readonly next: Step<Answer>;
}

/** Performs one request whole, as DynamoDB does. @param isBusy another transaction holds an item */
export function perform<Answer>(model: OrderModel, step: Step<Answer>, isBusy = false): Performed<Answer> {
  switch (step.kind) {
    case 'done':
    case 'give-up':
      throw new Error(`'${step.kind}' is no request`);
    case 'read-intent':
      return { model, next: step.next(model.intents.get(keyText(step.key))) };
    case 'write-intent': {
      const now = model.intents.get(keyText(step.intent));
      if (!isAsSeen(now, step.seen)) return { model, next: step.next(now) };
      const intents = new Map(model.intents).set(keyText(step.intent), step.intent);
      return { model: { ...model, intents }, next: step.next(step.intent) };
    }
    case 'read-products':
      return { model, next: step.next(step.skus.flatMap((sku) => model.products.get(sku) ?? [])) };
    case 'read-orders':
      return {
        model,
        next: step.next(step.orderNumbers.flatMap((number) => model.orders.get(number) ?? [])),
      };
    case 'place':
      return place(model, step, isBusy);
    case 'open-case': {
      const { openedAtMs } = step;
      const name = nameOf(step.intent);
      const opened = model.cases.get(name) ?? { caseNumber: name, openedAtMs, promisedAtMs: openedAtMs };
      const cases = new Map(model.cases).set(name, opened);
      return { model: { ...model, cases }, next: step.next(opened) };
    }
  }
}

function place<Answer>(
  model: OrderModel,
  step: Extract<Step<Answer>, { kind: 'place' }>,
  isBusy: boolean,
): Performed<Answer> {
  const { intent, orderNumber, placedAtMs } = step;
  const { currency, lines } = intent.basket;
  const refused = {
    intent: !isBusy && !isAsSeen(model.intents.get(keyText(intent)), intent),
    orderNumber: !isBusy && model.orders.has(orderNumber),
    products: !isBusy && lines.some((line) => !isSold(model.products.get(line.sku), line, currency)),
  };
  if (isBusy || refused.intent || refused.orderNumber || refused.products)
    return { model, next: step.next({ kind: 'refused', ...refused }) };
  const products = new Map(model.products);
  for (const { sku, quantity } of lines) {
    const product = products.get(sku);
    if (product !== undefined) products.set(sku, { ...product, inStock: product.inStock - quantity });
  }
  const order: KeptOrder = {
    orderNumber,
    customerId: intent.customerId,
    intentId: intentId(intent),
    currency,
    totalMinor: totalMinor(intent.basket),
    lines,
    placedAtMs,
  };
  const placed: Intent = { ...intent, status: 'placed', settledAtMs: placedAtMs, orderNumber };
  const after: OrderModel = {
    intents: new Map(model.intents).set(keyText(intent), placed),
    orders: new Map(model.orders).set(orderNumber, order),
    products,
    history: new Set(model.history).add(`${intent.customerId}#${placedAtMs}#${orderNumber}`),
    cases: model.cases,
  };
  return { model: after, next: step.next({ kind: 'placed' }) };
}

const isAsSeen = (now: Intent | undefined, seen: Pick<Intent, 'number' | 'status'> | undefined): boolean =>
  now?.number === seen?.number && now?.status === seen?.status;

const isSold = (
  product: StockedProduct | undefined,
  { quantity, unitPriceMinor }: Intent['basket']['lines'][number],
  currency: string,
): boolean =>
  product !== undefined &&
  product.inStock >= quantity &&
  product.unitPriceMinor === unitPriceMinor &&
  product.currency === currency;
