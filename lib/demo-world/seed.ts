/** Fills the demo world into tables, local or deployed, and gives a customer another PIN. */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { setPin as setCustomerPin } from '../../lambdas/tables/customer-pins.ts';
import type { TableName } from '../../lambdas/tables/definition.ts';
import { taxed } from '../../lambdas/tables/lived-orders.ts';
import { saveOrder } from '../../lambdas/tables/orders.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import type { Table } from '../../lambdas/tables/table.ts';
import { demoCustomers } from './customers.ts';
import { demoOrders, demoProducts, orderAsOf, TAX_BASIS_POINTS } from './orders.ts';
import { savePeople } from './people.ts';
import { type Seeded, type ShopTables, seedShop } from './shop.ts';
import { shopCustomers } from './shop-customers.ts';
import { removeWhatFollowed } from './what-followed.ts';

/** Where tables are, and the client to reach them with: it carries endpoint, region and credentials. */
export interface World {
  /** Physical names. */
  readonly tables: Readonly<Pick<Record<TableName, string>, 'customers' | 'orders'>> &
    Readonly<Partial<Pick<Record<TableName, string>, 'cases' | 'messages' | 'appointments'>>>;
  readonly client: DynamoDBClient;
  /** Injected where a test fixes it. */
  readonly now?: () => Date;
  /** The work of a PIN check as a power of two; tests, which check thousands, take less than the usual one. */
  readonly pinCost?: number;
  /** The rest of the shop too: people, products, orders and cases in every state. Tests do without, for their tables stay small. */
  readonly wholeShop?: boolean;
}

/**
 * Writes customers with their PINs, products and orders. Doing it again leaves the same world: what a demo changed
 * is put back (customers whom it has merged are two again), locked accounts are open again, and nothing else in the tables is touched: orders placed by phone stay,
 * but for what was sent in exchange for an order that is put back, or as a part of it.
 */
export async function seedDemoWorld({
  tables,
  client,
  now = currentTime,
  pinCost,
  wholeShop = false,
}: World): Promise<Seeded> {
  const customers = { client, name: tables.customers };
  const orders = { client, name: tables.orders };
  const seededAt = now();
  await savePeople(customers, [
    ...demoCustomers.map(({ pin: _pin, shows: _shows, ...customer }) => customer),
    ...(wholeShop ? shopCustomers : []).map(({ pin: _pin, language: _language, ...customer }) => customer),
  ]);
  // Side by side, because hashing a PIN takes a processor a tenth of a second.
  await Promise.all(
    demoCustomers.map(({ customerId, pin }) => setCustomerPin(customers, customerId, pin, seededAt, pinCost)),
  );
  for (const product of demoProducts) await saveProduct(orders, product);
  const placed = demoOrders.map((demo) => {
    const order = orderAsOf(demo, seededAt);
    return { ...order, ...taxed(order.lines, TAX_BASIS_POINTS) };
  });
  for (const order of placed) await saveOrder(orders, order);
  await removeWhatFollowed(orders, placed, demoProducts);
  const rest = wholeShop ? await seedShop(shopTables({ tables, client }), seededAt) : NOTHING;
  return {
    ...rest,
    customers: demoCustomers.length + rest.customers,
    orders: demoOrders.length + rest.orders,
    products: demoProducts.length + rest.products,
  };
}

const NOTHING: Seeded = { customers: 0, orders: 0, products: 0, cases: 0, appointments: 0, callbacks: 0 };

/** @throws Error where a table of the shop is not named */
function shopTables({ tables, client }: Pick<World, 'tables' | 'client'>): ShopTables {
  const table = (name: keyof World['tables']): Table => {
    const physical = tables[name];
    if (physical === undefined) throw new Error(`the whole shop needs the table '${name}'; name it`);
    return { client, name: physical };
  };
  return {
    customers: table('customers'),
    orders: table('orders'),
    cases: table('cases'),
    messages: table('messages'),
    appointments: table('appointments'),
  };
}

/**
 * Gives a customer a PIN and takes back today's failures. Throws, saying what to do, for a PIN that the policy does
 * not allow and for a customer who does not exist.
 */
export async function setPin(
  {
    tables,
    client,
    now = currentTime,
    pinCost,
  }: Pick<World, 'client' | 'now' | 'pinCost'> & {
    readonly tables: Pick<World['tables'], 'customers'>;
  },
  customerId: string,
  pin: string,
): Promise<void> {
  const customers = { client, name: tables.customers };
  await setCustomerPin(customers, customerId, pin, now(), pinCost);
}

function currentTime(): Date {
  return new Date();
}
