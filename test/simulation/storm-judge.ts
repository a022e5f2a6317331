/** Holds what callers were told in a storm against what the tables say when everything has landed. */
import { basketDigest } from '../../lambdas/domain/basket.ts';
import { type Intent, isUnsettled } from '../../lambdas/domain/order-intent.ts';
import type { StockedProduct } from '../../lambdas/domain/order-quote.ts';
import { type KeptOrder, nameOf, type OrderModel } from './order-model.ts';

/** What a line was told, and what it has to hold up to. */
export type Told =
  | {
      readonly kind: 'placed';
      readonly orderNumber: string;
      readonly totalMinor: number;
      readonly readAloudMinor: number;
    }
  | { readonly kind: 'refused'; readonly intent: string }
  | { readonly kind: 'asked' | 'not-confirmed' | 'no-quote' | 'hung-up' }
  | { readonly kind: 'will-confirm'; readonly case: string }
  | { readonly kind: 'to-person' };

/** One thing that a customer wants: all the lines and redials about it are one wish. */
export interface Wish {
  readonly customerId: string;
  readonly product: StockedProduct;
  readonly quantity: number;
  redialsLeft: number;
  /** Times that the caller said yes to "once more". */
  onceMore: number;
  readonly intents: Set<string>;
}

export interface ToldLine {
  readonly call: number;
  readonly wish: Wish;
  readonly told: Told;
}

export interface Storm {
  readonly calls: number;
  readonly orders: number;
  readonly cases: number;
  readonly told: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly landedLate: number;
  /** Broken promises in words; none is right. */
  readonly broken: readonly string[];
  /** One line for every call: the same seed gives the same text. */
  readonly record: string;
}

export interface StormTables {
  /** By customer: they share nothing but the products. */
  readonly customers: ReadonlyMap<string, OrderModel>;
  readonly products: ReadonlyMap<string, StockedProduct>;
}

/** @param delivered pieces of each product that ever came in */
export function judge(
  tables: StormTables,
  lines: readonly ToldLine[],
  wishes: readonly Wish[],
  delivered: ReadonlyMap<string, number>,
): Pick<Storm, 'orders' | 'cases' | 'told' | 'broken' | 'record'> {
  const models = [...tables.customers.values()];
  const kept = models.flatMap(({ orders }) => [...orders.values()]);
  const byIntent = new Map(kept.map((order) => [`${order.customerId} ${order.intentId}`, order]));
  const cases = new Set(models.flatMap((one) => [...one.cases.keys()]));
  const told: Record<string, number> = {};
  for (const line of lines) told[line.told.kind] = (told[line.told.kind] ?? 0) + 1;
  const history = models.reduce((sum, one) => sum + one.history.size, 0);
  return {
    orders: kept.length,
    cases: cases.size,
    told,
    broken: [
      ...(kept.length > byIntent.size ? [`${kept.length} orders of ${byIntent.size} intents`] : []),
      ...(history === kept.length ? [] : [`${kept.length} orders have ${history} lines of history`]),
      ...lines.flatMap((line) => untrue(line, tables, byIntent, cases)),
      ...tooMany(wishes, byIntent, cases),
      ...models.flatMap((one) => [...one.intents.values()].flatMap((intent) => unfinished(intent, cases))),
      ...[...cases].flatMap((name) => (byIntent.has(name) ? [`${name} has an order and a case`] : [])),
      ...[...tables.products.values()].flatMap((product) => miscounted(product, kept, delivered)),
    ],
    record: lines.map(({ call, told: one }) => `${call} ${Object.values(one).join(' ')}`).join('\n'),
  };
}

function untrue(
  { call, wish, told }: ToldLine,
  { customers }: StormTables,
  byIntent: ReadonlyMap<string, KeptOrder>,
  cases: ReadonlySet<string>,
): string[] {
  switch (told.kind) {
    case 'placed': {
      const order = customers.get(wish.customerId)?.orders.get(told.orderNumber);
      if (order === undefined) return [`call ${call} was told 'placed', and there is no order`];
      const isSame = order.totalMinor === told.readAloudMinor && told.totalMinor === told.readAloudMinor;
      return isSame ? [] : [`call ${call} heard ${told.readAloudMinor} and pays ${order.totalMinor}`];
    }
    case 'refused':
      return byIntent.has(`${wish.customerId} ${told.intent}`)
        ? [`call ${call} was told 'not ordered', and there is an order`]
        : [];
    case 'will-confirm':
      return cases.has(told.case) ? [] : [`call ${call} was promised a confirmation, and there is no case`];
    default:
      return [];
  }
}

/** Whatever a caller has said yes to is an order, a case or a refusal in the end. */
function unfinished(intent: Intent, cases: ReadonlySet<string>): string[] {
  if (isUnsettled(intent)) return [`${nameOf(intent)} is forgotten`];
  return intent.status === 'referred' && !cases.has(nameOf(intent)) ? [`${nameOf(intent)} has no case`] : [];
}

/**
 * What a customer has of the same pieces, against what they wanted. Somebody may want the same in another call, and then
 * one call may join the intent of the other; so all their wishes for it are counted together.
 */
function tooMany(
  wishes: readonly Wish[],
  byIntent: ReadonlyMap<string, KeptOrder>,
  cases: ReadonlySet<string>,
): string[] {
  const same = Map.groupBy(wishes, ({ customerId, product: { sku }, quantity }) => {
    return `${customerId} × ${basketDigest({ lines: [{ sku, quantity }] })}`;
  });
  return [...same].flatMap(([what, all]) => {
    const wanted = all.reduce((sum, { onceMore }) => sum + 1 + onceMore, 0);
    const intents = new Set(
      all.flatMap((wish) => [...wish.intents].map((intent) => `${wish.customerId} ${intent}`)),
    );
    const orders = [...intents].filter((name) => byIntent.has(name)).length;
    const referred = [...intents].filter((name) => cases.has(name)).length;
    return orders + referred > wanted
      ? [`${what} was wanted ${wanted} × and has ${orders} orders and ${referred} cases`]
      : [];
  });
}

function miscounted(
  { sku, inStock }: StockedProduct,
  orders: readonly KeptOrder[],
  delivered: ReadonlyMap<string, number>,
): string[] {
  const sold = orders
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.sku === sku ? line.quantity : 0), 0);
  return [
    ...(inStock < 0 ? [`${sku} has ${inStock} in stock`] : []),
    ...(inStock + sold === delivered.get(sku) ? [] : [`${sku}: ${inStock} left and ${sold} sold`]),
  ];
}
