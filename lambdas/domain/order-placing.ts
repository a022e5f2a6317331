/** Places the order of a confirmed intent, once, and answers every repetition with the first result. */

import { type Basket, totalMinor } from './basket.ts';
import { dateAt } from './calendar.ts';
import type { Intent, IntentStatus } from './order-intent.ts';
import { quote, type StockedProduct } from './order-quote.ts';
import { done, giveUp, ownOrder, type Placement, type Step } from './order-steps.ts';
import { pricedOn } from './promotion.ts';

export type Placed =
  | {
      readonly kind: 'placed';
      readonly orderNumber: string;
      readonly currency: string;
      readonly totalMinor: number;
    }
  | { readonly kind: 'out-of-stock' }
  /** Ready to be read back and confirmed again. */
  | { readonly kind: 'price-changed'; readonly basket: Basket; readonly products: readonly StockedProduct[] }
  /** There is no order of this intent and there never will be: a person looks after it. */
  | { readonly kind: 'referred' }
  /** There is no order of this intent and there never will be: it was never issued, or was replaced. */
  | { readonly kind: 'unknown-intent' };

export interface Placing {
  readonly customerId: string;
  readonly number: number;
  readonly digest: string;
  /** The numbers that its order may have, best first. */
  readonly orderNumbers: readonly [string, string];
  /** For new words where a price changed. */
  readonly taxBasisPoints: number;
  readonly nowMs: number;
}

/** Transactions tried by one invocation; after that whoever called it tries again. */
const TRANSACTIONS_MAX = 2;

/**
 * At most four requests in sequence. Whoever is told that there is no order is told the truth for ever: a refusal is
 * written into the intent first, so that no transaction still on its way can place it afterwards.
 */
export function placeIntent(wish: Placing, transactionsLeft = TRANSACTIONS_MAX): Step<Placed> {
  const { customerId, digest, number, nowMs } = wish;
  return {
    kind: 'read-intent',
    key: { customerId, digest },
    next(intent) {
      if (intent?.number !== number) return findOrder(wish);
      if (isEnded(intent)) return ended(wish, intent);
      return nowMs < intent.expiresAtMs
        ? transaction(wish, intent, wish.orderNumbers[0], transactionsLeft)
        : close(wish, intent, 'referred');
    },
  };
}

type EndedIntent = Intent & { readonly status: Exclude<IntentStatus, 'confirmed'> };

const isEnded = (intent: Intent): intent is EndedIntent => intent.status !== 'confirmed';

/** The answer for an intent by how it ended, whoever ended it. @param products where they were read already */
function ended(wish: Placing, intent: EndedIntent, products?: readonly StockedProduct[]): Step<Placed> {
  switch (intent.status) {
    case 'placed':
      return intent.orderNumber === undefined
        ? giveUp('a placed intent has no order number; correct the item')
        : placed(intent.orderNumber, intent.basket);
    case 'out-of-stock':
      return done({ kind: 'out-of-stock' });
    case 'referred':
      return done({ kind: 'referred' });
    case 'price-changed':
      return products === undefined
        ? readProducts(wish, intent, (now) => newPrices(wish, intent, now))
        : newPrices(wish, intent, products);
  }
}

function transaction(wish: Placing, intent: Intent, orderNumber: string, left: number): Step<Placed> {
  return {
    kind: 'place',
    intent,
    orderNumber,
    placedAtMs: wish.nowMs,
    taxBasisPoints: wish.taxBasisPoints,
    next: (placement) =>
      placement.kind === 'placed'
        ? placed(orderNumber, intent.basket)
        : afterRefusal(wish, intent, placement, left - 1),
  };
}

function afterRefusal(
  wish: Placing,
  intent: Intent,
  refused: Extract<Placement, { kind: 'refused' }>,
  left: number,
): Step<Placed> {
  if (left === 0) return giveUp('other writes came in between');
  if (refused.intent) return placeIntent(wish, left);
  if (refused.products) return readProducts(wish, intent, (products) => judge(wish, intent, products, left));
  if (refused.orderNumber) return transaction(wish, intent, wish.orderNumbers[1], left);
  // Somebody else's transaction held an item.
  return placeIntent(wish, left);
}

/** Why the products were in the way; where they no longer are, the transaction is tried again. */
function judge(
  wish: Placing,
  intent: Intent,
  products: readonly StockedProduct[],
  left: number,
): Step<Placed> {
  const now = quote(intent.basket.lines, products, wish.taxBasisPoints);
  if (now.kind !== 'quoted') return close(wish, intent, 'out-of-stock', products);
  if (isSamePrice(now.basket, intent.basket)) return transaction(wish, intent, wish.orderNumbers[0], left);
  return close(wish, intent, 'price-changed', products);
}

/** The answer for an intent that ended by a price: prices as they are now, which may be the old ones again. */
function newPrices(wish: Placing, intent: Intent, products: readonly StockedProduct[]): Step<Placed> {
  const now = quote(intent.basket.lines, products, wish.taxBasisPoints);
  return now.kind === 'quoted'
    ? done({ kind: 'price-changed', basket: now.basket, products })
    : done({ kind: 'out-of-stock' });
}

/** Writes the refusal before it is told; where somebody else ended the intent at this moment, their answer is told. */
function close(
  wish: Placing,
  intent: Intent,
  status: Exclude<IntentStatus, 'confirmed' | 'placed'>,
  products?: readonly StockedProduct[],
): Step<Placed> {
  return {
    kind: 'write-intent',
    intent: { ...intent, status, settledAtMs: wish.nowMs },
    seen: intent,
    next: (now) =>
      now?.number === wish.number && isEnded(now)
        ? ended(wish, now, products)
        : giveUp('a newer intent took the place of this one while it was refused'),
  };
}

/** A newer intent has taken the place of this one, or it is long gone: what counts is whether its order exists. */
function findOrder(wish: Placing): Step<Placed> {
  return {
    kind: 'read-orders',
    orderNumbers: wish.orderNumbers,
    next(orders) {
      const own = ownOrder(orders, wish);
      if (own === undefined) return done({ kind: 'unknown-intent' });
      const { orderNumber, currency, totalMinor: total } = own;
      return done({ kind: 'placed', orderNumber, currency, totalMinor: total });
    },
  };
}

function placed(orderNumber: string, basket: Basket): Step<Placed> {
  return done({ kind: 'placed', orderNumber, currency: basket.currency, totalMinor: totalMinor(basket) });
}

/** At the prices of today. */
function readProducts(
  { nowMs }: Placing,
  { basket }: Intent,
  next: (products: readonly StockedProduct[]) => Step<Placed>,
): Step<Placed> {
  const today = dateAt(nowMs);
  return {
    kind: 'read-products',
    skus: basket.lines.map(({ sku }) => sku),
    next: (products) => next(products.map((product) => pricedOn(product, today))),
  };
}

function isSamePrice(one: Basket, other: Basket): boolean {
  return (
    one.currency === other.currency &&
    one.lines.every(({ unitPriceMinor }, index) => unitPriceMinor === other.lines[index]?.unitPriceMinor)
  );
}
