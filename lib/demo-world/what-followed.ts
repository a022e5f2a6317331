/** Removes what followed from orders that are put back: what was sent in exchange for them, and parts under warranty. */

import { replacementNumberOf } from '../../lambdas/tables/order-changes.ts';
import { orderKey } from '../../lambdas/tables/order-keys.ts';
import type { Product } from '../../lambdas/tables/products.ts';
import { partOrderNumberOf } from '../../lambdas/tables/spare-parts.ts';
import type { Table } from '../../lambdas/tables/table.ts';
import { removeAll } from './batches.ts';

interface Placed {
  readonly orderNumber: string;
  readonly lines: readonly { readonly sku: string }[];
}
type Part = Pick<Product, 'sku' | 'partOf'>;

/**
 * Their numbers follow from the order, so that there is never a second: as long as they are there, an order that is put
 * back cannot be exchanged once more.
 */
export async function removeWhatFollowed(
  orders: Table,
  placed: readonly Placed[],
  products: readonly Part[],
): Promise<void> {
  const followed = placed.flatMap((order) => [
    replacementNumberOf(order.orderNumber),
    ...partsFor(order, products).map(({ sku }) => partOrderNumberOf(order.orderNumber, sku)),
  ]);
  await removeAll(orders, followed.map(orderKey));
}

const partsFor = ({ lines }: Placed, products: readonly Part[]): readonly Part[] =>
  products.filter(({ partOf = [] }) => lines.some(({ sku }) => partOf.includes(sku)));
