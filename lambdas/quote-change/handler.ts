/** Reads back an order with other pieces before they are changed. */

import { QUANTITY_MAX, subtotalMinor } from '../domain/basket.ts';
import { dateAt } from '../domain/calendar.ts';
import { changeText } from '../domain/change-intent.ts';
import { spokenMoney } from '../domain/money.ts';
import { decideChange } from '../domain/order-change.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import { spokenLines } from '../domain/order-lines.ts';
import { isOrderNumber } from '../domain/order-number.ts';
import { spokenPieces } from '../domain/order-quote.ts';
import { orderTotalMinor } from '../domain/order-record.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { costsOn } from '../domain/promotion.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { readOwnOrder } from '../tables/own-orders.ts';
import { readProducts } from '../tables/products.ts';
import { quoteChange } from './contract.ts';

const client = openDatabase(quoteChange);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};

/** Whole numbers as they are keyed; more digits than that are none of ours. */
const keyed = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);
const withoutVoice = environmentValue(quoteChange, 'UNVOICED');

export const handler = connectFunction(quoteChange, async ({ parameters, language, now, signal }) => {
  const { customerId, orderNumber } = parameters;
  const order = isOrderNumber(orderNumber)
    ? await readOwnOrder(tables, customerId, orderNumber, signal)
    : undefined;
  if (order === undefined) return { outcome: 'not-now' };
  const line = keyed(parameters.line);
  const chosen = line === undefined ? undefined : order.lines[line - 1];
  if (line === undefined || chosen === undefined) return { outcome: 'unknown-line' };
  const quantity = keyed(parameters.quantity);
  if (quantity === undefined || quantity > QUANTITY_MAX) {
    return { outcome: 'bad-quantity', most: String(QUANTITY_MAX) };
  }
  if (quantity === chosen.quantity) return { outcome: 'same-quantity' };
  if (quantity === 0 && order.lines.length === 1) return { outcome: 'nothing-left' };
  const change = { kind: 'quantity', line, quantity } as const;
  const terms = { nowMs: now().getTime(), returnWindowDays: 0, limits: APPROVAL_LIMITS };
  const who = { role: 'customer', who: customerId, why: 'a quote' } as const;
  const wish = { event: 'change', ...who, piecesOfLine: change } as const;
  const decision = decideChange(order, wish, terms);
  if (decision.kind === 'refused') return { outcome: 'not-now' };
  const skus = [...new Set(order.lines.map(({ sku }) => sku))];
  const products = (await readProducts(tables.orders, skus, signal)).map((each) =>
    spokenProduct(each, language, withoutVoice),
  );
  const product = products.find(({ sku }) => sku === chosen.sku);
  const more = quantity - chosen.quantity;
  if (more > 0) {
    const today = dateAt(now().getTime());
    const isSame = product?.currency === order.currency && costsOn(product, chosen.unitPriceMinor, today);
    if (!isSame) return { outcome: 'price-changed' };
    if (product.inStock < more) {
      return {
        outcome: 'out-of-stock',
        productName: product.name,
        left: spokenPieces(product.inStock, language),
      };
    }
  }
  const { lines, currency, taxMinor = 0 } = decision.order;
  return {
    outcome: 'quoted',
    version: String(order.version),
    change: changeText(change),
    items: spokenLines(lines, products, language).items,
    price: spokenMoney(subtotalMinor({ lines }), currency, language),
    tax: spokenMoney(taxMinor, currency, language),
    total: spokenMoney(orderTotalMinor(decision.order), currency, language),
  };
});
