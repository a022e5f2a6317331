/** The lines of an order in words. */

import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import { spokenPieces } from './order-quote.ts';
import type { OrderLine } from './order-record.ts';
import { spokenList } from './spoken.ts';

/** `items`: `Desk lamp, 2 pieces; Paper, 1 piece`. `numbered`: the same, each after its number and a comma. */
export function spokenLines(
  lines: readonly Pick<OrderLine, 'sku' | 'quantity'>[],
  products: readonly { readonly sku: string; readonly name: string }[],
  language: Language = DEFAULT_LANGUAGE,
): { readonly items: string; readonly numbered: string } {
  const words = lines.map(({ sku, quantity }) => {
    const name = products.find((product) => product.sku === sku)?.name ?? sku;
    return `${name}, ${spokenPieces(quantity, language)}`;
  });
  return {
    items: spokenList(words, language),
    numbered: spokenList(
      words.map((word, index) => `${index + 1}, ${word}`),
      language,
    ),
  };
}
