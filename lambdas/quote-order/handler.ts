/** Prices an order before it is read back. */

import { isTakenByPhone, keyedQuantity, mergedLines, QUANTITY_MAX, SKU_PATTERN } from '../domain/basket.ts';
import type { Language } from '../domain/language.ts';
import { quote, spokenPieces, spokenQuote } from '../domain/order-quote.ts';
import { pricedOn } from '../domain/promotion.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import type { ResultOf } from '../runtime/contract.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findLatestOrder, readProducts } from '../tables/orders.ts';
import { quoteOrder } from './contract.ts';

const orders = { client: openDatabase(quoteOrder), name: tableName('orders') };
const { basisPoints } = environmentValue(quoteOrder, 'SALES_TAX');

export const handler = connectFunction(quoteOrder, ({ parameters, language, now, signal }) => {
  const { customerId, product, quantity } = parameters;
  const today = now().toISOString().slice(0, 10);
  return product === 'again'
    ? quoteAgain(customerId, language, today, signal)
    : quoteProduct(product, quantity, language, today, signal);
});

async function quoteProduct(
  sku: string,
  keyed: string,
  language: Language,
  today: string,
  signal: AbortSignal,
): Promise<ResultOf<typeof quoteOrder>> {
  const quantity = keyedQuantity(keyed);
  if (!SKU_PATTERN.test(sku)) return { outcome: 'unknown-product' };
  if (quantity === undefined) return { outcome: 'bad-quantity', product: sku, most: String(QUANTITY_MAX) };
  return quoteLines([{ sku, quantity }], 'unknown-product', language, today, signal);
}

async function quoteAgain(
  customerId: string,
  language: Language,
  today: string,
  signal: AbortSignal,
): Promise<ResultOf<typeof quoteOrder>> {
  const latest = await findLatestOrder(orders, customerId, signal);
  if (latest === undefined) return { outcome: 'nothing-to-repeat' };
  const lines = mergedLines(latest.lines);
  return isTakenByPhone(lines)
    ? quoteLines(lines, 'not-by-phone', language, today, signal)
    : { outcome: 'not-by-phone' };
}

async function quoteLines(
  lines: ReturnType<typeof mergedLines>,
  ifUnknown: 'unknown-product' | 'not-by-phone',
  language: Language,
  today: string,
  signal: AbortSignal,
): Promise<ResultOf<typeof quoteOrder>> {
  const skus = lines.map(({ sku }) => sku);
  const products = (await readProducts(orders, skus, signal)).map((each) => pricedOn(each, today));
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
