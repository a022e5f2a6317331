/** The words for what is on offer. */

import type { Language } from './language.ts';
import { spokenMoney } from './money.ts';
import { type Priced, promotionOn } from './promotion.ts';
import { spokenDate } from './spoken.ts';
import { message } from './words/message.ts';
import { offerWords } from './words/words-of.ts';

interface Offered extends Priced {
  readonly name: string;
  readonly currency: string;
}

/**
 * Each product that is on offer on a day with its price, its last day and the key that goes with its place: the first
 * three have one, the others are not said.
 */
export function spokenOffers(products: readonly Offered[], today: string, language: Language): string {
  const { offer, keys } = offerWords(language);
  return keys
    .flatMap((key, at) => {
      const product = products[at];
      const promotion = product && promotionOn(product, today);
      if (product === undefined || promotion === undefined) return [];
      return message(language, offer, {
        product: product.name,
        price: spokenMoney(promotion.unitPriceMinor, product.currency, language),
        usualPrice: spokenMoney(product.unitPriceMinor, product.currency, language),
        until: spokenDate(promotion.till, today, language),
        key,
      });
    })
    .join(' ');
}
