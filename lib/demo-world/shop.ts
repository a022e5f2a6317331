/** Fills the rest of the shop into tables: two hundred customers, sixty products, their orders, cases and bookings, in seconds. */

import { readAppointment } from '../../lambdas/tables/appointment-items.ts';
import { awaitedParcel } from '../../lambdas/tables/awaited-parcels.ts';
import { readCase } from '../../lambdas/tables/case-changes.ts';
import { setPin } from '../../lambdas/tables/customer-pins.ts';
import { livedAppointments, livedCallbacks, placeOf } from '../../lambdas/tables/lived-bookings.ts';
import { livedCase } from '../../lambdas/tables/lived-cases.ts';
import { orderKey } from '../../lambdas/tables/order-keys.ts';
import { queryItems } from '../../lambdas/tables/requests.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import type { Table } from '../../lambdas/tables/table.ts';
import { removeAll, writeAll } from './batches.ts';
import { inTurn } from './in-turn.ts';
import { appointmentCustomers, callbackCallers, SHOP_HOURS, SHOP_TERMS } from './shop-bookings.ts';
import { shopCases } from './shop-cases.ts';
import { shopCustomers } from './shop-customers.ts';
import { shopOrders } from './shop-orders.ts';
import { shopProducts } from './shop-products.ts';
import { removeWhatFollowed } from './what-followed.ts';

/** What was written. */
export interface Seeded {
  readonly customers: number;
  readonly orders: number;
  readonly products: number;
  readonly cases: number;
  readonly appointments: number;
  readonly callbacks: number;
}

export interface ShopTables {
  readonly customers: Table;
  readonly orders: Table;
  readonly cases: Table;
  readonly messages: Table;
  readonly appointments: Table;
}

/** Everybody may read these PINs, so their hashes need not cost a thief anything. */
const PIN_COST = 4;

/** Whoever is a customer of the shop is written already. */
export async function seedShop(tables: ShopTables, seededAt: Date): Promise<Seeded> {
  const { customers, orders } = tables;
  const products = shopProducts(seededAt);
  const placed = shopOrders(products, seededAt);
  await inTurn(shopCustomers, async ({ customerId, pin }) => {
    await setPin(customers, customerId, pin, seededAt, PIN_COST);
  });
  await inTurn(products, (product) => saveProduct(orders, product));
  await writeAll(
    orders,
    placed.map((order) => ({ ...orderKey(order.orderNumber), ...order })),
  );
  await writeAll(
    orders,
    placed.map(awaitedParcel).filter((parcel) => parcel !== undefined),
  );
  await removeWhatFollowed(orders, placed, products);
  const cases = await seedCases(tables, seededAt);
  const appointments = await seedAppointments(tables, seededAt);
  const callbacks = livedCallbacks(tables.messages, callbackCallers, SHOP_HOURS, seededAt.getTime());
  await writeAll(tables.messages, callbacks);
  return {
    customers: shopCustomers.length,
    orders: placed.length,
    products: products.length,
    cases,
    appointments,
    callbacks: callbackCallers.length,
  };
}

/** Cases with what is written down about them; what a demo wrote down since the last time goes. */
async function seedCases({ cases, messages }: ShopTables, seededAt: Date): Promise<number> {
  const lived = shopCases(seededAt).map(({ beginning, steps }) =>
    livedCase(beginning, steps, SHOP_HOURS, messages),
  );
  const signal = new AbortController().signal;
  const [first] = lived;
  const isNew = first === undefined || (await readCase(cases, first.case.caseNumber, signal)) === undefined;
  await inTurn(isNew ? [] : lived, async (each) => {
    const { items } = await queryItems(
      cases,
      {
        KeyConditionExpression: 'caseNumber = :caseNumber',
        ExpressionAttributeValues: { ':caseNumber': each.case.caseNumber },
      },
      signal,
    );
    await removeAll(
      cases,
      items.map(({ caseNumber, sk }) => ({ caseNumber, sk })),
    );
  });
  await writeAll(
    cases,
    lived.flatMap(({ items }) => items),
  );
  await writeAll(
    messages,
    lived.flatMap((each) => each.messages),
  );
  return lived.length;
}

async function seedAppointments({ appointments }: ShopTables, seededAt: Date): Promise<number> {
  const signal = new AbortController().signal;
  const places = await Promise.all(
    appointmentCustomers.map(async (customerId) => {
      const before = await readAppointment(appointments, customerId, signal);
      return before === undefined ? [] : [placeOf(before.startsAtMs, before.place, SHOP_TERMS)];
    }),
  );
  await removeAll(appointments, places.flat());
  await writeAll(appointments, livedAppointments(appointmentCustomers, SHOP_TERMS, seededAt.getTime()));
  return appointmentCustomers.length;
}

/** So many at a time, one lot after the other. */
