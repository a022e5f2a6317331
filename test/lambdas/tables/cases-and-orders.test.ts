import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CASES_SEARCHED_MAX, findOpenCase, openCaseOnce } from '../../../lambdas/tables/cases.ts';
import {
  findLatestOrder,
  findOrder,
  type Order,
  saveOrder,
  saveProduct,
} from '../../../lambdas/tables/orders.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

describe('a case', () => {
  const wish = {
    contactId: 'contact-1',
    reason: 'out-of-hours',
    customerId: 'unknown',
    isVerified: false,
    phoneNumber: '+12025550199',
  };
  const hours = {
    timeZone: 'America/New_York',
    days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
    holidays: [],
  };
  const openAt = (now: string, change: Partial<typeof wish> = {}) =>
    openCaseOnce(open.tables.cases, { ...wish, ...change }, hours, new Date(now), signal);

  test('is opened once, however often and however late it is asked for', async () => {
    const first = await openAt('2026-11-22T06:00:00Z');
    const again = await Promise.all(
      Array.from({ length: 20 }, (_, hour) => openAt(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`)),
    );
    for (const found of again) expect(found).toEqual(first);
  });
  test('asked for twenty times at once is one case with one promise', async () => {
    const opened = await Promise.all(
      Array.from({ length: 20 }, (_, hour) =>
        openAt(`2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`, { contactId: 'at-once' }),
      ),
    );
    expect(new Set(opened.map((found) => JSON.stringify(found))).size).toBe(1);
  });
  const close = async (caseNumber: string): Promise<void> => {
    const { client, name } = open.tables.cases;
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: { caseNumber },
        UpdateExpression: 'SET #status = :closed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':closed': 'closed' },
      }),
    );
  };
  test('is found by its customer while it is open, the latest first', async () => {
    const customerId = 'c-with-cases';
    const find = () => findOpenCase(open.tables.cases, customerId, signal);
    expect(await find()).toBeUndefined();
    const older = await openAt('2026-11-22T06:00:00Z', { customerId, reason: 'problem-invoice' });
    const newer = await openAt('2026-11-23T06:00:00Z', { customerId, reason: 'problem-product' });
    await openAt('2026-11-24T06:00:00Z', { customerId: 'c-other', contactId: 'other' });
    const { caseNumber, reason, promisedAtMs } = newer;
    expect(await find()).toEqual({ caseNumber, reason, promisedAtMs });
    await close(newer.caseNumber);
    expect(await find()).toMatchObject({ caseNumber: older.caseNumber });
    await close(older.caseNumber);
    expect(await find()).toBeUndefined();
  });
  test('is looked for among the latest cases only, so that a look-up is one small request', async () => {
    const customerId = 'c-with-many-cases';
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
    await openAt(at(0), { customerId, contactId: 'many-first' });
    for (let hour = 1; hour <= CASES_SEARCHED_MAX; hour += 1) {
      const { caseNumber } = await openAt(at(hour), { customerId, contactId: `many-${hour}` });
      await close(caseNumber);
    }
    expect(await findOpenCase(open.tables.cases, customerId, signal)).toBeUndefined();
  });
  test('keeps what an agent changed about it', async () => {
    const { caseNumber } = await openAt('2026-11-22T06:00:00Z', { contactId: 'changed' });
    const { client, name } = open.tables.cases;
    await close(caseNumber);
    await openAt('2026-11-22T07:00:00Z', { contactId: 'changed' });
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { caseNumber } }));
    expect(Item?.['status']).toBe('closed');
  });
});

describe('an order', () => {
  const order: Order = {
    orderNumber: '1002',
    customerId: 'c-1001',
    placedAt: '2026-11-19T15:00:00.000Z',
    status: 'shipped',
    expectedOn: '2026-11-24',
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4900 }],
  };
  const orders = () => open.tables.orders;

  test("is found by its number for its customer, and is nobody else's", async () => {
    await saveOrder(orders(), order);
    expect(await findOrder(orders(), 'c-1001', '1002', signal)).toEqual(order);
    expect(await findOrder(orders(), 'c-1002', '1002', signal)).toBeUndefined();
    expect(await findOrder(orders(), 'unknown', '1002', signal)).toBeUndefined();
    expect(await findOrder(orders(), 'c-1001', '1003', signal)).toBeUndefined();
  });
  test('is the latest by the moment it was placed, not by its number', async () => {
    await saveOrder(orders(), { ...order, orderNumber: '900', placedAt: '2026-11-20T15:00:00.000Z' });
    await saveOrder(orders(), { ...order, orderNumber: '2000', placedAt: '2026-11-18T15:00:00.000Z' });
    expect((await findLatestOrder(orders(), 'c-1001', signal))?.orderNumber).toBe('900');
    expect(await findLatestOrder(orders(), 'c-1003', signal)).toBeUndefined();
  });
  test('is not mistaken for a product', async () => {
    await saveProduct(orders(), {
      sku: 'LAMP-01',
      productNumber: '2101',
      name: 'Lamp',
      currency: 'USD',
      unitPriceMinor: 4900,
      inStock: 3,
    });
    expect(await findOrder(orders(), 'c-1001', 'LAMP-01', signal)).toBeUndefined();
  });
  test.each([
    { orderNumber: '01' },
    { status: 'lost' },
    { lines: [] },
    { lines: [{ sku: 'LAMP-01', quantity: 0, unitPriceMinor: 4900 }] },
    { lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 49.5 }] },
    { expectedOn: 'soon' },
    { note: 'by hand' },
  ])('is not saved with %j', async (change) => {
    const wrong = { ...order, orderNumber: '3000', ...change };
    await expect(Reflect.apply(saveOrder, undefined, [orders(), wrong])).rejects.toThrow();
    expect(await findOrder(orders(), 'c-1001', '3000', signal)).toBeUndefined();
  });
  test('that somebody broke by hand is a fault which names table and attribute, and no value', async () => {
    const { client, name } = orders();
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { pk: 'ORDER#4000', ...order, orderNumber: '4000', status: 'canary' },
      }),
    );
    const found = findOrder(orders(), 'c-1001', '4000', signal);
    await expect(found).rejects.toThrow(`an item of the table ${name} does not hold status as it should`);
    await expect(found).rejects.not.toThrow('canary');
  });
});
