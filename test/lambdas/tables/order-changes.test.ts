/** Orders are changed in the table once: one of several at once wins, stock and history go with the order. */
import { GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrderWish } from '../../../lambdas/domain/order-change.ts';
import { changeOrderOnce, type OrderToChange } from '../../../lambdas/tables/order-changes.ts';
import { type NewOrder, ordersOfCustomer, readOrder, saveOrder } from '../../../lambdas/tables/orders.ts';
import { readProduct } from '../../../lambdas/tables/products.ts';
import { saveProduct } from '../../../lambdas/tables/saved-products.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

const order: NewOrder = {
  orderNumber: '1001',
  customerId: 'c-1001',
  placedAt: '2026-11-01T10:00:00.000Z',
  status: 'confirmed',
  currency: 'USD',
  lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
};
const terms = { nowMs: Date.parse('2026-11-22T12:00:00Z'), returnWindowDays: 30, limits: {} };
const cancel: OrderWish = {
  event: 'cancel',
  role: 'customer',
  who: 'c-1001',
  why: 'by phone',
  intent: 'i-1',
};
const change = (wish: OrderWish, which: Partial<OrderToChange> = {}) =>
  changeOrderOnce(open.tables, { orderNumber: '1001', ...which }, wish, terms, signal);
const stock = async () => (await readProduct(open.tables.orders, 'LAMP-01', signal))?.inStock;
const historyOfCustomer = async () => {
  const { Items = [] } = await open.documents.send(
    new ScanCommand({ TableName: open.tables.customers.name }),
  );
  return Items.filter(({ sk }) => String(sk).startsWith('HISTORY#')).map(({ event }) => event);
};

beforeEach(async () => {
  await saveOrder(open.tables.orders, order);
  await saveProduct(open.tables.orders, {
    sku: 'LAMP-01',
    productNumber: '2101',
    name: 'Desk lamp',
    currency: 'USD',
    unitPriceMinor: 4_900,
    inStock: 10,
  });
});

test('a cancelled order gives its pieces back once, however often it is asked for', async () => {
  expect(await change(cancel)).toMatchObject({ kind: 'changed', isRepeated: false });
  const again = await Promise.all(Array.from({ length: 10 }, () => change(cancel)));
  for (const answer of again) expect(answer).toMatchObject({ kind: 'changed', isRepeated: true });
  expect(await stock()).toBe(12);
  expect(await change({ ...cancel, intent: 'i-2' })).toMatchObject({ kind: 'refused', because: 'not-now' });
  expect(await historyOfCustomer()).toEqual(['order-cancel']);
});

test('of many who want different things at once one wins, and every other is told', async () => {
  const wishes: readonly OrderWish[] = Array.from({ length: 12 }, (_, index) =>
    index % 2 === 0
      ? { ...cancel, intent: `cancel-${index}` }
      : { ...cancel, event: 'pack', role: 'warehouse', intent: `pack-${index}` },
  );
  const answers = await Promise.all(wishes.map((wish) => change(wish, { seenVersion: 1 })));
  expect(answers.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['changed', 'changed-meanwhile']));
  const after = await readOrder(open.tables.orders, '1001', signal);
  expect([after?.version, after?.history.length]).toEqual([2, 1]);
  expect(await stock()).toBe(after?.status === 'cancelled' ? 12 : 10);
});

test('an order that was changed since it was seen is not changed by who saw it before', async () => {
  await change({ ...cancel, event: 'pack', role: 'warehouse' });
  expect(await change({ ...cancel, intent: 'late' }, { seenVersion: 1 })).toMatchObject({
    kind: 'changed-meanwhile',
  });
});

test("nobody changes somebody else's order, or one that does not exist", async () => {
  expect(await change(cancel, { customerId: 'c-1002' })).toEqual({ kind: 'unknown-order' });
  expect(await change(cancel, { orderNumber: '9' })).toEqual({ kind: 'unknown-order' });
  expect(await stock()).toBe(10);
});

describe('more pieces', () => {
  const more = (quantity: number): OrderWish => ({ ...cancel, event: 'change', quantities: [quantity] });
  test('come out of the stock at the price of the order', async () => {
    expect(await change(more(5))).toMatchObject({ kind: 'changed', order: { version: 2 } });
    expect(await stock()).toBe(7);
  });
  test('are not to be had where there are too few of them, or they cost something else now', async () => {
    expect(await change(more(13))).toMatchObject({ kind: 'not-in-stock' });
    await open.documents.send(
      new UpdateCommand({
        TableName: open.tables.orders.name,
        Key: { pk: 'PRODUCT#LAMP-01' },
        UpdateExpression: 'SET unitPriceMinor = :more',
        ExpressionAttributeValues: { ':more': 5_000 },
      }),
    );
    expect(await change(more(3))).toMatchObject({ kind: 'not-in-stock' });
    expect(await readOrder(open.tables.orders, '1001', signal)).toMatchObject({ version: 1, history: [] });
  });
});

test('an exchange is one transaction with the order that is sent for it, and its goods come back once', async () => {
  await saveOrder(open.tables.orders, { ...order, status: 'delivered', deliveredOn: '2026-11-10' });
  const wish: OrderWish = { ...cancel, event: 'exchange', replacementNumber: '2001' };
  await Promise.all(Array.from({ length: 5 }, () => change(wish)));
  expect(await stock()).toBe(8);
  expect(await readOrder(open.tables.orders, '2001', signal)).toMatchObject({
    replaces: '1001',
    worthMinor: 9_800,
    status: 'confirmed',
    lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 0 }],
  });
  expect(await readOrder(open.tables.orders, '1001', signal)).toMatchObject({
    status: 'exchanged',
    version: 2,
  });
  const parcel = { ...cancel, event: 'receive-return', role: 'warehouse', who: 'dock-2' } as const;
  await Promise.all([1, 2, 3].map((door) => change({ ...parcel, intent: `scan-${door}` })));
  expect(await stock()).toBe(10);
  expect(await change({ ...parcel, intent: 'scan-4' })).toMatchObject({
    kind: 'refused',
    because: 'not-now',
  });
  expect(await readOrder(open.tables.orders, '1001', signal)).toMatchObject({
    status: 'exchanged',
    returnedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    version: 3,
  });
  expect(await stock()).toBe(10);
});

test('what is sent in exchange has the day on which all of it should arrive, unless one product says nothing of it', async () => {
  const lamp = await readProduct(open.tables.orders, 'LAMP-01', signal);
  if (lamp === undefined) throw new Error('the lamp is not there');
  const { deliveryDays: _said, ...silent } = { ...lamp, deliveryDays: 0 };
  const desk = { ...silent, sku: 'DESK-02', productNumber: '2999', deliveryDays: 9 };
  const lines = [
    { sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4_900 },
    { sku: 'DESK-02', quantity: 1, unitPriceMinor: 4_900 },
    { sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4_900 },
  ];
  await saveProduct(open.tables.orders, desk);
  const exchanged = async (orderNumber: string) => {
    const delivered = { status: 'delivered', deliveredOn: '2026-11-10' } as const;
    await saveOrder(open.tables.orders, { ...order, ...delivered, orderNumber, lines });
    const replacementNumber = `3${orderNumber}`;
    await change({ ...cancel, event: 'exchange', replacementNumber }, { orderNumber });
    return await readOrder(open.tables.orders, replacementNumber, signal);
  };
  await saveProduct(open.tables.orders, { ...silent, deliveryDays: 3 });
  expect(await exchanged('1101')).toMatchObject({ status: 'confirmed', expectedOn: '2026-12-01' });
  await saveProduct(open.tables.orders, silent);
  expect(await exchanged('1102')).toMatchObject({ status: 'confirmed' });
  expect(await exchanged('1103')).not.toHaveProperty('expectedOn');
});

test('a return that is withdrawn leaves no number of it behind', async () => {
  await saveOrder(open.tables.orders, { ...order, status: 'delivered', deliveredOn: '2026-11-10' });
  await change({ ...cancel, event: 'request-return', intent: 'a' });
  expect(await readOrder(open.tables.orders, '1001', signal)).toMatchObject({ rmaNumber: '100102' });
  await change({ ...cancel, event: 'withdraw-return', intent: 'b' });
  const { Item } = await open.documents.send(
    new GetCommand({ TableName: open.tables.orders.name, Key: { pk: 'ORDER#1001' } }),
  );
  expect(Item).toMatchObject({ status: 'delivered', version: 3 });
  expect(Item).not.toHaveProperty('rmaNumber');
});

test('the orders of a customer come page by page, the latest first', async () => {
  for (const day of [1, 2, 3]) {
    await saveOrder(open.tables.orders, {
      ...order,
      orderNumber: `70${day}`,
      customerId: 'c-pages',
      placedAt: `2026-11-0${day}T10:00:00.000Z`,
    });
  }
  const first = await ordersOfCustomer(open.tables.orders, 'c-pages', { limit: 2 }, signal);
  expect(first.orders.map(({ orderNumber }) => orderNumber)).toEqual(['703', '702']);
  const rest = await ordersOfCustomer(open.tables.orders, 'c-pages', { limit: 2, from: first.next }, signal);
  expect(rest.orders.map(({ orderNumber }) => orderNumber)).toEqual(['701']);
});
