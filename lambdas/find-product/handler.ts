/** Finds the product whose number a caller keyed. */

import { dateAt } from '../domain/calendar.ts';
import { spokenMoney } from '../domain/money.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { pricedOn } from '../domain/promotion.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findProductByNumber } from '../tables/products.ts';
import { findProduct } from './contract.ts';

const orders = { client: openDatabase(findProduct), name: tableName('orders') };
const withoutVoice = environmentValue(findProduct, 'UNVOICED');

export const handler = connectFunction(findProduct, async ({ parameters, language, now, signal }) => {
  const product = await findProductByNumber(orders, parameters.productNumber, signal);
  if (product === undefined) return { outcome: 'unknown-product' };
  const { sku, currency, inStock } = product;
  const { name: productName } = spokenProduct(product, language, withoutVoice);
  if (inStock === 0) return { outcome: 'out-of-stock', productName };
  const { unitPriceMinor } = pricedOn(product, dateAt(now().getTime()));
  return {
    outcome: 'found',
    product: sku,
    productName,
    price: spokenMoney(unitPriceMinor, currency, language),
  };
});
