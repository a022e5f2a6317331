/** Drafts at the desktop: what a customer has begun, at the prices of now, and how it becomes an order. */

import type * as z from 'zod/mini';
import { type Basket, basketDigest, mergedLines, totalMinor, type Wanted } from '../domain/basket.ts';
import { dateAt } from '../domain/calendar.ts';
import type { OrderAddresses } from '../domain/order-addresses.ts';
import { confirmIntent } from '../domain/order-confirming.ts';
import { expiresAtMs, type OrderDraft } from '../domain/order-draft.ts';
import type { Intent } from '../domain/order-intent.ts';
import { placeIntent } from '../domain/order-placing.ts';
import { quote } from '../domain/order-quote.ts';
import type { draftEnd } from '../domain/order-requests.ts';
import { pricedOn } from '../domain/promotion.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { readIntent } from '../tables/intent-items.ts';
import { dropDraft, findOpenDraft, keepDraft, readDraft } from '../tables/order-drafts.ts';
import { follow, orderNumbersOf, type PlacingTables } from '../tables/order-intents.ts';
import { type Product, readProducts } from '../tables/products.ts';
import type { Table } from '../tables/table.ts';
import { expectThere } from './addresses.ts';

export interface DraftTerms {
  readonly orders: Table;
  readonly placing: PlacingTables;
  readonly taxBasisPoints: number;
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

type End = z.output<typeof draftEnd>;
type Confirmation = Extract<End, { event: 'confirm' }>;

const NONE = 'The customer has begun nothing that is not ordered, or something else since: read it again.';
const OTHER_PRICE = 'A price has changed: read the draft again, and tell the customer the new total.';
const NOT_TO_BE_HAD = 'This cannot be had so now: read the draft again for what we have.';

export async function draftOf(customerId: string, terms: DraftTerms) {
  const { orders, nowMs, signal } = terms;
  const draft = await findOpenDraft(orders, customerId, nowMs, signal);
  if (draft === undefined) throw new HttpProblem(404, NONE);
  return shown(draft, await priced(draft.lines, terms));
}

export async function beginDraftFor(
  customerId: string,
  { contactId, lines: wanted }: { readonly contactId: string; readonly lines: readonly Wanted[] },
  terms: DraftTerms,
) {
  const lines = mergedLines(wanted);
  const draft: OrderDraft = { customerId, contactId, lines, begunAtMs: terms.nowMs };
  const now = await priced(lines, terms);
  if (now.products.length < lines.length)
    throw new HttpProblem(422, 'There is no product with one of these numbers: look it up again.');
  await keepDraft(terms.orders, draft, terms.signal);
  return shown(draft, now);
}

/**
 * @param addresses said for this order alone
 * @returns the number of the order; nothing where the draft was taken away
 */
export async function endDraftOf(
  customerId: string,
  end: End,
  addresses: OrderAddresses | undefined,
  terms: DraftTerms,
): Promise<string | undefined> {
  const { orders, signal } = terms;
  const draft = await readDraft(orders, customerId, signal);
  const begunAtMs = Date.parse(end.begunAt);
  if (end.event === 'confirm') {
    if (draft?.begunAtMs !== begunAtMs) throw new HttpProblem(404, NONE);
    const orderNumber = await ordered(draft, end, addresses, terms);
    if (addresses !== undefined) await expectThere(orders, orderNumber, addresses, signal);
    return orderNumber;
  }
  if (!(await dropDraft(orders, { customerId, begunAtMs }, signal))) throw new HttpProblem(409, NONE);
  return undefined;
}

/** By an intent as a caller's own yes, so that it is one order however often and by whomever it is asked for. */
async function ordered(
  draft: OrderDraft,
  end: Confirmation,
  addresses: OrderAddresses | undefined,
  terms: DraftTerms,
): Promise<string> {
  const { orders, placing, nowMs, taxBasisPoints, signal } = terms;
  const { customerId, lines } = draft;
  const newest = await readIntent(orders, { customerId, digest: basketDigest(draft) }, signal);
  const before = orderOf(draft, newest);
  if (before !== undefined) return before;
  if (nowMs >= expiresAtMs(draft)) throw new HttpProblem(404, NONE);
  const { basket } = await priced(lines, terms);
  if (basket === undefined) throw new HttpProblem(422, NOT_TO_BE_HAD);
  if (totalMinor(basket) !== end.totalMinor || basket.currency !== end.currency)
    throw new HttpProblem(409, OTHER_PRICE);
  const onceMoreAfter = end.isOnceMore === true ? newest?.number : undefined;
  const wish = { customerId, contactId: end.contactId, basket, onceMoreAfter };
  const confirmed = await follow(confirmIntent(wish, nowMs), { orders }, signal);
  if (confirmed.kind !== 'confirmed') {
    const meanwhile = orderOf(draft, confirmed.placed);
    if (meanwhile !== undefined) return meanwhile;
    throw new HttpProblem(
      409,
      `Exactly this was ordered a moment ago as ${confirmed.placed.orderNumber}: ask whether it is wanted once more.`,
    );
  }
  const { number, digest } = confirmed.intent;
  const intent = { customerId, number, digest };
  const wanted = { ...intent, orderNumbers: orderNumbersOf(intent), taxBasisPoints, nowMs };
  const placed = await follow(placeIntent(wanted), { orders, placing, addresses }, signal);
  switch (placed.kind) {
    case 'placed':
      return placed.orderNumber;
    case 'price-changed':
      throw new HttpProblem(409, OTHER_PRICE);
    case 'out-of-stock':
      throw new HttpProblem(422, NOT_TO_BE_HAD);
    case 'referred':
    case 'unknown-intent':
      throw new HttpProblem(
        409,
        'A person looks after this very order already: see the cases of the customer.',
      );
  }
}

/** The number under which a draft was ordered: the same request before, the caller in another line, another agent. */
const orderOf = ({ begunAtMs }: OrderDraft, newest: Intent | undefined): string | undefined =>
  newest?.status === 'placed' && (newest.settledAtMs ?? 0) >= begunAtMs ? newest.orderNumber : undefined;

interface Priced {
  readonly products: readonly Product[];
  /** Absent where it cannot be had so. */
  readonly basket: Basket | undefined;
}

async function priced(
  lines: readonly Wanted[],
  { orders, nowMs, taxBasisPoints, signal }: DraftTerms,
): Promise<Priced> {
  const skus = lines.map(({ sku }) => sku);
  const today = dateAt(nowMs);
  const products = (await readProducts(orders, skus, signal)).map((each) => pricedOn(each, today));
  const quoted = quote(lines, products, taxBasisPoints);
  return { products, basket: quoted.kind === 'quoted' ? quoted.basket : undefined };
}

function shown(draft: OrderDraft, { products, basket }: Priced) {
  const { customerId, contactId, lines, begunAtMs } = draft;
  return {
    customerId,
    contactId,
    begunAt: new Date(begunAtMs).toISOString(),
    expiresAt: new Date(expiresAtMs(draft)).toISOString(),
    lines: lines.map(({ sku, quantity }) => {
      const product = products.find((each) => each.sku === sku);
      if (product === undefined) return { sku, quantity };
      const { name, unitPriceMinor, inStock } = product;
      return { sku, quantity, name, unitPriceMinor, inStock };
    }),
    ...(basket === undefined
      ? {}
      : { currency: basket.currency, taxMinor: basket.taxMinor, totalMinor: totalMinor(basket) }),
  };
}
