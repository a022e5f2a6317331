import { readFileSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findCaller } from '../../../lambdas/tables/caller-language.ts';
import { findPin } from '../../../lambdas/tables/customer-pins.ts';
import { findLatestOrder, findOrder } from '../../../lambdas/tables/orders.ts';
import { isPin } from '../../../lambdas/tables/pin-hash.ts';
import { demoCustomers } from '../../../lib/demo-world/customers.ts';
import { demoOrders, demoProducts, orderAsOf } from '../../../lib/demo-world/orders.ts';
import { renderDemoWorld } from '../../../lib/demo-world/render.ts';
import { seedDemoWorld, setPin } from '../../../lib/demo-world/seed.ts';
import { type ServedTables, serveOurTables } from '../../lambdas/tables/served-tables.ts';

const { signal } = new AbortController();
const seededAt = new Date('2026-11-22T06:00:00Z');

test('the page about the demo world says what the data says', () => {
  expect(readFileSync('docs/demo-world.md', 'utf8')).toBe(renderDemoWorld());
});

describe('the demo world', () => {
  test('has fictional numbers only, and each belongs to one customer', () => {
    const numbers = demoCustomers.flatMap(({ phoneNumbers }) => phoneNumbers);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\+120255501\d\d$/);
    expect(numbers).not.toContain('+12025550100');
  });
  test('has a customer without orders, one with several, and one with two numbers', () => {
    const orders = demoCustomers.map(({ customerId }) =>
      demoOrders.filter((order) => order.customerId === customerId),
    );
    expect(orders.some((own) => own.length === 0)).toBe(true);
    expect(orders.some((own) => new Set(own.map(({ status }) => status)).size >= 3)).toBe(true);
    expect(demoCustomers.some(({ phoneNumbers }) => phoneNumbers.length === 2)).toBe(true);
  });
  test('orders nothing for customers whom it does not have', () => {
    const ids = demoCustomers.map(({ customerId }) => customerId);
    for (const order of demoOrders) expect(ids).toContain(order.customerId);
  });
  test('refuses a product that it does not have', () => {
    const order = {
      orderNumber: '1',
      customerId: 'c-1001',
      status: 'confirmed' as const,
      placedDaysAgo: 1,
      quantities: { MOON: 1 },
    };
    expect(() => orderAsOf(order, seededAt)).toThrow("the demo world has no product 'MOON'");
  });
});

describe('seeding', () => {
  let open: ServedTables;
  const seed = () => {
    const { customers, orders } = open.tables;
    const tables = { customers: customers.name, orders: orders.name };
    return seedDemoWorld({ tables, client: open.served.client, now: () => seededAt });
  };
  const everything = async () => {
    const { customers, orders } = open.tables;
    const items = await Promise.all(
      [customers, orders].map(
        async ({ name }) => (await open.documents.send(new ScanCommand({ TableName: name }))).Items,
      ),
    );
    return items.flat();
  };
  beforeAll(async () => {
    open = await serveOurTables();
    await seed();
  });
  afterAll(() => open.served.close());

  test('makes every customer known by each number, with the PIN of the page', async () => {
    const { customers } = open.tables;
    for (const { customerId, phoneNumbers, pin } of demoCustomers) {
      for (const number of phoneNumbers) {
        expect((await findCaller(customers, number, signal))?.customerId).toBe(customerId);
      }
      expect(await isPin(pin, await findPin(customers, customerId, signal))).toBe(true);
    }
  });
  test('places the orders of the page, dated from today', async () => {
    const { orders } = open.tables;
    expect(await findOrder(orders, 'c-1001', '1002', signal)).toMatchObject({
      status: 'shipped',
      expectedOn: '2026-11-24',
    });
    expect((await findLatestOrder(orders, 'c-1001', signal))?.orderNumber).toBe('1003');
    expect(await findLatestOrder(orders, 'c-1003', signal)).toBeUndefined();
  });
  test('twice leaves the same world, but for the salt of the PINs', async () => {
    const before = await everything();
    expect(await seed()).toEqual({
      customers: demoCustomers.length,
      orders: demoOrders.length,
      products: demoProducts.length,
    });
    const after = await everything();
    const unsalted = (items: readonly (Record<string, unknown> | undefined)[]) =>
      items.map((item) => JSON.stringify({ ...item, salt: '', digest: '' })).toSorted();
    expect(unsalted(after)).toEqual(unsalted(before));
  });
  test('is undone for a PIN by setting another', async () => {
    const { customers } = open.tables;
    const tables = { customers: customers.name };
    await setPin({ tables, client: open.served.client }, 'c-1002', '8052');
    expect(await isPin('8052', await findPin(customers, 'c-1002', signal))).toBe(true);
    await expect(setPin({ tables, client: open.served.client }, 'c-9', '8052')).rejects.toThrow(
      "no customer 'c-9'",
    );
  });
});
