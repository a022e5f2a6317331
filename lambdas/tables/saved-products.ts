/** The one way to write a product: with its number, and named among the offers where it has one. */

import * as z from 'zod/mini';
import { nameOffer } from './offers.ts';
import { type Product, productKey, productNumberKey, productShape } from './products.ts';
import type { Table } from './table.ts';
import { writeTogether } from './transaction.ts';

const productSchema = z.strictObject(productShape).check(
  z.refine(
    ({ promotion, unitPriceMinor }) => promotion === undefined || promotion.unitPriceMinor < unitPriceMinor,
    {
      path: ['promotion', 'unitPriceMinor'],
      error: 'must be below what the product costs else: callers hear of it as an offer',
    },
  ),
);

/** Writes a product over whatever had its SKU, and takes its number over from whichever product had it. */
export async function saveProduct(table: Table, product: Product): Promise<void> {
  const { client, name } = table;
  const valid = z.parse(productSchema, product);
  const number = { ...productNumberKey(valid.productNumber), sku: valid.sku };
  await nameOffer(table, valid);
  await writeTogether(client, [
    { Put: { TableName: name, Item: { ...productKey(valid.sku), ...valid } } },
    { Put: { TableName: name, Item: number } },
  ]);
}
