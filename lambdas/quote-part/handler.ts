/** Says whether a spare part is sent under warranty. */

import { dateAt } from '../domain/calendar.ts';
import { isOrderNumber } from '../domain/order-number.ts';
import { type Named, spokenProduct } from '../domain/product-name.ts';
import { spokenDate, spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findProductByNumber } from '../tables/products.ts';
import { findPartFor } from '../tables/spare-parts.ts';
import { quotePart } from './contract.ts';

const client = openDatabase(quotePart);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};
const withoutVoice = environmentValue(quotePart, 'UNVOICED');

export const handler = connectFunction(quotePart, async ({ parameters, language, now, signal }) => {
  const { partNumber, ...order } = parameters;
  if (!isOrderNumber(order.orderNumber)) return { outcome: 'not-for-this' };
  const part = await findProductByNumber(tables.orders, partNumber, signal);
  if (part?.partOf === undefined) return { outcome: 'not-for-this' };
  const today = dateAt(now().getTime());
  const found = await findPartFor(tables, order, part, today, signal);
  const nameOf = (product: Named) => spokenProduct(product, language, withoutVoice).name;
  switch (found.kind) {
    case 'covered': {
      const { product, until } = found;
      const words = { productName: nameOf(product), until: spokenDate(until, today, language) };
      return { outcome: 'covered', part: part.sku, partName: nameOf(part), ...words };
    }
    case 'out-of-warranty':
      return {
        outcome: 'out-of-warranty',
        productName: nameOf(found.product),
        until: spokenDate(found.until, today, language),
      };
    case 'no-warranty':
      return { outcome: 'no-warranty', productName: nameOf(found.product) };
    case 'out-of-stock':
      return { outcome: 'out-of-stock', partName: nameOf(part) };
    case 'sent':
      return { outcome: 'sent', orderNumber: spokenDigits(found.order.orderNumber) };
    case 'unknown-order':
    case 'not-for-this':
      return { outcome: 'not-for-this' };
  }
});
