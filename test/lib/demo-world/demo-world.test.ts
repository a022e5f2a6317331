import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CASE_STATES } from '../../../lambdas/domain/case-states.ts';
import { CASE_TYPES, SEVERITIES } from '../../../lambdas/domain/case-types.ts';
import type { OrderWish } from '../../../lambdas/domain/order-change.ts';
import { ORDER_STATUSES } from '../../../lambdas/domain/order-status.ts';
import { pinObjection } from '../../../lambdas/domain/pin.ts';
import { promotionOn } from '../../../lambdas/domain/promotion.ts';
import { findCaller } from '../../../lambdas/tables/caller-language.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { findPin } from '../../../lambdas/tables/customer-pins.ts';
import { readCustomer } from '../../../lambdas/tables/customers.ts';
import { livedCase } from '../../../lambdas/tables/lived-cases.ts';
import { changeOrderOnce, replacementNumberOf } from '../../../lambdas/tables/order-changes.ts';
import { findLatestOrder, readOrder } from '../../../lambdas/tables/orders.ts';
import { isPin } from '../../../lambdas/tables/pin-hash.ts';
import { findPartFor, sendPartOnce } from '../../../lambdas/tables/spare-parts.ts';
import { demoCustomers } from '../../../lib/demo-world/customers.ts';
import { demoOrders, demoProducts, orderAsOf } from '../../../lib/demo-world/orders.ts';
import { demoWorldFile, renderDemoWorld } from '../../../lib/demo-world/render.ts';
import { seedDemoWorld, setPin } from '../../../lib/demo-world/seed.ts';
import { SHOP_HOURS } from '../../../lib/demo-world/shop-bookings.ts';
import { SHOP_CASES, shopCases } from '../../../lib/demo-world/shop-cases.ts';
import { shopCustomers } from '../../../lib/demo-world/shop-customers.ts';
import { shopOrders } from '../../../lib/demo-world/shop-orders.ts';
import { shopProducts } from '../../../lib/demo-world/shop-products.ts';
import { type ServedTables, serveOurTables } from '../../lambdas/tables/served-tables.ts';

const { signal } = new AbortController();
const seededAt = new Date('2026-11-22T06:00:00Z');

test('the page about the demo world says what the data says; else run npm run docs', () => {
  expect(readFileSync(demoWorldFile, 'utf8')).toBe(renderDemoWorld());
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
  test('has addresses that nobody has: no two the same, and with postcodes that no post office gives', () => {
    const addresses = [...demoCustomers, ...shopCustomers].flatMap((customer) => customer.addresses ?? []);
    const places = addresses.map(
      ({ lines, city, postcode, country }) => `${lines} ${city} ${postcode} ${country}`,
    );
    expect(new Set(places).size).toBe(places.length);
    const unassigned: Readonly<Record<string, RegExp>> = {
      US: /^00[0-4]\d\d$/,
      GB: /^X/,
      GR: /^000 \d\d$/,
      HU: /^0\d{3}$/,
      RO: /^99\d{4}$/,
    };
    for (const { country, postcode } of addresses) expect(postcode).toMatch(unassigned[country] ?? /^never$/);
    expect([...new Set(addresses.map(({ country }) => country))].toSorted()).toEqual(
      Object.keys(unassigned).toSorted(),
    );
  });
  test('has people with one address, with two and with none, and orders go where their customers want them', () => {
    const customers = new Map([...demoCustomers, ...shopCustomers].map((one) => [one.customerId, one]));
    const counts = [...customers.values()].map(({ addresses = [] }) => addresses.length);
    expect([...new Set(counts)].toSorted()).toEqual([0, 1, 2]);
    const orders = [
      ...demoOrders.map((order) => orderAsOf(order, seededAt)),
      ...shopOrders(shopProducts(seededAt), seededAt),
    ];
    for (const { customerId, status, deliverTo, billTo } of orders) {
      const customer = customers.get(customerId);
      const isKnown = status !== 'draft' && (customer?.addresses?.length ?? 0) > 0;
      expect([customerId, deliverTo !== undefined, billTo !== undefined]).toEqual([
        customerId,
        isKnown,
        isKnown,
      ]);
      if (!isKnown) continue;
      expect(deliverTo?.instructions).toBe(customer?.preferences?.shipping?.instructions);
      expect(customer?.addresses?.map(({ city }) => city)).toContain(deliverTo?.city);
    }
    expect(
      orders.filter(({ replaces, deliverTo }) => replaces !== undefined && deliverTo !== undefined),
    ).not.toEqual([]);
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
    return seedDemoWorld({ tables, client: open.served.client, now: () => seededAt, pinCost: 4 });
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
    expect(await readOrder(orders, '1002', signal)).toMatchObject({
      status: 'shipped',
      expectedOn: '2026-11-24',
    });
    expect(await findLatestOrder(orders, 'c-1001', signal)).toMatchObject({
      orderNumber: '1003',
      taxMinor: 3_622,
      lines: [{ sku: 'CHAIR-07', taxMinor: 3_622 }],
    });
    expect(await findLatestOrder(orders, 'c-1003', signal)).toBeUndefined();
  });
  test('twice leaves the same world, but for the salt of the PINs', async () => {
    const before = await everything();
    expect(await seed()).toMatchObject({
      customers: demoCustomers.length,
      orders: demoOrders.length,
      products: demoProducts.length,
    });
    const after = await everything();
    const unsalted = (items: readonly (Record<string, unknown> | undefined)[]) =>
      items.map((item) => JSON.stringify({ ...item, salt: '', digest: '' })).toSorted();
    expect(unsalted(after)).toEqual(unsalted(before));
  });
  test('makes two again of customers whom somebody has merged, each with their number and PIN', async () => {
    const { customers, appointments, orders } = open.tables;
    const note = { at: seededAt.toISOString(), by: 'agent/robin', why: 'a demonstration' };
    const merge = (into: string, from: string) =>
      mergeInto(customers, { appointments, orders, rows: [] }, { into, from, note }, () => true, signal);
    expect(await merge('c-1003', 'c-1004')).toMatchObject({ outcome: 'merged' });
    expect(await merge('c-1001', 'c-1003')).toMatchObject({ outcome: 'merged' });
    expect((await findCaller(customers, '+12025550131', signal))?.customerId).toBe('c-1001');
    await seed();
    for (const { customerId, phoneNumbers, pin } of demoCustomers) {
      for (const number of phoneNumbers)
        expect((await findCaller(customers, number, signal))?.customerId).toBe(customerId);
      expect(await readCustomer(customers, customerId, signal)).toMatchObject({
        kind: 'customer',
        customer: { phoneNumbers, mergedFrom: [] },
      });
      expect(await isPin(pin, await findPin(customers, customerId, signal))).toBe(true);
    }
    // What was changed is kept by version, so that the next change must have one of its own.
    expect(await merge('c-1001', 'c-1003')).toMatchObject({ outcome: 'merged' });
    await seed();
  });
  test('lets an order be exchanged once more, and its part be sent once more', async () => {
    const terms = { nowMs: seededAt.getTime(), returnWindowDays: 30, limits: {} };
    const exchange: OrderWish = {
      event: 'exchange',
      role: 'customer',
      who: 'c-1001',
      why: 'by phone',
      intent: 'exchange-1',
      replacementNumber: replacementNumberOf('1001'),
    };
    const arm = demoProducts.find(({ productNumber }) => productNumber === '2901');
    if (arm === undefined) throw new Error('the demo world has no arm of a lamp');
    const lamps = { customerId: 'c-1004', orderNumber: '1005' };
    const asIfNew = async () => {
      expect(
        await changeOrderOnce(open.tables, { orderNumber: '1001' }, exchange, terms, signal),
      ).toMatchObject({ kind: 'changed', isRepeated: false, order: { status: 'exchanged' } });
      expect((await findPartFor(open.tables, lamps, arm, '2026-11-22', signal)).kind).toBe('covered');
      expect((await sendPartOnce(open.tables, lamps, arm, terms.nowMs, signal)).kind).toBe('sent');
    };
    await asIfNew();
    await seed();
    await asIfNew();
    await seed();
  });
  test('is undone for a PIN by setting another', async () => {
    const { customers } = open.tables;
    const tables = { customers: customers.name };
    await setPin({ tables, client: open.served.client, pinCost: 4 }, 'c-1002', '8052');
    expect(await isPin('8052', await findPin(customers, 'c-1002', signal))).toBe(true);
    await expect(setPin({ tables, client: open.served.client }, 'c-9', '8052')).rejects.toThrow(
      "no customer 'c-9'",
    );
  });
});

describe('the whole shop', () => {
  const everybody = [...demoCustomers, ...shopCustomers];
  const products = [...demoProducts, ...shopProducts(seededAt)];
  const orders = shopOrders(shopProducts(seededAt), seededAt);

  test('has two hundred customers of four languages, each with a PIN and a fictional number of their own', () => {
    expect(everybody).toHaveLength(200);
    expect(new Set(shopCustomers.map(({ language }) => language)).size).toBe(4);
    expect(new Set(everybody.map(({ customerId }) => customerId)).size).toBe(200);
    const numbers = everybody.flatMap(({ phoneNumbers }) => phoneNumbers);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\+(?:120255501\d\d|447700900\d{3})$/);
    for (const { pin } of shopCustomers) expect([pin, pinObjection(pin)]).toEqual([pin, undefined]);
    expect(new Set(shopCustomers.map(({ name }) => name)).size).toBe(shopCustomers.length);
  });
  test('has sixty products or more, with offers, warranties and parts, each with its own number', () => {
    expect(products.length).toBeGreaterThanOrEqual(60);
    for (const key of ['sku', 'productNumber', 'name'] as const)
      expect(new Set(products.map((each) => each[key])).size).toBe(products.length);
    const skus = products.map(({ sku }) => sku);
    for (const language of ['el', 'hu', 'ro'] as const) {
      const spoken = products.map(({ names }) => names?.[language]);
      expect(spoken).not.toContain(undefined);
      expect(new Set(spoken).size).toBe(products.length);
    }
    for (const { partOf = [] } of products) expect(skus).toEqual(expect.arrayContaining(partOf));
    expect(products.some((each) => promotionOn(each, '2026-11-22') !== undefined)).toBe(true);
  });
  test('has orders in every status, none from the days to come, each with a number of its own', () => {
    expect(new Set(orders.map(({ status }) => status)).size).toBe(ORDER_STATUSES.length);
    for (const language of ['en', 'el', 'hu', 'ro']) {
      const speakers = shopCustomers.filter((each) => each.language === language);
      const theirs = orders.filter((each) =>
        speakers.some(({ customerId }) => customerId === each.customerId),
      );
      expect([language, new Set(theirs.map(({ status }) => status)).size]).toEqual([
        language,
        ORDER_STATUSES.length,
      ]);
    }
    const numbers = [...demoOrders, ...orders].map(({ orderNumber }) => orderNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { placedAt, history } of orders)
      for (const at of [placedAt, ...history.map((change) => change.at)])
        expect(Date.parse(at)).toBeLessThan(seededAt.getTime());
  });
  test('has cases about orders of their own customer alone', () => {
    const about = shopCases(seededAt).flatMap(({ beginning: { customerId, details } }) =>
      details?.orderNumber === undefined ? [] : [{ customerId, orderNumber: details.orderNumber }],
    );
    expect(about.length).toBeGreaterThan(10);
    for (const { customerId, orderNumber } of about)
      expect(orders.find((order) => order.orderNumber === orderNumber)).toMatchObject({ customerId });
  });
  test('has cases of every type, state, severity and language, none of them late', () => {
    const lived = shopCases(seededAt).map(({ beginning, steps }) =>
      livedCase(beginning, steps, SHOP_HOURS, { client: new DynamoDBClient({}), name: 'messages' }),
    );
    const kinds = (name: 'type' | 'status' | 'severity') => new Set(lived.map((each) => each.case[name]));
    expect(kinds('type')).toEqual(new Set(CASE_TYPES));
    expect(kinds('status')).toEqual(new Set(CASE_STATES));
    expect(kinds('severity')).toEqual(new Set(SEVERITIES));
    const languages = lived.map(
      ({ case: { customerId } }) => shopCustomers.find((each) => each.customerId === customerId)?.language,
    );
    expect(new Set(languages).size).toBe(4);
    expect(new Set(lived.map(({ case: { caseNumber } }) => caseNumber)).size).toBe(SHOP_CASES);
    for (const { case: each } of lived) {
      expect(each.changedAtMs).toBeLessThan(seededAt.getTime());
      expect(each.due?.atMs ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
        seededAt.getTime() + 3_600_000,
      );
    }
  });
});
