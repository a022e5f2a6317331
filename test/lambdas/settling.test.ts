/** Orders that could not be placed or confirmed are settled by the functions themselves, on the local DynamoDB. */
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { referOrder } from '../../lambdas/refer-order/contract.ts';
import { settleChanges } from '../../lambdas/settle-changes/contract.ts';
import { settleOrders } from '../../lambdas/settle-orders/contract.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { changeOrderOnce } from '../../lambdas/tables/order-changes.ts';
import { saveOrder } from '../../lambdas/tables/orders.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import { keepUnsettledChange } from '../../lambdas/tables/unsettled-changes.ts';
import { CALLER, captureLog, environment, flowEvent, NOW, stopClock } from './flow-event.ts';
import { budgetRequests, type RequestBudget } from './request-budget.ts';
import { promisedActions } from './sent-actions.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

const MINUTE_MS = 60_000;
const ON_RECORD = '+12025550177';
const patient = { getRemainingTimeInMillis: () => 20_000 };
const later = (minutes: number) => stopClock(new Date(NOW.getTime() + minutes * MINUTE_MS));

type Result = Readonly<Record<string, string>>;
let open: ServedTables;
let invoke: (
  name: 'confirm' | 'place' | 'refer',
  parameters: Result,
  address?: string | null,
) => Promise<Result>;
let settle: (remainingMs?: number) => Promise<string>;
let settleTheChanges: () => Promise<string>;
let requests: RequestBudget;
let log = captureLog();
let customerId = 'c-0';

beforeAll(async () => {
  open = await serveOurTables();
  const { customers, orders, cases, messages } = open.tables;
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: open.served.endpoint,
    TABLE_CUSTOMERS: customers.name,
    TABLE_ORDERS: orders.name,
    TABLE_CASES: cases.name,
    TABLE_MESSAGES: messages.name,
  });
  const handlers = {
    confirm: (await import('../../lambdas/confirm-order/handler.ts')).handler,
    place: (await import('../../lambdas/place-order/handler.ts')).handler,
    refer: (await import('../../lambdas/refer-order/handler.ts')).handler,
  };
  const { handler } = await import('../../lambdas/settle-orders/handler.ts');
  invoke = async (name, parameters, address) => ({
    ...(await handlers[name](flowEvent(parameters, address === undefined ? {} : { address }), patient)),
  });
  settle = (remainingMs = 20_000) => handler({}, { getRemainingTimeInMillis: () => remainingMs });
  const changes = (await import('../../lambdas/settle-changes/handler.ts')).handler;
  settleTheChanges = () => changes({}, { getRemainingTimeInMillis: () => 59_000 });
  requests = budgetRequests(open);
});
afterAll(async () => {
  log.release();
  delete process.env['AWS_ENDPOINT_URL'];
  await open.served.close();
});
beforeEach(async () => {
  const lamp = { sku: 'LAMP-01', productNumber: '2101', name: 'Desk lamp', currency: 'USD' };
  await saveProduct(open.tables.orders, { ...lamp, unitPriceMinor: 4_900, inStock: 38 });
  customerId = `c-${Number(customerId.slice(2)) + 1}`;
  stopClock();
});
afterEach(() => {
  log.release();
  log = captureLog();
});

const confirmed = async (pieces = 2): Promise<string> => {
  const basket = `USD 0 LAMP-01*${pieces}*4900`;
  return `${(await invoke('confirm', { customerId, basket, onceMoreAfter: 'none' }))['intentId']}`;
};
const place = (intentId: string) => invoke('place', { customerId, intentId });
const refer = (intentId: string, address?: string | null) =>
  invoke('refer', { customerId, intentId }, address);
const own = async (table: 'orders' | 'cases', prefix = '') => {
  const { name } = open.tables[table];
  const { Items = [] } = await open.documents.send(
    new ScanCommand({ TableName: name, ConsistentRead: true }),
  );
  return Items.filter(
    (item) => item['customerId'] === customerId && `${item['pk']}`.startsWith(prefix || `${item['pk']}`),
  );
};
const intents = async () =>
  (await own('orders', 'INTENT#')).map(({ status, unsettled }) => [status, unsettled]);
const change = (attribute: string, value: string, pieces = 2) =>
  open.documents.send(
    new UpdateCommand({
      TableName: open.tables.orders.name,
      Key: { pk: `INTENT#${customerId}#LAMP-01*${pieces}` },
      UpdateExpression: 'SET #a = :v',
      ExpressionAttributeNames: { '#a': attribute },
      ExpressionAttributeValues: { ':v': value },
    }),
  );

describe('an order is referred', () => {
  test('by one case that keeps contact, number and intent, however often and by whoever is on the line', async () => {
    const intentId = await confirmed();
    const first = await refer(intentId);
    expect(first).toEqual({
      outcome: 'referred',
      caseNumber: expect.stringMatching(/^\d \d \d \d, \d \d \d \d$/),
      promisedTime: 'ten A M on Monday',
    });
    expect(await refer(intentId, '+12025550155')).toEqual(first);
    expect(await own('cases')).toEqual([
      expect.objectContaining({
        reason: 'order-unconfirmed',
        isVerified: true,
        phoneNumber: CALLER,
        intent: `${customerId} ${intentId}`,
      }),
    ]);
  });
  test('and is never placed afterwards, nor taken anew', async () => {
    const intentId = await confirmed();
    await refer(intentId);
    expect(await place(intentId)).toEqual({ outcome: 'referred' });
    expect(await confirmed()).toBe(intentId);
    expect(await own('orders', 'ORDER#')).toEqual([]);
  });
  test('only where it is not there: what was placed is told, replaced or not', async () => {
    const intentId = await confirmed();
    const placed = await place(intentId);
    expect(await refer(intentId)).toEqual(placed);
    later(31);
    await confirmed();
    expect(await refer(intentId)).toEqual(placed);
    expect(await own('cases')).toEqual([]);
  });
  test('only where it was not refused, and only where there is one', async () => {
    const intentId = await confirmed(39);
    expect(await place(intentId)).toEqual({ outcome: 'out-of-stock' });
    expect(await refer(intentId)).toEqual({ outcome: 'not-ordered' });
    expect(await refer('1.LAMP-01*5')).toEqual({ outcome: 'not-ordered' });
    expect(await own('cases')).toEqual([]);
  });
});

describe('what nobody is on the line for any more', () => {
  test('is settled when it is void, with a case and the number that we have, and once', async () => {
    await saveCustomer(open.tables.customers, { customerId, name: 'Noor Haddad', phoneNumbers: [ON_RECORD] });
    await confirmed();
    later(14);
    await settle();
    expect([await intents(), await own('cases')]).toEqual([[['confirmed', 'yes']], []]);
    later(15);
    expect(await settle()).toMatch(/^[1-9]\d* of \d+ referred$/);
    later(60);
    await Promise.all([settle(), settle()]);
    expect(await intents()).toEqual([['referred', undefined]]);
    expect(await own('cases')).toEqual([expect.objectContaining({ phoneNumber: ON_RECORD, status: 'open' })]);
  });
  test('has a case where its caller withheld the number, and where we have none', async () => {
    expect(await refer(await confirmed(), null)).toEqual({ outcome: 'withheld' });
    expect(await intents()).toEqual([['referred', 'yes']]);
    later(15);
    await settle();
    expect(await intents()).toEqual([['referred', undefined]]);
    expect(await own('cases')).toEqual([expect.objectContaining({ phoneNumber: 'unknown' })]);
  });
  test('is settled though another cannot be, and the run fails so that somebody hears of it', async () => {
    await confirmed(1);
    await confirmed(2);
    await change('basket', 'canary', 1);
    later(15);
    await expect(settle()).rejects.toThrow(
      /1 of \d+ confirmed orders could not be settled; the first: .*basket/,
    );
    expect((await intents()).toSorted()).toEqual([
      ['confirmed', 'yes'],
      ['referred', undefined],
    ]);
    await change('basket', 'USD 0 LAMP-01*1*4900', 1);
    await settle();
    expect(await own('cases')).toHaveLength(2);
  });
  test('is left to the next run where time is short', async () => {
    await confirmed();
    later(15);
    expect(await settle(settleOrders.pieceTimeoutMs)).toBe('0 of 0 referred');
    expect(await intents()).toEqual([['confirmed', 'yes']]);
  });
});

describe('a change of an order of which nobody heard the end', () => {
  const { signal } = new AbortController();
  const wish = { kind: 'change', version: 1, change: { kind: 'cancel' } } as const;
  let number = 9_000;
  const left = async (isMade: boolean): Promise<string> => {
    number += 1;
    const orderNumber = `${number}`;
    const lines = [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }];
    const placed = { customerId, placedAt: NOW.toISOString(), status: 'confirmed', currency: 'USD' } as const;
    await saveOrder(open.tables.orders, { ...placed, orderNumber, lines });
    const by = {
      event: 'cancel',
      role: 'customer',
      who: customerId,
      why: 'by phone',
      intent: '1.cancel',
    } as const;
    const terms = { nowMs: NOW.getTime(), returnWindowDays: 30, limits: {} };
    if (isMade) await changeOrderOnce(open.tables, { orderNumber }, by, terms, signal);
    const change = { orderNumber, contactId: `call-${orderNumber}`, wish };
    expect(await keepUnsettledChange(open.tables.orders, change, NOW.getTime(), signal)).toBe(true);
    expect(await keepUnsettledChange(open.tables.orders, change, NOW.getTime(), signal)).toBe(false);
    later(6);
    return orderNumber;
  };
  /** It has ever more requests until it gets to its end, as if it died at each of them. */
  const diesEverywhere = async (): Promise<number> => {
    for (let many = 1; many < 60; many += 1) {
      requests.allow(many);
      try {
        await settleTheChanges();
        return many;
      } catch {
        later(6 + many / 60);
      } finally {
        requests.allowAll();
      }
    }
    throw new Error('it never gets to its end');
  };
  test.each([
    ['that was made is told by one message, and has no case', true],
    ['that was not made has one case with one note, and no message', false],
  ])('%s, wherever the settling dies', async (_what, isMade) => {
    const orderNumber = await left(isMade);
    expect(await diesEverywhere()).toBeGreaterThan(5);
    expect(await settleTheChanges()).toBe('0 of 0 were made');
    const scan = async (table: 'cases' | 'messages') =>
      (await open.documents.send(new ScanCommand({ TableName: open.tables[table].name }))).Items ?? [];
    const told = (await scan('messages')).filter((item) => item['customerId'] === customerId);
    expect(told.map(({ body }) => body)).toEqual(
      isMade ? [{ kind: 'customer', news: 'order-cancelled', customerId, fields: { orderNumber } }] : [],
    );
    const cases = await own('cases');
    expect(cases.map(({ reason }) => reason)).toEqual(isMade ? [] : ['change-unconfirmed']);
    const notes = (await scan('cases')).filter(({ words }) => `${words}`.includes(`Order ${orderNumber},`));
    expect(notes).toHaveLength(isMade ? 0 : 1);
  });
  test('is settled with what the contract says, and nothing else', async () => {
    requests.watch();
    await left(true);
    await left(false);
    requests.watch();
    await settleTheChanges();
    const promised = promisedActions(settleChanges);
    for (const action of requests.asked) expect(promised).toContain(action);
  });
});

test('each function does on the tables what its contract says, and nothing else', async () => {
  const intentId = await confirmed();
  requests.watch();
  await refer(intentId);
  expect([...requests.asked].toSorted()).toEqual(promisedActions(referOrder));
  await confirmed(3);
  later(15);
  requests.watch();
  await settle();
  expect([...requests.asked].toSorted()).toEqual(promisedActions(settleOrders));
});
