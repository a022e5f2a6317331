import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepTaskOutcome, raiseCaseOnce } from '../../../lambdas/tables/case-escalations.ts';
import { caseKey } from '../../../lambdas/tables/case-keys.ts';
import { CASES_SEARCHED_MAX, findOpenCase, openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { findLatestProgress, findProgress } from '../../../lambdas/tables/order-progress.ts';
import { findLatestOrder, type NewOrder, readOrder, saveOrder } from '../../../lambdas/tables/orders.ts';
import { readProduct } from '../../../lambdas/tables/products.ts';
import { saveProduct } from '../../../lambdas/tables/saved-products.ts';
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
    for (const found of opened) expect(found).toEqual(opened[0]);
  });
  const close = async (caseNumber: string): Promise<void> => {
    const { name } = open.tables.cases;
    await open.documents.send(
      new UpdateCommand({
        TableName: name,
        Key: caseKey(caseNumber),
        UpdateExpression: 'SET #status = :closed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':closed': 'closed' },
      }),
    );
  };
  test('is found by its customer while it is open, the latest first', async () => {
    const customerId = 'c-with-cases';
    const find = () => findOpenCase(open.tables.cases, customerId, undefined, signal);
    expect(await find()).toBeUndefined();
    const older = await openAt('2026-11-22T06:00:00Z', { customerId, reason: 'problem-invoice' });
    const newer = await openAt('2026-11-23T06:00:00Z', { customerId, reason: 'problem-product' });
    await openAt('2026-11-24T06:00:00Z', { customerId: 'c-other', contactId: 'other' });
    const { caseNumber, reason, promisedAtMs } = newer;
    expect(await find()).toEqual({ caseNumber, reason, severity: 'normal', promisedAtMs, stands: 'open' });
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
    expect(await findOpenCase(open.tables.cases, customerId, undefined, signal)).toBeUndefined();
  });
  test('keeps what an agent changed about it', async () => {
    const { caseNumber } = await openAt('2026-11-22T06:00:00Z', { contactId: 'changed' });
    const { name } = open.tables.cases;
    await close(caseNumber);
    await openAt('2026-11-22T07:00:00Z', { contactId: 'changed' });
    const { Item } = await open.documents.send(new GetCommand({ TableName: name, Key: caseKey(caseNumber) }));
    expect(Item?.['status']).toBe('closed');
  });

  test('is found by one reason where that is asked for', async () => {
    const customerId = 'c-with-reasons';
    const invoice = await openAt('2026-11-22T06:00:00Z', {
      customerId,
      contactId: 'with-reasons',
      reason: 'problem-invoice',
    });
    await openAt('2026-11-23T06:00:00Z', {
      customerId,
      contactId: 'with-reasons',
      reason: 'problem-product',
    });
    const find = (reason: string) => findOpenCase(open.tables.cases, customerId, reason, signal);
    expect(await find('problem-invoice')).toMatchObject({ caseNumber: invoice.caseNumber });
    expect(await find('problem-delivery')).toBeUndefined();
  });

  describe('that cannot wait', () => {
    const hour = (count: number): Date => new Date(Date.parse('2026-11-23T15:00:00Z') + count * 60 * 60_000);
    const raise = (caseNumber: string, now: Date, contactId = 'contact-1', customerId = 'c-raised') => {
      const holdsUntilMs = now.getTime() + 2 * 60 * 60_000;
      const promise = { promisedAtMs: holdsUntilMs, holdsUntilMs };
      return raiseCaseOnce(open.tables.cases, { caseNumber, customerId, contactId }, promise, now, signal);
    };
    const opened = (contactId: string) =>
      openAt('2026-11-22T06:00:00Z', { contactId, customerId: 'c-raised' });
    const item = async (caseNumber: string) => {
      const { name } = open.tables.cases;
      return (await open.documents.send(new GetCommand({ TableName: name, Key: caseKey(caseNumber) }))).Item;
    };

    test('is raised once by twenty at once, and all of them hear of the same', async () => {
      const { caseNumber } = await opened('raised-at-once');
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) => raise(caseNumber, hour(0), `line-${index}`)),
      );
      expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(all[0]).toMatchObject({ caseNumber, count: 1, task: 'due', reason: 'out-of-hours' });
    });
    test('is raised again only after the promise has passed', async () => {
      const { caseNumber } = await opened('raised-again');
      const first = await raise(caseNumber, hour(0));
      expect(await raise(caseNumber, hour(1), 'a-redial')).toEqual(first);
      expect(await raise(caseNumber, hour(2), 'a-later-call')).toMatchObject({
        count: 2,
        contactId: 'a-later-call',
        raisedAtMs: hour(2).getTime(),
      });
    });
    test('is told with its promise to whoever looks it up', async () => {
      const { caseNumber } = await openAt('2026-11-22T06:00:00Z', {
        contactId: 'told',
        customerId: 'c-told',
      });
      await raise(caseNumber, hour(0), 'contact-1', 'c-told');
      expect(await findOpenCase(open.tables.cases, 'c-told', undefined, signal)).toMatchObject({
        escalationPromisedAtMs: hour(2).getTime(),
      });
    });
    test.each([
      ['for another customer', 'c-other', false],
      ['once it is closed', 'c-raised', true],
    ])('is not raised %s', async (_what, customerId, isClosed) => {
      const { caseNumber } = await opened(`not-raised-${customerId}`);
      if (isClosed) await close(caseNumber);
      expect(await raise(caseNumber, hour(0), 'contact-1', customerId)).toBeUndefined();
      expect(await item(caseNumber)).not.toHaveProperty('escalations');
    });
    test('that does not exist is not made by raising it', async () => {
      expect(await raise('99999999', hour(0))).toBeUndefined();
      expect(await item('99999999')).toBeUndefined();
    });
    test('keeps its task, which a late refusal does not undo, and a later raise has another', async () => {
      const { caseNumber } = await opened('with-task');
      const first = await raise(caseNumber, hour(0));
      if (first === undefined) throw new Error('the case was not raised');
      const keep = (outcome: Parameters<typeof keepTaskOutcome>[2]) =>
        keepTaskOutcome(open.tables.cases, first, outcome, signal);
      await keep({ fault: 'ThrottlingException' });
      expect(await item(caseNumber)).toMatchObject({
        escalationTask: 'not-started',
        escalationTaskFault: 'ThrottlingException',
      });
      await keep({ taskId: 'task-1' });
      await keep({ fault: 'ThrottlingException' });
      const started = await item(caseNumber);
      expect(started).toMatchObject({ escalationTask: 'started', escalationTaskId: 'task-1' });
      expect(started).not.toHaveProperty('escalationTaskFault');
      await raise(caseNumber, hour(3));
      await keep({ taskId: 'task-1' });
      const second = await item(caseNumber);
      expect(second).toMatchObject({ escalations: 2, escalationTask: 'due' });
      expect(second).not.toHaveProperty('escalationTaskId');
    });
  });
});

describe('an order', () => {
  const order: NewOrder = {
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
    expect(await readOrder(orders(), '1002', signal)).toEqual({ ...order, version: 1, history: [] });
    expect(await findProgress(open.tables, 'c-1001', '1002', signal)).toEqual({
      orderNumber: '1002',
      customerId: 'c-1001',
      placedAt: order.placedAt,
      status: order.status,
      expectedOn: order.expectedOn,
      lines: order.lines,
    });
    expect(await findProgress(open.tables, 'c-1002', '1002', signal)).toBeUndefined();
    expect(await findProgress(open.tables, 'unknown', '1002', signal)).toBeUndefined();
    expect(await findProgress(open.tables, 'c-1001', '1003', signal)).toBeUndefined();
  });
  test.each([
    ['received', 'confirmed'],
    ['packing', 'packed'],
  ])('of before, that was %s, is %s', async (status, now) => {
    const Item = { pk: 'ORDER#3999', ...order, orderNumber: '3999', status };
    await open.documents.send(new PutCommand({ TableName: orders().name, Item }));
    expect(await readOrder(orders(), '3999', signal)).toMatchObject({ status: now, version: 1 });
    expect(await findProgress(open.tables, 'c-1001', '3999', signal)).toMatchObject({ status: now });
    await open.documents.send(new DeleteCommand({ TableName: orders().name, Key: { pk: 'ORDER#3999' } }));
  });
  test('is the latest by the moment it was placed, not by its number', async () => {
    await saveOrder(orders(), { ...order, orderNumber: '900', placedAt: '2026-11-20T15:00:00.000Z' });
    await saveOrder(orders(), { ...order, orderNumber: '2000', placedAt: '2026-11-18T15:00:00.000Z' });
    const findLatest = (customerId: string) =>
      Promise.all([
        findLatestOrder(orders(), customerId, signal),
        findLatestProgress(open.tables, customerId, signal),
      ]);
    expect(await findLatest('c-1001')).toMatchObject([{ orderNumber: '900' }, { orderNumber: '900' }]);
    expect(await findLatest('c-1003')).toEqual([undefined, undefined]);
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
    expect(await findProgress(open.tables, 'c-1001', 'LAMP-01', signal)).toBeUndefined();
  });
  test.each([{ names: { de: 'Lampe' } }, { names: { el: '' } }, { name: '' }])(
    'is not made of a product with %j',
    async (change) => {
      const wrong = {
        sku: 'LAMP-09',
        productNumber: '2109',
        name: 'Lamp',
        currency: 'USD',
        unitPriceMinor: 4900,
        inStock: 3,
        ...change,
      };
      await expect(Reflect.apply(saveProduct, undefined, [orders(), wrong])).rejects.toThrow();
      expect(await readProduct(orders(), 'LAMP-09', signal)).toBeUndefined();
    },
  );
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
    expect(await readOrder(orders(), '3000', signal)).toBeUndefined();
  });
  test('that somebody broke by hand is a fault which names table and attribute, and no value', async () => {
    const { name } = orders();
    await open.documents.send(
      new PutCommand({
        TableName: name,
        Item: { pk: 'ORDER#4000', ...order, orderNumber: '4000', status: 'canary' },
      }),
    );
    const found = findProgress(open.tables, 'c-1001', '4000', signal);
    await expect(found).rejects.toThrow(`an item of the table ${name} does not hold status as it should`);
    await expect(found).rejects.not.toThrow('canary');
  });
  test.each([
    ['lines', []],
    ['lines', 'canary'],
    ['lines', [null]],
    ['lines', [{ sku: 'LAMP-01', quantity: 1 }]],
    ['lines', [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 'canary' }]],
    ['lines', [{ sku: 'LAMP-01', quantity: 1.5, unitPriceMinor: 4900 }]],
    ['taxMinor', -1],
    ['paidMinor', 'canary'],
    ['refundedMinor', 0.5],
    ['creditedMinor', null],
  ])('whose %s are %j is a fault, before anybody hears what is due', async (attribute, value) => {
    const { name } = orders();
    const Item = { pk: 'ORDER#4001', ...order, orderNumber: '4001', [attribute]: value };
    await open.documents.send(new PutCommand({ TableName: name, Item }));
    const found = findProgress(open.tables, 'c-1001', '4001', signal);
    await expect(found).rejects.toThrow(
      `an item of the table ${name} does not hold ${attribute} as it should`,
    );
    await expect(found).rejects.not.toThrow('canary');
  });
});
