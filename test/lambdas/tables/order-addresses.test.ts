/** Orders keep where they go: by every way in, at the moment of placing, and for good. */

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Address, Preferences } from '../../../lambdas/domain/customer.ts';
import type { OpeningHours } from '../../../lambdas/domain/opening-hours.ts';
import { confirmIntent } from '../../../lambdas/domain/order-confirming.ts';
import { orderDocument } from '../../../lambdas/domain/order-document.ts';
import { placeIntent } from '../../../lambdas/domain/order-placing.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import { takeInOnce } from '../../../lambdas/tables/incoming-orders.ts';
import { changeOrderOnce, replacementNumberOf } from '../../../lambdas/tables/order-changes.ts';
import { keepDraft } from '../../../lambdas/tables/order-drafts.ts';
import { follow, type OrderTables, orderNumbersOf } from '../../../lambdas/tables/order-intents.ts';
import { orderKey } from '../../../lambdas/tables/order-keys.ts';
import { readOrder, saveOrder } from '../../../lambdas/tables/orders.ts';
import { readProduct } from '../../../lambdas/tables/products.ts';
import { saveProduct } from '../../../lambdas/tables/saved-products.ts';
import { sendPartOnce } from '../../../lambdas/tables/spare-parts.ts';
import type { Table } from '../../../lambdas/tables/table.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW_MS = Date.parse('2026-11-23T15:00:00Z');
const lamp = {
  sku: 'LAMP-01',
  productNumber: '2101',
  name: 'Desk lamp',
  currency: 'USD',
  unitPriceMinor: 4900,
  inStock: 1_000,
  warrantyMonths: 24,
};
const part = { ...lamp, sku: 'PART-01', productNumber: '2901', name: 'Shade', partOf: ['LAMP-01'] };
const hours: OpeningHours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY', start: '08:00', end: '18:00' }],
  holidays: [],
};
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
  await saveProduct(open.tables.orders, lamp);
  await saveProduct(open.tables.orders, part);
});
afterAll(() => open.served.close());

const home: Address = { addressId: 'home', lines: ['Οδός Φάρου 1'], city: 'Αλώνια', country: 'GR' };
const office: Address = {
  addressId: 'office',
  recipient: 'Berg & Co',
  lines: ['2 Mill Lane', 'Floor 3'],
  city: 'Ash',
  postcode: '00042',
  region: 'NY',
  country: 'US',
};
const toOffice: Preferences = {
  shipping: { addressId: 'office', instructions: 'Ask for Ida' },
  billing: { addressId: 'home', documentsBy: 'letter' },
};
const AT_HOME = { recipient: 'Ida Berg', lines: ['Οδός Φάρου 1'], city: 'Αλώνια', country: 'GR' };
const { addressId: _office, ...AT_OFFICE } = office;
const BY_PREFERENCE = {
  deliverTo: { ...AT_OFFICE, instructions: 'Ask for Ida' },
  billTo: { ...AT_HOME, documentsBy: 'letter' },
};

let counted = 0;
async function somebody(given: { addresses?: Address[]; preferences?: Preferences } = {}): Promise<string> {
  counted += 1;
  const customerId = `c-${counted}`;
  await saved(customerId, { addresses: [home, office], preferences: toOffice, ...given });
  return customerId;
}
const saved = (customerId: string, given: { addresses?: Address[]; preferences?: Preferences }) =>
  saveCustomer(open.tables.customers, { customerId, name: 'Ida Berg', phoneNumbers: [], ...given });

let minutes = 0;
/** Confirmed by its caller and not placed yet. */
async function confirmed(customerId: string) {
  minutes += 60;
  const nowMs = NOW_MS + minutes * 60_000;
  const basket = {
    currency: 'USD',
    taxMinor: 404,
    lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4900 }],
  };
  const wish = { customerId, contactId: 'contact', basket, onceMoreAfter: undefined };
  const answer = await follow(confirmIntent(wish, nowMs), { orders: open.tables.orders }, signal);
  if (answer.kind !== 'confirmed') throw new Error(`not confirmed: ${answer.kind}`);
  const { intent } = answer;
  return { ...intent, orderNumbers: orderNumbersOf(intent), taxBasisPoints: 825, nowMs };
}
async function place(wish: Awaited<ReturnType<typeof confirmed>>, more: Partial<OrderTables> = {}) {
  const { orders, customers, messages } = open.tables;
  const placing = { customers, messages };
  const placed = await follow(placeIntent(wish), { orders, placing, ...more }, signal);
  if (placed.kind !== 'placed') throw new Error(`not placed: ${placed.kind}`);
  return placed.orderNumber;
}
const ordered = async (customerId: string) => place(await confirmed(customerId));
const kept = async (orderNumber: string) => {
  const order = await readOrder(open.tables.orders, orderNumber, signal);
  if (order === undefined) throw new Error(`there is no order ${orderNumber}`);
  const { deliverTo, billTo } = order;
  return { deliverTo, billTo };
};
const NOWHERE = { deliverTo: undefined, billTo: undefined };

async function merge(into: string, from: string): Promise<void> {
  const { customers, orders, appointments } = open.tables;
  const note = { by: 'agent/sam', why: 'one person', at: new Date(NOW_MS).toISOString() };
  const elsewhere = { appointments, orders, rows: [{ table: orders, keyNames: ['pk'] }] };
  const merged = await mergeInto(customers, elsewhere, { into, from, note }, () => true, signal);
  if (merged.outcome !== 'merged') throw new Error(`the merge: ${merged.outcome}`);
}

describe('an order by phone', () => {
  test('keeps where the customer wants parcel and bill at this moment, in their own script', async () => {
    expect(await kept(await ordered(await somebody()))).toEqual(BY_PREFERENCE);
  });
  test('goes where it went when its customer moves, and the next one goes to the new address', async () => {
    const customerId = await somebody();
    const first = await ordered(customerId);
    await saved(customerId, { addresses: [{ ...home, city: 'Elm' }], preferences: {} });
    expect(await kept(first)).toEqual(BY_PREFERENCE);
    const moved = { ...AT_HOME, city: 'Elm' };
    expect(await kept(await ordered(customerId))).toEqual({ deliverTo: moved, billTo: moved });
  });
  test('goes by what counts when it is placed, not when it was begun or confirmed', async () => {
    const customerId = await somebody({ preferences: {} });
    const lines = [{ sku: 'LAMP-01', quantity: 1 }];
    const draft = { customerId, contactId: 'contact', lines, begunAtMs: NOW_MS };
    await keepDraft(open.tables.orders, draft, signal);
    const wish = await confirmed(customerId);
    await saved(customerId, { addresses: [home, office], preferences: toOffice });
    expect(await kept(await place(wish))).toEqual(BY_PREFERENCE);
  });
  test('of a customer without an address, or of whom there is no profile, is placed and goes nowhere that we know', async () => {
    expect(await kept(await ordered(await somebody({ addresses: [], preferences: {} })))).toEqual(NOWHERE);
    expect(await kept(await ordered('c-without-profile'))).toEqual(NOWHERE);
  });
  test('goes to the first address where the preferred one is gone', async () => {
    const gone: Preferences = { shipping: { addressId: 'cabin', instructions: 'Ask for Ida' } };
    const customerId = await somebody({ preferences: gone });
    expect(await kept(await ordered(customerId))).toEqual({ deliverTo: AT_HOME, billTo: AT_HOME });
  });
  test('says so twice with the same words: placed again, it is the order of the first time', async () => {
    const customerId = await somebody();
    const wish = await confirmed(customerId);
    const orderNumber = await place(wish);
    await saved(customerId, { addresses: [home], preferences: {} });
    expect(await place(wish)).toBe(orderNumber);
    expect(await kept(orderNumber)).toEqual(BY_PREFERENCE);
  });
  test('asks for the customer beside intent and product, and not one after the other', async () => {
    const customerId = await somebody();
    const wish = await confirmed(customerId);
    const { waves, tables } = inWaves();
    const { orders, customers } = tables;
    await place(wish, { orders, placing: { customers, messages: open.tables.messages } });
    expect(waves).toEqual([
      ['GetItemCommand', 'GetItemCommand', 'GetItemCommand'],
      ['TransactWriteItemsCommand'],
    ]);
  });
});

/** What was sent without waiting for one another. */
function inWaves() {
  const waves: string[][] = [];
  let pending = 0;
  const watched = (table: Table): Table => {
    const client = new Proxy(table.client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'send' || typeof value !== 'function') return value;
        return async (command: object) => {
          if (pending === 0) waves.push([]);
          pending += 1;
          waves.at(-1)?.push(command.constructor.name);
          waves.at(-1)?.sort();
          try {
            return await Reflect.apply(value, target, [command]);
          } finally {
            pending -= 1;
          }
        };
      },
    });
    return { ...table, client };
  };
  const { orders, customers } = open.tables;
  return { waves, tables: { orders: watched(orders), customers: watched(customers) } };
}

describe('an order of a customer who was merged', () => {
  test('goes where the one who stays wants it, when they were merged before it was placed', async () => {
    const [goes, stays] = [await somebody({ addresses: [home], preferences: {} }), await somebody()];
    const wish = await confirmed(goes);
    await merge(stays, goes);
    const orderNumber = await place(wish);
    expect(await kept(orderNumber)).toEqual(BY_PREFERENCE);
    expect(await readOrder(open.tables.orders, orderNumber, signal)).toMatchObject({ customerId: stays });
  });
  test('goes where it went, when they are merged afterwards', async () => {
    const goes = await somebody();
    const stays = await somebody({ addresses: [{ ...home, city: 'Elm' }], preferences: {} });
    const orderNumber = await ordered(goes);
    await merge(stays, goes);
    expect(await readOrder(open.tables.orders, orderNumber, signal)).toMatchObject({
      customerId: stays,
      ...BY_PREFERENCE,
    });
  });
});

/** An order of long ago. */
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

describe('what is sent for an order', () => {
  test('as a part goes where the customer wants parcels now', async () => {
    const customerId = await somebody();
    await delivered(customerId, '7101');
    const product = await readProduct(open.tables.orders, 'PART-01', signal);
    if (product === undefined) throw new Error('there is no such part');
    const wish = { customerId, orderNumber: '7101' };
    const sent = await sendPartOnce(open.tables, wish, product, NOW_MS, signal);
    expect(sent).toMatchObject({ kind: 'sent', order: BY_PREFERENCE });
    expect(await kept(sent.kind === 'sent' ? sent.order.orderNumber : '')).toEqual(BY_PREFERENCE);
  });
  test.each([
    ['to where the customer wants parcels now', undefined, BY_PREFERENCE],
    ['to where was said', { deliverTo: AT_HOME }, { ...BY_PREFERENCE, deliverTo: AT_HOME }],
  ])('in exchange goes %s, and what was exchanged stays as it was', async (_where, addresses, expected) => {
    const customerId = await somebody();
    const orderNumber = `72${counted}`;
    await delivered(customerId, orderNumber);
    const replacementNumber = replacementNumberOf(orderNumber);
    const changed = await changeOrderOnce(
      open.tables,
      { orderNumber, seenVersion: 1 },
      {
        event: 'exchange',
        role: 'agent',
        who: 'sam',
        why: 'broken',
        intent: 'x',
        replacementNumber,
        addresses,
      },
      { nowMs: NOW_MS, returnWindowDays: 30, limits: {} },
      signal,
    );
    expect(changed).toMatchObject({ kind: 'changed' });
    expect(await kept(replacementNumber)).toEqual(expected);
    expect(await kept(orderNumber)).toEqual(NOWHERE);
  });
  test('is where it goes unchanged by whatever happens to the order afterwards', async () => {
    const customerId = await somebody();
    const orderNumber = await ordered(customerId);
    await saved(customerId, { addresses: [], preferences: {} });
    const cancelled = await changeOrderOnce(
      open.tables,
      { orderNumber, seenVersion: 1 },
      { event: 'cancel', role: 'agent', who: 'sam', why: 'asked', intent: 'y' },
      { nowMs: NOW_MS, returnWindowDays: 30, limits: {} },
      signal,
    );
    expect(cancelled).toMatchObject({ kind: 'changed', order: BY_PREFERENCE });
    expect(await kept(orderNumber)).toEqual(BY_PREFERENCE);
  });
});

describe('an order that comes in', () => {
  const takeIn = (content: object | string) => {
    counted += 1;
    const isText = typeof content === 'string';
    const order = isText ? content : JSON.stringify({ currency: 'USD', lines: LINES, ...content });
    return takeInOnce(
      open.tables,
      { source: 'web', reference: `W-${counted}`, format: isText ? 'edifact' : 'json', content: order },
      { hours, taxBasisPoints: 825, nowMs: NOW_MS },
      signal,
    );
  };
  const LINES = [{ sku: 'LAMP-01', quantity: 1 }];
  const goesTo = async (content: object | string) => {
    const taken = await takeIn(content);
    if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
    return await kept(taken.orderNumber);
  };

  test('goes where the customer wants it where it says nothing', async () => {
    expect(await goesTo({ customerId: await somebody() })).toEqual(BY_PREFERENCE);
    expect(await goesTo({ customerId: await somebody({ addresses: [], preferences: {} }) })).toEqual(NOWHERE);
  });
  test('goes where it says, the bill by itself, and the customer keeps the addresses that they had', async () => {
    const customerId = await somebody();
    const gift = { recipient: 'Ödön', lines: ['3 Hill'], city: 'Elm', country: 'HU', instructions: 'Ring' };
    expect(await goesTo({ customerId, deliverTo: gift })).toEqual({ ...BY_PREFERENCE, deliverTo: gift });
    const billTo = { addressId: 'office', documentsBy: 'email' };
    expect(await goesTo({ customerId, billTo })).toEqual({
      ...BY_PREFERENCE,
      billTo: { ...AT_OFFICE, documentsBy: 'email' },
    });
    expect(await goesTo({ customerId })).toEqual(BY_PREFERENCE);
  });
  test('goes where an EDIFACT message says: by the code of an address of theirs, or written out', async () => {
    const customerId = await somebody();
    const message = (parties: string) => `NAD+BY+${customerId}'${parties}CUX+2:USD'LIN+1++LAMP-01'QTY+21:1'`;
    expect(await goesTo(message("NAD+DP+home'FTX+DIN+++Ring:twice'"))).toEqual({
      ...BY_PREFERENCE,
      deliverTo: { ...AT_HOME, instructions: 'Ring twice' },
    });
    expect(await goesTo(message("NAD+IV+++Berg:KG+3 Hill:Yard+Elm++1010+AT'"))).toEqual({
      ...BY_PREFERENCE,
      billTo: {
        recipient: 'Berg KG',
        lines: ['3 Hill', 'Yard'],
        city: 'Elm',
        postcode: '1010',
        country: 'AT',
      },
    });
  });
  test('is for a person where it names an address that its customer does not have: nothing is ordered', async () => {
    const customerId = await somebody();
    const nowhere = await somebody({ addresses: [], preferences: {} });
    for (const content of [
      { customerId, deliverTo: { addressId: 'cabin' } },
      { customerId, billTo: { addressId: 'cabin' } },
      { customerId: nowhere, deliverTo: { instructions: 'Ring' } },
      `NAD+BY+${customerId}'NAD+DP+5412345000020::9'CUX+2:USD'LIN+1++LAMP-01'QTY+21:1'`,
    ])
      expect(await takeIn(content)).toMatchObject({
        kind: 'for-a-person',
        because: 'it names an address that its customer does not have',
      });
  });
});

test('an order from before addresses were kept is read, changed and made a document of as ever', async () => {
  const customerId = await somebody();
  const Item = {
    ...orderKey('7301'),
    orderNumber: '7301',
    customerId,
    placedAt: '2026-01-10T15:00:00.000Z',
    status: 'received',
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4900 }],
  };
  await open.documents.send(new PutCommand({ TableName: open.tables.orders.name, Item }));
  const cancelled = await changeOrderOnce(
    open.tables,
    { orderNumber: '7301', seenVersion: 1 },
    { event: 'cancel', role: 'agent', who: 'sam', why: 'asked', intent: 'z' },
    { nowMs: NOW_MS, returnWindowDays: 30, limits: {} },
    signal,
  );
  expect(cancelled).toMatchObject({ kind: 'changed', order: { status: 'cancelled' } });
  if (cancelled.kind !== 'changed') return;
  expect(orderDocument(cancelled.order, (sku) => sku)).not.toHaveProperty('deliverTo');
  expect(await kept('7301')).toEqual(NOWHERE);
});
