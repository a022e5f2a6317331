/** A product as the desktop shows it: what an agent tells a customer, and what a draft needs. */

import * as z from 'zod/mini';
import { type Promotion, pricedOn, promotionOn } from './promotion.ts';

/** The number that callers key, or the SKU. */
export const productId = z
  .string()
  .check(z.regex(/^[A-Z0-9-]{1,20}$/, 'must be the number of a product or a SKU'));

const day = z.iso.date();

export const shownProduct = z.strictObject({
  sku: z.string(),
  productNumber: z.string(),
  name: z.string(),
  currency: z.string(),
  /** Of one piece today, before tax, in the minor unit. */
  unitPriceMinor: z.int(),
  /** Where that is an offer: what it costs else, and its last day. */
  offer: z.optional(z.strictObject({ usualPriceMinor: z.int(), till: day })),
  inStock: z.int(),
  /** To the door where it is in stock; where it is not, until there is more. */
  deliveryDays: z.optional(z.int()),
  warrantyMonths: z.int(),
  /** The products that it is a spare part of. */
  partOf: z.optional(z.array(z.string())),
});

interface KeptProduct {
  readonly sku: string;
  readonly productNumber: string;
  readonly name: string;
  readonly currency: string;
  readonly unitPriceMinor: number;
  readonly inStock: number;
  readonly promotion?: Promotion | undefined;
  readonly warrantyMonths?: number | undefined;
  readonly partOf?: readonly string[] | undefined;
  readonly deliveryDays?: number | undefined;
  readonly restockDays?: number | undefined;
}

/** @param today `2026-11-24` */
export function productAsShown(product: KeptProduct, today: string): z.output<typeof shownProduct> {
  const { sku, productNumber, name, currency, inStock, warrantyMonths = 0, partOf } = product;
  const offer = promotionOn(product, today);
  const days = inStock > 0 ? product.deliveryDays : product.restockDays;
  return {
    sku,
    productNumber,
    name,
    currency,
    unitPriceMinor: pricedOn(product, today).unitPriceMinor,
    ...(offer === undefined ? {} : { offer: { usualPriceMinor: product.unitPriceMinor, till: offer.till } }),
    inStock,
    ...(days === undefined ? {} : { deliveryDays: days }),
    warrantyMonths,
    ...(partOf === undefined ? {} : { partOf: [...partOf] }),
  };
}
