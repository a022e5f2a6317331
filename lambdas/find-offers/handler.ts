/** Says which products are on offer today. */

import { dateAt } from '../domain/calendar.ts';
import { spokenOffers } from '../domain/offer-words.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findOffers as findOffersIn } from '../tables/offers.ts';
import { findOffers } from './contract.ts';

const orders = { client: openDatabase(findOffers), name: tableName('orders') };

const NOTHING = 'none';
const withoutVoice = environmentValue(findOffers, 'UNVOICED');

export const handler = connectFunction(findOffers, async ({ language, now, signal }) => {
  const today = dateAt(now().getTime());
  const onOffer = await findOffersIn(orders, today, signal);
  const told = onOffer
    .filter(({ inStock }) => inStock > 0)
    .slice(0, 3)
    .map((product) => spokenProduct(product, language, withoutVoice));
  const [first, second, third] = told;
  if (first === undefined) return { outcome: 'none' };
  return {
    outcome: 'found',
    offers: spokenOffers(told, today, language),
    first: first.productNumber,
    second: second?.productNumber ?? NOTHING,
    third: third?.productNumber ?? NOTHING,
  };
});
