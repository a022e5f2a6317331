/** Fills the rest of the shop into tables: two hundred customers, sixty products and their orders, in seconds. */

import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { setPin } from '../../lambdas/tables/customer-pins.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { orderKey, saveProduct } from '../../lambdas/tables/orders.ts';
import type { Plain, Table } from '../../lambdas/tables/table.ts';
import { shopCustomers } from './shop-customers.ts';
import { shopOrders } from './shop-orders.ts';
import { shopProducts } from './shop-products.ts';

/** What was written. */
export interface Seeded {
  readonly customers: number;
  readonly orders: number;
  readonly products: number;
}

/** Everybody may read these PINs, so their hashes need not cost a thief anything. */
const PIN_COST = 4;

/** BatchWriteItem takes no more. */
const BATCH_ITEMS_MAX = 25;
/** Customers written side by side. */
const SIDE_BY_SIDE = 20;

export async function seedShop(customers: Table, orders: Table, seededAt: Date): Promise<Seeded> {
  const products = shopProducts(seededAt);
  const placed = shopOrders(products, seededAt);
  await inTurn(shopCustomers, SIDE_BY_SIDE, async ({ pin, language: _language, ...customer }) => {
    await saveCustomer(customers, customer);
    await setPin(customers, customer.customerId, pin, seededAt, PIN_COST);
  });
  await inTurn(products, SIDE_BY_SIDE, (product) => saveProduct(orders, product));
  const items = placed.map((order) => ({ ...orderKey(order.orderNumber), ...order }));
  for (let from = 0; from < items.length; from += BATCH_ITEMS_MAX) {
    await writeBatch(orders, items.slice(from, from + BATCH_ITEMS_MAX));
  }
  return { customers: shopCustomers.length, orders: placed.length, products: products.length };
}

/** So many at a time, one lot after the other. */
async function inTurn<Item>(
  all: readonly Item[],
  atOnce: number,
  write: (item: Item) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    await Promise.all(all.slice(from, from + atOnce).map(write));
  }
}

/** What the table is too busy for is sent again; a table on demand is not for long. */
async function writeBatch({ client, name }: Table, items: readonly Plain[]): Promise<void> {
  let left = items.map((item) => ({
    PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
  }));
  while (left.length > 0) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: left } }),
    );
    left = (UnprocessedItems?.[name] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
    );
  }
}
