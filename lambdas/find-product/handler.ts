/** Finds the product whose number a caller keyed. */

import { spokenMoney } from '../domain/money.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { findProductByNumber } from '../tables/orders.ts';
import { findProduct } from './contract.ts';

const orders = { client: openDatabase(findProduct), name: tableName('orders') };

export const handler = connectFunction(findProduct, async ({ parameters, language, signal }) => {
  const product = await findProductByNumber(orders, parameters.productNumber, signal);
  if (product === undefined) return { outcome: 'unknown-product' };
  const { sku, name: productName, unitPriceMinor, currency, inStock } = product;
  if (inStock === 0) return { outcome: 'out-of-stock', productName };
  return {
    outcome: 'found',
    product: sku,
    productName,
    price: spokenMoney(unitPriceMinor, currency, language),
  };
});
