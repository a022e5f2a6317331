/** Says everything that a caller may want to know of a product. */

import { dateAt } from '../domain/calendar.ts';
import { spokenMoney } from '../domain/money.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { pricedOn, promotionOn } from '../domain/promotion.ts';
import { spokenDate, spokenDays, spokenTerm } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findProductByNumber } from '../tables/products.ts';
import { describeProduct } from './contract.ts';

const orders = { client: openDatabase(describeProduct), name: tableName('orders') };

const NOTHING = 'none';
const withoutVoice = environmentValue(describeProduct, 'UNVOICED');

export const handler = connectFunction(describeProduct, async ({ parameters, language, now, signal }) => {
  const product = await findProductByNumber(orders, parameters.productNumber, signal);
  if (product === undefined) return { outcome: 'unknown-product' };
  const today = dateAt(now().getTime());
  const { name } = spokenProduct(product, language, withoutVoice);
  const { productNumber, currency, inStock, deliveryDays, restockDays, warrantyMonths = 0 } = product;
  const offer = promotionOn(product, today);
  const days = inStock > 0 ? deliveryDays : restockDays;
  return {
    outcome: 'found',
    productNumber,
    productName: name,
    price: spokenMoney(pricedOn(product, today).unitPriceMinor, currency, language),
    offer: offer === undefined ? NOTHING : 'yes',
    usualPrice: offer === undefined ? NOTHING : spokenMoney(product.unitPriceMinor, currency, language),
    until: offer === undefined ? NOTHING : spokenDate(offer.till, today, language),
    stock: inStock > 0 ? 'yes' : NOTHING,
    delivery: days === undefined ? NOTHING : spokenDays(days, language),
    warranty: warrantyMonths === 0 ? NOTHING : spokenTerm(warrantyMonths, language),
  };
});
