/** The products in stock that orders are made of: items of the table of orders, by SKU and by the number that callers key. */

import * as z from 'zod/mini';
import { productName, productNames } from '../domain/product-name.ts';
import { WARRANTY_MONTHS_MAX } from '../domain/warranty.ts';
import { calendarDay, currency, price, sku, wholeNumber } from './order-fields.ts';
import { getItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

export const productShape = {
  sku,
  /** What a caller keys; shorter numbers are choices of a menu. */
  productNumber: z.string().check(z.regex(/^[1-9]\d{2,7}$/, 'must be three to eight digits')),
  name: productName,
  /** What callers hear in other languages. */
  names: z.optional(productNames),
  currency,
  unitPriceMinor: price,
  inStock: wholeNumber,
  /** A lower price for some days. */
  promotion: z.optional(z.strictObject({ unitPriceMinor: price, from: calendarDay, till: calendarDay })),
  /** None where we give none. */
  warrantyMonths: z.optional(wholeNumber.check(z.maximum(WARRANTY_MONTHS_MAX))),
  /** The products that it is a spare part of. */
  partOf: z.optional(z.array(sku).check(z.minLength(1), z.maxLength(50))),
  /** Days from the order to the door while it is in stock, and until there is new stock while it is not. */
  deliveryDays: z.optional(wholeNumber.check(z.maximum(365))),
  restockDays: z.optional(wholeNumber.check(z.maximum(365))),
};

const productItem = z.object(productShape);
const numberItem = z.object({ sku });

export type Product = z.output<typeof productItem>;

export const productKey = (ofSku: string) => ({ pk: `PRODUCT#${ofSku}` });
export const productNumberKey = (productNumber: string) => ({ pk: `PRODUCT-NUMBER#${productNumber}` });

/** The product that an item holds. */
export const productOfItem = (item: Plain, table: Table): Product => readItem(productItem, item, table);

/** A product as it stands at this moment. */
export async function readProduct(
  table: Table,
  ofSku: string,
  abortSignal: AbortSignal,
): Promise<Product | undefined> {
  const item = await getItem(table, { Key: productKey(ofSku), ConsistentRead: true }, abortSignal);
  return item === undefined ? undefined : productOfItem(item, table);
}

/** The products that there are of some, side by side. */
export async function readProducts(
  table: Table,
  skus: readonly string[],
  abortSignal: AbortSignal,
): Promise<readonly Product[]> {
  const found = await Promise.all(skus.map((ofSku) => readProduct(table, ofSku, abortSignal)));
  return found.filter((product) => product !== undefined);
}

/** The product that a caller keyed; a number that a product no longer has finds nothing. */
export async function findProductByNumber(
  table: Table,
  productNumber: string,
  abortSignal: AbortSignal,
): Promise<Product | undefined> {
  if (!z.safeParse(productShape.productNumber, productNumber).success) return undefined;
  const item = await getItem(table, { Key: productNumberKey(productNumber) }, abortSignal);
  if (item === undefined) return undefined;
  const product = await readProduct(table, readItem(numberItem, item, table).sku, abortSignal);
  return product?.productNumber === productNumber ? product : undefined;
}
