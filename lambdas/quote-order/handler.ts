/** Prices an order before it is read back, and keeps it as a draft. */

import {
  isTakenByPhone,
  keyedQuantity,
  mergedLines,
  QUANTITY_MAX,
  SKU_PATTERN,
  type Wanted,
} from '../domain/basket.ts';
import { dateAt } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
import { quote, spokenPieces, spokenQuote } from '../domain/order-quote.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { pricedOn } from '../domain/promotion.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import type { ResultOf } from '../runtime/contract.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { logFault } from '../runtime/log.ts';
import { keepDraft, readDraft } from '../tables/order-drafts.ts';
import { findLatestOrder } from '../tables/orders.ts';
import { readProducts } from '../tables/products.ts';
import { quoteOrder } from './contract.ts';

const orders = { client: openDatabase(quoteOrder), name: tableName('orders') };
const { basisPoints } = environmentValue(quoteOrder, 'SALES_TAX');
const withoutVoice = environmentValue(quoteOrder, 'UNVOICED');

interface Asked {
  readonly customerId: string;
  readonly contactId: string;
  readonly language: Language;
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

export const handler = connectFunction(quoteOrder, ({ parameters, contactId, language, now, signal }) => {
  const { customerId, product, quantity } = parameters;
  const asked: Asked = { customerId, contactId, language, nowMs: now().getTime(), signal };
  if (product === 'again') return quoteAgain(asked);
  return product === 'draft' ? quoteDraft(asked) : quoteProduct(product, quantity, asked);
});

async function quoteProduct(sku: string, keyed: string, asked: Asked): Promise<ResultOf<typeof quoteOrder>> {
  const quantity = keyedQuantity(keyed);
  if (!SKU_PATTERN.test(sku)) return { outcome: 'unknown-product' };
  if (quantity === undefined) return { outcome: 'bad-quantity', product: sku, most: String(QUANTITY_MAX) };
  const lines = [{ sku, quantity }];
  const quoted = await quoteLines(lines, 'unknown-product', asked);
  if (quoted.outcome === 'quoted') await begin(lines, asked);
  return quoted;
}

async function quoteAgain(asked: Asked): Promise<ResultOf<typeof quoteOrder>> {
  const latest = await findLatestOrder(orders, asked.customerId, asked.signal);
  if (latest === undefined) return { outcome: 'nothing-to-repeat' };
  const lines = mergedLines(latest.lines);
  if (!isTakenByPhone(lines)) return { outcome: 'not-by-phone' };
  // Side by side, because nobody waits for a third request; what can no longer be had is not there to be gone on with.
  const [quoted] = await Promise.all([quoteLines(lines, 'not-by-phone', asked), begin(lines, asked)]);
  return quoted;
}

async function quoteDraft(asked: Asked): Promise<ResultOf<typeof quoteOrder>> {
  const draft = await readDraft(orders, asked.customerId, asked.signal);
  return draft === undefined
    ? { outcome: 'nothing-to-repeat' }
    : quoteLines(draft.lines, 'not-by-phone', asked);
}

/** Keeps a draft. Where that fails the caller orders all the same, and only cannot go on with it in another call. */
async function begin(
  lines: readonly Wanted[],
  { customerId, contactId, nowMs, signal }: Asked,
): Promise<void> {
  if (customerId === 'unknown') return;
  try {
    await keepDraft(orders, { customerId, contactId, lines, begunAtMs: nowMs }, signal);
  } catch (fault) {
    logFault({ function: quoteOrder.name, contactId, durationMs: 0 }, fault);
  }
}

async function quoteLines(
  lines: readonly Wanted[],
  ifUnknown: 'unknown-product' | 'not-by-phone',
  { language, nowMs, signal }: Asked,
): Promise<ResultOf<typeof quoteOrder>> {
  const today = dateAt(nowMs);
  const skus = lines.map(({ sku }) => sku);
  const products = (await readProducts(orders, skus, signal)).map((each) =>
    spokenProduct(pricedOn(each, today), language, withoutVoice),
  );
  const quoted = quote(lines, products, basisPoints);
  switch (quoted.kind) {
    case 'quoted':
      return { outcome: 'quoted', ...spokenQuote(quoted.basket, products, language) };
    case 'unknown-product':
      return { outcome: ifUnknown };
    case 'out-of-stock': {
      const { sku: product, name: productName, inStock } = quoted.product;
      return { outcome: 'out-of-stock', product, productName, left: spokenPieces(inStock, language) };
    }
  }
}
