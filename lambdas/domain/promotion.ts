/** Prices on a day: what a product costs, on offer or not. */

/** A lower price for some days, the first and the last one included (`2026-11-24`). */
export interface Promotion {
  readonly unitPriceMinor: number;
  readonly from: string;
  readonly till: string;
}

export interface Priced {
  readonly unitPriceMinor: number;
  readonly promotion?: Promotion | undefined;
}

/** So many products on offer are looked at for who asks: those whose offers end first. */
export const OFFERS_READ_MAX = 25;

/** The offer that holds on a day, if one does. */
export function promotionOn({ promotion }: Priced, day: string): Promotion | undefined {
  return promotion !== undefined && promotion.from <= day && day <= promotion.till ? promotion : undefined;
}

/** The product at what it costs on a day. */
export function pricedOn<Product extends Priced>(product: Product, day: string): Product {
  const offer = promotionOn(product, day);
  return offer === undefined ? product : { ...product, unitPriceMinor: offer.unitPriceMinor };
}

/** Whether somebody may have the product for a price on a day: nobody is held to an offer that has begun since. */
export function costsOn(product: Priced, unitPriceMinor: number, day: string): boolean {
  return (
    product.unitPriceMinor === unitPriceMinor || promotionOn(product, day)?.unitPriceMinor === unitPriceMinor
  );
}
