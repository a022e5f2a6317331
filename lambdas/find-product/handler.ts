/** Finds the product whose number a caller keyed. */

import { spokenMoney } from '../domain/money.ts';
import { pricedOn } from '../domain/promotion.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { findProductByNumber } from '../tables/orders.ts';
import { findProduct } from './contract.ts';

const orders = { client: openDatabase(findProduct), name: tableName('orders') };

export const handler = connectFunction(findProduct, async ({ parameters, language, now, signal }) => {
  const product = await findProductByNumber(orders, parameters.productNumber, signal);
  if (product === undefined) return { outcome: 'unknown-product' };
  const { sku, name: productName, currency, inStock } = product;
  if (inStock === 0) return { outcome: 'out-of-stock', productName };
  const { unitPriceMinor } = pricedOn(product, now().toISOString().slice(0, 10));
  return {
    outcome: 'found',
    product: sku,
    productName,
    price: spokenMoney(unitPriceMinor, currency, language),
  };
});
