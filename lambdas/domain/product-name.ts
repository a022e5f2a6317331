/** What a product is called: in the language of the shop, and in those of its callers. */

import * as z from 'zod/mini';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './language.ts';

/** As long as a caller can follow. */
export const productName = z.string().check(z.minLength(1), z.maxLength(100));

type OtherLanguage = Exclude<Language, typeof DEFAULT_LANGUAGE>;

/** By language; a product has its English name in the others. */
export const productNames = z.partial(
  z.strictObject({ el: productName, hu: productName, ro: productName } satisfies Record<
    OtherLanguage,
    typeof productName
  >),
);

export interface Named {
  readonly name: string;
  readonly names?: z.output<typeof productNames> | undefined;
}

/** Languages that no voice reads: a deployment plays recordings in them, which nobody makes of products. */
export const unvoiced = z.array(z.enum(LANGUAGES));

/**
 * The product as the caller hears it: its name is that of their language.
 * @param withoutVoice in these a voice says the English name, because it can read no other
 */
export function spokenProduct<Product extends Named>(
  product: Product,
  language: Language,
  withoutVoice: readonly Language[],
): Product {
  if (language === DEFAULT_LANGUAGE || withoutVoice.includes(language)) return product;
  return { ...product, name: product.names?.[language] ?? product.name };
}
