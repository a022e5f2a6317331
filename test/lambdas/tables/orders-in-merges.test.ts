/** Orders that are placed while their customer is being merged into another one: none is lost to them. */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpeningHours } from '../../../lambdas/domain/opening-hours.ts';
import { confirmIntent } from '../../../lambdas/domain/order-confirming.ts';
import type { IntentKey } from '../../../lambdas/domain/order-intent.ts';
import { placeIntent } from '../../../lambdas/domain/order-placing.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { readCustomer, saveCustomer } from '../../../lambdas/tables/customers.ts';
import { takeInOnce } from '../../../lambdas/tables/incoming-orders.ts';
import { changeOrderOnce, replacementNumberOf } from '../../../lambdas/tables/order-changes.ts';
import { findOpenDraft, keepDraft } from '../../../lambdas/tables/order-drafts.ts';
import { follow, orderNumbersOf } from '../../../lambdas/tables/order-intents.ts';
import { findLatestProgress, findProgress } from '../../../lambdas/tables/order-progress.ts';
import { latestOrders, readOrder, saveOrder } from '../../../lambdas/tables/orders.ts';
import { readProduct } from '../../../lambdas/tables/products.ts';
import { queryItems } from '../../../lambdas/tables/requests.ts';
import { saveProduct } from '../../../lambdas/tables/saved-products.ts';
import { sendPartOnce } from '../../../lambdas/tables/spare-parts.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW_MS = Date.parse('2026-11-23T15:00:00Z');
const lamp = {
  sku: 'LAMP-01',
  productNumber: '2101',
  name: 'Desk lamp',
  currency: 'USD',
  unitPriceMinor: 4900,
  inStock: 100,
};
const part = { ...lamp, sku: 'PART-01', productNumber: '2901', name: 'Shade', partOf: ['LAMP-01'] };
const basket = {
  currency: 'USD',
  taxMinor: 404,
  lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4900 }],
};
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
  await saveProduct(open.tables.orders, { ...lamp, warrantyMonths: 24 });
  await saveProduct(open.tables.orders, part);
});
afterAll(() => open.served.close());

let counted = 0;
/** Two customers who are one person, and the merge of the first into the second. */
async function twoOfOne() {
  counted += 1;
  const [goes, stays] = [`c-goes-${counted}`, `c-stays-${counted}`];
  for (const customerId of [goes, stays])
    await saveCustomer(open.tables.customers, { customerId, name: 'Ida Berg', phoneNumbers: [] });
  return { goes, stays, merge: () => mergedInto(stays, goes) };
}
async function mergedInto(into: string, from: string): Promise<void> {
  const { orders, customers, appointments } = open.tables;
  const note = { by: 'agent/sam', why: 'one person', at: new Date(NOW_MS).toISOString() };
  const elsewhere = { appointments, orders, rows: [{ table: orders, keyNames: ['pk'] }] };
  const merged = await mergeInto(customers, elsewhere, { into, from, note }, () => true, signal);
  if (merged.outcome !== 'merged') throw new Error(`the merge: ${merged.outcome}`);
}

/** As on the line: a read-back was confirmed, and the order is placed by what the call has kept. */
async function confirmed(customerId: string) {
  const wish = { customerId, contactId: 'contact', basket, onceMoreAfter: undefined };
  const answer = await follow(confirmIntent(wish, NOW_MS), { orders: open.tables.orders }, signal);
  if (answer.kind !== 'confirmed') throw new Error(`not confirmed: ${answer.kind}`);
  return answer.intent;
}
const place = (intent: IntentKey & { readonly number: number }) =>
  follow(
    placeIntent({ ...intent, orderNumbers: orderNumbersOf(intent), taxBasisPoints: 825, nowMs: NOW_MS }),
    { orders: open.tables.orders, placing: open.tables },
    signal,
  );
const ordersOf = async (customerId: string) =>
  (await latestOrders(open.tables.orders, [customerId], 5, signal)).map(({ orderNumber }) => orderNumber);
async function historyOf(customerId: string): Promise<readonly unknown[]> {
  const { items } = await queryItems(
    open.tables.customers,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
      ExpressionAttributeValues: { ':pk': `CUSTOMER#${customerId}`, ':begin': 'HISTORY#' },
    },
    signal,
  );
  return items.map(({ event, orderNumber }) => [event, orderNumber]);
}
async function expectTheirs(one: { readonly goes: string; readonly stays: string }, orderNumber: string) {
  expect(await ordersOf(one.stays)).toContain(orderNumber);
  expect(await ordersOf(one.goes)).toEqual([]);
  expect(await historyOf(one.stays)).toContainEqual(['order-placed', orderNumber]);
  expect(await historyOf(one.goes)).toEqual([]);
  // On the line that was there before the merge, and on the next one.
  for (const customerId of [one.goes, one.stays]) {
    expect(await findProgress(open.tables, customerId, orderNumber, signal)).toMatchObject({ orderNumber });
    expect(await findLatestProgress(open.tables, customerId, signal)).toBeDefined();
  }
}

describe('an order that is placed after its customer was merged into another one', () => {
  test('by its caller, who was asked before, is the order of the one who stays, and told once', async () => {
    const one = await twoOfOne();
    const intent = await confirmed(one.goes);
    await one.merge();
    const told = await place(intent);
    expect(told).toMatchObject({ kind: 'placed', totalMinor: 5304 });
    if (told.kind !== 'placed') return;
    expect(await place(intent)).toEqual(told);
    await expectTheirs(one, told.orderNumber);
    expect(await ordersOf(one.stays)).toHaveLength(1);
  });
  test('goes to the last one where they were merged twice, the second time not through yet', async () => {
    const [first, second] = [await twoOfOne(), await twoOfOne()];
    const intent = await confirmed(first.goes);
    const profile = await readCustomer(open.tables.customers, first.stays, signal);
    expect(profile?.kind).toBe('customer');
    await first.merge();
    const { customers, orders, appointments } = open.tables;
    const note = { by: 'agent/sam', why: 'one person', at: new Date(NOW_MS).toISOString() };
    const between = { into: second.stays, from: first.stays, note };
    expect(
      await mergeInto(
        customers,
        { appointments, orders, rows: [{ table: orders, keyNames: ['pk'] }] },
        between,
        () => false,
        signal,
      ),
    ).toMatchObject({ outcome: 'moving' });
    const told = await place(intent);
    expect(told).toMatchObject({ kind: 'placed' });
    expect(await ordersOf(second.stays)).toEqual([told.kind === 'placed' ? told.orderNumber : '']);
  });
  test('is refused as any where its product is gone, and nothing is written under either id', async () => {
    const one = await twoOfOne();
    const intent = await confirmed(one.goes);
    await one.merge();
    await saveProduct(open.tables.orders, { ...lamp, warrantyMonths: 24, inStock: 0 });
    try {
      expect(await place(intent)).toEqual({ kind: 'out-of-stock' });
    } finally {
      await saveProduct(open.tables.orders, { ...lamp, warrantyMonths: 24 });
    }
    expect([...(await ordersOf(one.goes)), ...(await ordersOf(one.stays))]).toEqual([]);
  });
  test('is known again as the order of what its caller confirmed, also when something newer was confirmed', async () => {
    const one = await twoOfOne();
    const intent = await confirmed(one.goes);
    const told = await place(intent);
    await one.merge();
    const answer = await follow(
      confirmIntent(
        { customerId: one.goes, contactId: 'contact', basket, onceMoreAfter: intent.number },
        NOW_MS + 1000,
      ),
      { orders: open.tables.orders },
      signal,
    );
    expect(answer.kind).toBe('confirmed');
    expect(told.kind).toBe('placed');
    expect(await place(intent)).toEqual(told);
  });
  test('of nobody who was merged stays whose it is, and is nobody else’s', async () => {
    const one = await twoOfOne();
    const told = await place(await confirmed(one.goes));
    const orderNumber = told.kind === 'placed' ? told.orderNumber : '';
    expect(await ordersOf(one.goes)).toEqual([orderNumber]);
    expect(await findProgress(open.tables, one.stays, orderNumber, signal)).toBeUndefined();
    expect(await findLatestProgress(open.tables, one.stays, signal)).toBeUndefined();
  });
});

const openingHours: OpeningHours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY', start: '08:00', end: '18:00' }],
  holidays: [],
};

/** A table of customers in which the merge comes between the look at the customer and the transaction. */
function mergedBeforeWriting(merge: () => Promise<void>) {
  const { customers } = open.tables;
  let isMerged = false;
  const client = new Proxy(customers.client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'send' || typeof value !== 'function') return value;
      return async (command: object, ...rest: readonly unknown[]) => {
        if (command.constructor.name === 'TransactWriteItemsCommand' && !isMerged) {
          isMerged = true;
          await merge();
        }
        return await Reflect.apply(value, target, [command, ...rest]);
      };
    },
  });
  return { ...customers, client };
}

test('an order that comes in while its customer is merged is the order of the one who stays', async () => {
  const one = await twoOfOne();
  const content = JSON.stringify({
    customerId: one.goes,
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 1 }],
  });
  const taken = await takeInOnce(
    { ...open.tables, customers: mergedBeforeWriting(one.merge) },
    { source: 'web', reference: 'W-1', format: 'json', content },
    { hours: openingHours, taxBasisPoints: 825, nowMs: NOW_MS },
    signal,
  );
  expect(taken).toMatchObject({ kind: 'taken', isRepeated: false });
  await expectTheirs(one, taken.kind === 'taken' ? taken.orderNumber : '');
});

/** An order of long ago, under the id that goes, delivered. */
async function delivered(customerId: string, orderNumber: string): Promise<void> {
  await saveOrder(open.tables.orders, {
    orderNumber,
    customerId,
    placedAt: '2026-11-10T15:00:00.000Z',
    deliveredOn: '2026-11-16',
    status: 'delivered',
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4900 }],
  });
}

test('a part that is sent while its customer is merged is on its way to the one who stays', async () => {
  const one = await twoOfOne();
  await delivered(one.goes, '7101');
  const product = await readProduct(open.tables.orders, 'PART-01', signal);
  if (product === undefined) throw new Error('there is no such part');
  const sent = await sendPartOnce(
    { orders: open.tables.orders, customers: mergedBeforeWriting(one.merge) },
    { customerId: one.goes, orderNumber: '7101' },
    product,
    NOW_MS,
    signal,
  );
  expect(sent).toMatchObject({ kind: 'sent', order: { customerId: one.stays } });
  await expectTheirs(one, sent.kind === 'sent' ? sent.order.orderNumber : '');
});

test('what is sent in exchange while its customer is merged is the order of the one who stays', async () => {
  const one = await twoOfOne();
  await delivered(one.goes, '7201');
  const replacementNumber = replacementNumberOf('7201');
  const changed = await changeOrderOnce(
    { orders: open.tables.orders, customers: mergedBeforeWriting(one.merge) },
    { orderNumber: '7201', seenVersion: 1 },
    { event: 'exchange', role: 'agent', who: 'sam', why: 'broken', intent: 'x-1', replacementNumber },
    { nowMs: NOW_MS, returnWindowDays: 30, limits: {} },
    signal,
  );
  expect(changed).toMatchObject({ kind: 'changed' });
  for (const number of ['7201', replacementNumber])
    expect(await readOrder(open.tables.orders, number, signal)).toMatchObject({ customerId: one.stays });
});

describe('what somebody has begun to order', () => {
  const begins = (customerId: string, quantity: number, minutesAgo: number) =>
    keepDraft(
      open.tables.orders,
      {
        customerId,
        contactId: 'contact',
        lines: [{ sku: 'LAMP-01', quantity }],
        begunAtMs: NOW_MS - minutesAgo * 60_000,
      },
      signal,
    );
  const begun = async (customerId: string) =>
    (await findOpenDraft(open.tables.orders, customerId, NOW_MS, signal))?.lines[0]?.quantity;

  test('is theirs under the id that stays, and merged again it is not there twice', async () => {
    const { goes, stays, merge } = await twoOfOne();
    await begins(goes, 3, 10);
    await merge();
    expect([await begun(stays), await begun(goes)]).toEqual([3, undefined]);
    await merge();
    expect(await begun(stays)).toBe(3);
  });
  test.each([
    [3, 10, 20],
    [5, 20, 10],
  ])('is the last of both: %s pieces', async (pieces, goesMinutesAgo, staysMinutesAgo) => {
    const { goes, stays, merge } = await twoOfOne();
    await begins(goes, 3, goesMinutesAgo);
    await begins(stays, 5, staysMinutesAgo);
    await merge();
    expect(await begun(stays)).toBe(pieces);
  });
  test('and has ordered since is not begun once more', async () => {
    const { goes, stays, merge } = await twoOfOne();
    await begins(goes, 1, 10);
    expect(await place(await confirmed(goes))).toMatchObject({ kind: 'placed' });
    await merge();
    expect(await begun(stays)).toBeUndefined();
  });
});
