/** One confirmed order in tables of its own, and how a run of requests goes while others change them. */
import { type Basket, basketDigest } from '../../../lambdas/domain/basket.ts';
import { INTENT_VALID_MS, type Intent } from '../../../lambdas/domain/order-intent.ts';
import type { Step } from '../../../lambdas/domain/order-steps.ts';
import {
  type KeptOrder,
  keyText,
  modelWith,
  type OrderModel,
  perform,
  type RequestStep,
} from '../../simulation/order-model.ts';

export const LAMP = { sku: 'LAMP', name: 'Desk lamp', currency: 'USD', unitPriceMinor: 4_900, inStock: 5 };
export const PAPER = { sku: 'PAPER', name: 'Paper', currency: 'USD', unitPriceMinor: 700, inStock: 9 };

export const BASKET: Basket = {
  currency: 'USD',
  taxMinor: 809,
  lines: [
    { sku: 'LAMP', quantity: 2, unitPriceMinor: 4_900 },
    { sku: 'PAPER', quantity: 1, unitPriceMinor: 700 },
  ],
};
export const TOTAL_MINOR = 11_309;

export const CONFIRMED: Intent = {
  customerId: 'c-1001',
  contactId: 'contact',
  digest: basketDigest(BASKET),
  number: 500,
  status: 'confirmed',
  basket: BASKET,
  confirmedAtMs: 500,
  expiresAtMs: 500 + INTENT_VALID_MS,
};
export const WISH = {
  customerId: CONFIRMED.customerId,
  digest: CONFIRMED.digest,
  number: CONFIRMED.number,
  orderNumbers: ['first', 'second'],
  taxBasisPoints: 770,
  nowMs: 1_000,
} as const;

/** The order of the intent as another invocation has placed it. */
export const orderOf = (intent: Intent, more: Partial<KeptOrder> = {}): KeptOrder => ({
  orderNumber: 'first',
  customerId: intent.customerId,
  intentId: `${intent.number}.${intent.digest}`,
  currency: 'USD',
  totalMinor: TOTAL_MINOR,
  lines: intent.basket.lines,
  placedAtMs: 900,
  ...more,
});

/** Both products, the intent where there is one, and orders that are there already. */
export function tables(intent: Intent | undefined, ...orders: readonly KeptOrder[]): OrderModel {
  return {
    ...withIntent(modelWith(LAMP, PAPER), intent),
    orders: new Map(orders.map((order) => [order.orderNumber, order])),
  };
}

export function withIntent(model: OrderModel, intent: Intent | undefined): OrderModel {
  if (intent === undefined) return model;
  return { ...model, intents: new Map(model.intents).set(keyText(intent), intent) };
}

export const withProduct = (model: OrderModel, product: typeof LAMP): OrderModel => ({
  ...model,
  products: new Map(model.products).set(product.sku, product),
});

export interface Played<Answer> {
  /** The requests in their order, by kind. */
  readonly asked: readonly RequestStep['kind'][];
  /** The answer, or why there is none. */
  readonly told: Answer | { readonly gaveUp: string };
  readonly model: OrderModel;
}

/** What happens to the tables just before a request (counted from 0), or that another transaction holds the items. */
export type Meanwhile = (model: OrderModel, request: RequestStep, index: number) => OrderModel | 'busy';

export function play<Answer>(
  begin: Step<Answer>,
  tablesBefore: OrderModel,
  meanwhile: Meanwhile = (model) => model,
): Played<Answer> {
  const asked: RequestStep['kind'][] = [];
  let model = tablesBefore;
  let step = begin;
  while (step.kind !== 'done' && step.kind !== 'give-up') {
    const now = meanwhile(model, step, asked.length);
    asked.push(step.kind);
    const after = perform(now === 'busy' ? model : now, step, now === 'busy');
    model = after.model;
    step = after.next;
  }
  return { asked, told: step.kind === 'done' ? step.answer : { gaveUp: step.because }, model };
}

/** The intent of {@link CONFIRMED}'s basket as it stands in the tables. */
export const intentIn = (model: OrderModel): Intent | undefined => model.intents.get(keyText(CONFIRMED));
