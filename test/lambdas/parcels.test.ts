/** Parcels that are to come back, by the functions themselves, on the local DynamoDB: whoever waits in vain opens one case. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chaseParcels } from '../../lambdas/chase-parcels/contract.ts';
import type { OrderWish } from '../../lambdas/domain/order-change.ts';
import type { OrderEvent } from '../../lambdas/domain/order-events.ts';
import { changeCase } from '../../lambdas/tables/case-changes.ts';
import { caseNumbersOf } from '../../lambdas/tables/case-links.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { changeOrderOnce, replacementNumberOf } from '../../lambdas/tables/order-changes.ts';
import { type Order, saveOrder } from '../../lambdas/tables/orders.ts';
import { erasePerson } from '../../lambdas/tables/person-erasure.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import { captureLog, environment, NOW, stopClock } from './flow-event.ts';
import { budgetRequests, type RequestBudget } from './request-budget.ts';
import { promisedActions } from './sent-actions.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

const DAY_MS = 24 * 60 * 60_000;
const { signal } = new AbortController();
const hours = JSON.parse(environment.OPENING_HOURS);
let open: ServedTables;
let runs: () => Promise<string>;
let asks: (groups: string, path: object, routeKey: string) => Promise<object>;
let log = captureLog();
let requests: RequestBudget;
let orderNumber = '7000';
let customerId = 'c-0';
let nowMs = NOW.getTime();

beforeAll(async () => {
  open = await serveOurTables();
  const { customers, orders, cases, messages, audit } = open.tables;
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: open.served.endpoint,
    TABLE_CUSTOMERS: customers.name,
    TABLE_ORDERS: orders.name,
    TABLE_CASES: cases.name,
    TABLE_MESSAGES: messages.name,
    TABLE_AUDIT: audit.name,
    AGENT_CLAIMS: JSON.stringify({
      agentId: 'id',
      username: 'name',
      groups: 'groups',
      supervisors: 'supervisors',
    }),
  });
  const { handler } = await import('../../lambdas/chase-parcels/handler.ts');
  runs = () => handler({}, { getRemainingTimeInMillis: () => 59_000 });
  const parcels = (await import('../../lambdas/serve-parcels/handler.ts')).handler;
  asks = (groups, pathParameters, routeKey) =>
    parcels(
      {
        routeKey,
        headers: { 'content-type': 'application/json' },
        pathParameters,
        body: JSON.stringify({
          event: 'receive-return',
          condition: 'opened',
          version: 2,
          intent: 'it-has-come',
        }),
        isBase64Encoded: false,
        requestContext: {
          requestId: 'r-12345678',
          authorizer: { jwt: { claims: { id: 'a-1', name: 'kai', groups } } },
        },
      },
      { getRemainingTimeInMillis: () => 20_000 },
    );
  requests = budgetRequests(open);
});
const isDelivered = () =>
  saveOrder(open.tables.orders, {
    orderNumber,
    customerId,
    placedAt: '2026-11-10T10:00:00.000Z',
    status: 'delivered',
    deliveredOn: '2026-11-20',
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4_900 }],
  });
afterAll(async () => {
  log.release();
  delete process.env['AWS_ENDPOINT_URL'];
  await open.served.close();
});
beforeEach(async () => {
  const lamp = { sku: 'LAMP-01', productNumber: '2101', name: 'Desk lamp', currency: 'USD' };
  await saveProduct(open.tables.orders, { ...lamp, unitPriceMinor: 4_900, inStock: 38 });
  orderNumber = String(Number(orderNumber) + 1);
  customerId = `c-${orderNumber}`;
  await saveCustomer(open.tables.customers, {
    customerId,
    name: 'Somebody Invented',
    phoneNumbers: [`+1202555${orderNumber}`],
  });
  await isDelivered();
  nowMs = NOW.getTime();
  stopClock();
});
afterEach(() => {
  requests.allowAll();
  log.release();
  log = captureLog();
});

const daysPass = (days: number): void => {
  nowMs += days * DAY_MS;
  stopClock(new Date(nowMs));
};
const happens = async (event: OrderEvent, more: Partial<OrderWish> = {}): Promise<Order> => {
  const role = event === 'receive-return' ? 'warehouse' : 'customer';
  const wish = { event, role, who: 'somebody', why: 'a test', ...more } as const;
  const terms = { nowMs, returnWindowDays: 30, limits: {} };
  const changed = await changeOrderOnce(open.tables, { orderNumber }, wish, terms, signal);
  if (changed.kind !== 'changed') throw new Error(changed.kind);
  return changed.order;
};
const exchanges = () => happens('exchange', { replacementNumber: replacementNumberOf(orderNumber) });
const itemsOf = async (table: 'cases' | 'messages' | 'orders' | 'audit') =>
  (await open.documents.send(new ScanCommand({ TableName: open.tables[table].name, ConsistentRead: true })))
    .Items ?? [];
const cases = async () =>
  (await itemsOf('cases')).filter(({ sk, details }) => sk === 'CASE' && details?.orderNumber === orderNumber);
const messages = async () =>
  (await itemsOf('messages')).filter(({ body }) => body.fields?.orderNumber === orderNumber);
const parcel = async () =>
  (await itemsOf('orders')).find(({ pk }) => pk === `RETURN#${orderNumber}`)?.['unsettled'];

describe('the parcel of a return or an exchange', () => {
  test.each([
    ['return', () => happens('request-return')],
    ['exchange', exchanges],
  ])(
    'of an agreed %s that does not come in fourteen days has one case of shipping, and its customer one message',
    async (_what, agree) => {
      const { rmaNumber } = await agree();
      daysPass(13);
      await runs();
      expect(await cases()).toEqual([]);
      expect(await parcel()).toBe('parcel');
      daysPass(1);
      // Who is in another's way leaves it to the next run.
      await Promise.allSettled([runs(), runs(), runs()]);
      await runs();
      const found = await cases();
      expect(found).toMatchObject([
        {
          reason: 'return-overdue',
          type: 'return',
          department: 'shipping',
          status: 'open',
          customerId,
          phoneNumber: `+1202555${orderNumber}`,
          details: { orderNumber, product: 'LAMP-01' },
        },
      ]);
      const caseNumber = String(found[0]?.['caseNumber']);
      expect(await caseNumbersOf(open.tables.cases, { orderNumber }, signal)).toEqual([caseNumber]);
      expect(await messages()).toMatchObject([
        {
          messageId: `order-parcel-missing-${rmaNumber}`,
          customerId,
          caseNumber,
          body: { news: 'order-parcel-missing', fields: { orderNumber, rmaNumber, caseNumber } },
        },
      ]);
      expect(await parcel()).toBe('missing-parcel');
    },
  );
  test('that comes in time has none, and nobody looks for it again', async () => {
    await happens('request-return');
    daysPass(3);
    await happens('receive-return', { condition: 'unopened' });
    daysPass(20);
    await runs();
    expect([await cases(), await messages(), await parcel()]).toEqual([[], [], undefined]);
  });
  test('of a return that is withdrawn has none; of one that is agreed anew it is counted from then', async () => {
    await happens('request-return');
    await happens('withdraw-return');
    daysPass(10);
    const { rmaNumber } = await happens('request-return');
    daysPass(5);
    await runs();
    expect([await cases(), await parcel()]).toEqual([[], 'parcel']);
    daysPass(9);
    await runs();
    expect(await messages()).toMatchObject([{ body: { fields: { rmaNumber } } }]);
  });
  test('of a return that stays withdrawn is forgotten', async () => {
    await happens('request-return');
    await happens('withdraw-return');
    daysPass(15);
    await runs();
    expect([await cases(), await messages(), await parcel()]).toEqual([[], [], undefined]);
  });
  test('that comes late is taken in as ever, and ends the case that nobody has taken up', async () => {
    await happens('request-return');
    daysPass(15);
    await runs();
    daysPass(2);
    await runs();
    expect(await cases()).toMatchObject([{ status: 'open' }]);
    expect(await happens('receive-return', { condition: 'damaged' })).toMatchObject({ status: 'returned' });
    await Promise.allSettled([runs(), runs()]);
    await runs();
    expect(await cases()).toMatchObject([
      {
        status: 'resolved',
        resolvedBy: 'chase-parcels',
        details: { condition: 'damaged', product: 'LAMP-01' },
      },
    ]);
    expect(await parcel()).toBeUndefined();
  });
  test('that comes late is told once to whoever is at the case, whose it stays', async () => {
    await exchanges();
    daysPass(15);
    await runs();
    const caseNumber = String((await cases())[0]?.['caseNumber']);
    const lee = { role: 'supervisor', id: 'lee' } as const;
    const take = { caseNumber, seenVersion: 1, change: { action: 'take' }, by: lee } as const;
    await changeCase(open.tables.cases, take, hours, new Date(nowMs), signal);
    expect(await happens('receive-return', { condition: 'used' })).toMatchObject({ status: 'exchanged' });
    await runs();
    await runs();
    expect(await cases()).toMatchObject([{ status: 'in-progress', owner: 'lee' }]);
    const notes = (await itemsOf('cases')).filter(
      ({ caseNumber: of, byId }) => of === caseNumber && byId === 'chase-parcels',
    );
    expect(notes).toMatchObject([{ words: expect.stringContaining('came on 2026-12-07') }]);
    expect(await parcel()).toBeUndefined();
  });
  test('of a customer who was erased is looked for, and nobody is told', async () => {
    await happens('request-return');
    await erasePerson(open.tables, customerId, async () => undefined);
    daysPass(15);
    await runs();
    expect(await cases()).toMatchObject([{ customerId: expect.stringMatching(/^erased-/) }]);
    expect(await messages()).toEqual([]);
  });
  test('has one case and one message wherever the function stops', async () => {
    await happens('request-return');
    daysPass(15);
    for (let many = 0; ; many += 1) {
      requests.allow(many);
      const answer = await runs().catch((fault: unknown) => {
        if (
          !String(fault).includes('no request is left') &&
          !String(fault).includes('could not be looked for')
        )
          throw fault;
        return undefined;
      });
      if (answer !== undefined) break;
    }
    requests.allowAll();
    expect([await cases(), await messages()]).toMatchObject([[{}], [{}]]);
    expect(await parcel()).toBe('missing-parcel');
  });
  test('is looked for by key, with the rights that the contract names', async () => {
    await happens('request-return');
    daysPass(15);
    requests.watch();
    await runs();
    await happens('receive-return', { condition: 'opened' });
    await runs();
    const promised = promisedActions(chaseParcels);
    expect(promised.filter((action) => !requests.asked.has(action))).toEqual([]);
    expect([...requests.asked].filter((action) => action.includes('Scan'))).toEqual([]);
  });
});

describe('whoever is not of shipping', () => {
  const returned = 'POST /parcels/{orderNumber}/changes';
  test.each([
    ['readParcel', 'GET /parcels/{orderNumber}', { orderNumber: '7001' }],
    ['readReturn', 'GET /returns/{rmaNumber}', { rmaNumber: '999902' }],
    ['changeParcel', returned, { orderNumber: '7001' }],
  ])(
    'is refused at %s, whether or not there is such a parcel, and is in the audit',
    async (operation, route, path) => {
      expect(await asks('[quality orders]', path, route)).toMatchObject({ statusCode: 403 });
      const entries = (await itemsOf('audit')).filter((entry) => entry['operation'] === operation);
      expect(entries).toMatchObject([{ allowed: false, agentId: 'a-1' }]);
    },
  );
  test('can do nothing that shipping and supervisors can', async () => {
    for (const groups of ['[shipping]', '[supervisors]']) {
      await isDelivered();
      await happens('request-return');
      expect(await asks('[technical]', { orderNumber }, returned)).toMatchObject({ statusCode: 403 });
      expect(await asks(groups, { orderNumber }, returned)).toMatchObject({
        statusCode: 200,
        body: expect.stringContaining('"returnedAs":"opened"'),
      });
    }
  });
});
