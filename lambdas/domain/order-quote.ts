/** What an order would cost now, and whether it can be had: the words that are read back before it is confirmed. */

import { type Basket, basketText, subtotalMinor, totalMinor, type Wanted } from './basket.ts';
import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import { spokenMoney, taxMinor } from './money.ts';
import type { Named } from './product-name.ts';
import type { Promotion } from './promotion.ts';
import { spokenList } from './spoken.ts';
import { message } from './words/message.ts';
import { countWords } from './words/words-of.ts';

/** What of a product an order depends on. */
export interface StockedProduct extends Named {
  readonly sku: string;
  /** ISO 4217; the price is in its minor unit (cents). */
  readonly currency: string;
  readonly unitPriceMinor: number;
  readonly inStock: number;
  readonly promotion?: Promotion | undefined;
}

export type Quote =
  | { readonly kind: 'quoted'; readonly basket: Basket }
  | { readonly kind: 'unknown-product' }
  | { readonly kind: 'out-of-stock'; readonly product: StockedProduct };

/** What is read back to the caller; `basket` is for the functions that come after. */
export interface SpokenQuote {
  readonly basket: string;
  readonly items: string;
  readonly price: string;
  readonly tax: string;
  readonly total: string;
}

/**
 * The basket of these pieces at the prices of the products, which are those of the day. Throws where the products are priced in several currencies: that is
 * a mistake in the table, and no sum of them means anything.
 * @param wanted one line for each product, as `mergedLines` gives them
 */
export function quote(
  wanted: readonly Wanted[],
  products: readonly StockedProduct[],
  taxBasisPoints: number,
): Quote {
  const lines = wanted.flatMap(({ sku, quantity }) => {
    const product = products.find((candidate) => candidate.sku === sku);
    return product === undefined ? [] : [{ product, quantity }];
  });
  const [first] = lines;
  if (first === undefined || lines.length < wanted.length) return { kind: 'unknown-product' };
  const { currency } = first.product;
  if (lines.some(({ product }) => product.currency !== currency)) {
    throw new Error('the products of one order are priced in several currencies; correct the products');
  }
  const short = lines.find(({ product, quantity }) => product.inStock < quantity);
  if (short !== undefined) return { kind: 'out-of-stock', product: short.product };
  const priced = lines.map(({ product: { sku, unitPriceMinor }, quantity }) => ({
    sku,
    quantity,
    unitPriceMinor,
  }));
  const tax = taxMinor(subtotalMinor({ lines: priced }), taxBasisPoints);
  return { kind: 'quoted', basket: { currency, taxMinor: tax, lines: priced } };
}

export function spokenQuote(
  basket: Basket,
  products: readonly StockedProduct[],
  language: Language = DEFAULT_LANGUAGE,
): SpokenQuote {
  const nameOf = (sku: string) => products.find((product) => product.sku === sku)?.name ?? sku;
  return {
    basket: basketText(basket),
    items: spokenList(
      basket.lines.map(({ sku, quantity }) => `${nameOf(sku)}, ${spokenPieces(quantity, language)}`),
      language,
    ),
    price: spokenMoney(subtotalMinor(basket), basket.currency, language),
    tax: spokenMoney(basket.taxMinor, basket.currency, language),
    total: spokenMoney(totalMinor(basket), basket.currency, language),
  };
}

/** `1 piece`, `12 pieces`. */
export function spokenPieces(count: number, language: Language = DEFAULT_LANGUAGE): string {
  return message(language, countWords(language).pieces, { count });
}
