/** Quote, confirm and place by the functions themselves, on the local DynamoDB. */
import { DeleteCommand, GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { confirmOrder } from '../../lambdas/confirm-order/contract.ts';
import { findOffers } from '../../lambdas/find-offers/contract.ts';
import { findProduct } from '../../lambdas/find-product/contract.ts';
import { placeOrder } from '../../lambdas/place-order/contract.ts';
import { quoteOrder } from '../../lambdas/quote-order/contract.ts';
import type { Contract } from '../../lambdas/runtime/contract.ts';
import { type NewOrder, saveOrder } from '../../lambdas/tables/orders.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import { captureLog, environment, flowEvent, NOW, stopClock } from './flow-event.ts';
import { promisedActions } from './sent-actions.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

/** Many invocations share one process here, which Lambda never does. */
const patientContext = { getRemainingTimeInMillis: () => 20_000 };
const MINUTE_MS = 60_000;

type Result = Readonly<Record<string, string>>;
type Invoke = (
  name: string,
  parameters: Readonly<Record<string, string>>,
  language?: string,
) => Promise<Result>;

let open: ServedTables;
let invoke: Invoke;
let log = captureLog();
/** Actions asked of the tables since a test began, `dynamodb:GetItem orders`. */
let asked = new Set<string>();

beforeAll(async () => {
  open = await serveOurTables();
  const { customers, orders, messages } = open.tables;
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: open.served.endpoint,
    TABLE_CUSTOMERS: customers.name,
    TABLE_ORDERS: orders.name,
    TABLE_MESSAGES: messages.name,
  });
  const handlers = {
    'find-offers': (await import('../../lambdas/find-offers/handler.ts')).handler,
    'find-product': (await import('../../lambdas/find-product/handler.ts')).handler,
    'quote-order': (await import('../../lambdas/quote-order/handler.ts')).handler,
    'confirm-order': (await import('../../lambdas/confirm-order/handler.ts')).handler,
    'place-order': (await import('../../lambdas/place-order/handler.ts')).handler,
  };
  const byName = new Map(Object.entries(handlers));
  invoke = async (name, parameters, language) => {
    const handler = byName.get(name);
    if (handler === undefined) throw new Error(`no function ${name}`);
    return { ...(await handler(flowEvent(parameters, { language }), patientContext)) };
  };
  const tableOf = (resource: string) =>
    Object.entries(open.tables).find(([, { name }]) => resource.includes(`/${name}`))?.[0];
  open.served.permit((action, resource) => {
    const [, index] = resource.split('/index/');
    asked.add(`${action} ${tableOf(resource)}${index === undefined ? '' : `/${index}`}`);
    return { allowed: true };
  });
});
afterAll(async () => {
  log.release();
  delete process.env['AWS_ENDPOINT_URL'];
  await open.served.close();
});

const lamp = {
  sku: 'LAMP-01',
  productNumber: '2101',
  name: 'Desk lamp',
  currency: 'USD',
  unitPriceMinor: 4_900,
  inStock: 38,
};
const paper = {
  sku: 'PAPER-A4',
  productNumber: '2304',
  name: 'Paper, 2,500 sheets',
  currency: 'USD',
  unitPriceMinor: 2_375,
  inStock: 410,
};

const everything = async (table: 'orders' | 'customers' | 'messages') => {
  const { name } = open.tables[table];
  return (await open.documents.send(new ScanCommand({ TableName: name, ConsistentRead: true }))).Items ?? [];
};
const placedOrders = async () =>
  (await everything('orders')).filter(({ pk }) => String(pk).startsWith('ORDER#'));
const stockOf = async (sku: string) => {
  const { name } = open.tables.orders;
  const { Item } = await open.documents.send(
    new GetCommand({ TableName: name, Key: { pk: `PRODUCT#${sku}` } }),
  );
  return Item?.['inStock'];
};

beforeEach(async () => {
  const { name } = open.tables.orders;
  for (const { pk } of await everything('orders'))
    await open.documents.send(new DeleteCommand({ TableName: name, Key: { pk } }));
  for (const { messageId } of await everything('messages'))
    await open.documents.send(
      new DeleteCommand({ TableName: open.tables.messages.name, Key: { messageId } }),
    );
  await saveProduct(open.tables.orders, lamp);
  await saveProduct(open.tables.orders, paper);
  stopClock();
  asked = new Set();
});
afterEach(() => {
  log.release();
  log = captureLog();
});

const customerId = 'c-1001';
const quote = (product = 'LAMP-01', quantity = '2') =>
  invoke('quote-order', { customerId, product, quantity });
const confirm = (basket = 'USD 809 LAMP-01*2*4900', onceMoreAfter = 'none') =>
  invoke('confirm-order', { customerId, basket, onceMoreAfter });
const place = (intentId = '', by = customerId) => invoke('place-order', { customerId: by, intentId });
const confirmedId = async (basket?: string, onceMoreAfter?: string): Promise<string> => {
  const answer = await confirm(basket, onceMoreAfter);
  expect(answer['outcome']).toBe('confirmed');
  return `${answer['intentId']}`;
};

const latest: NewOrder = {
  orderNumber: '1002',
  customerId,
  placedAt: '2026-11-19T15:00:00.000Z',
  status: 'shipped',
  currency: 'USD',
  lines: [
    { sku: 'PAPER-A4', quantity: 2, unitPriceMinor: 2_000 },
    { sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4_900 },
  ],
};

describe('a product', () => {
  const find = (productNumber: string) => invoke('find-product', { productNumber });
  test('is found by its number, with name and price', async () => {
    expect(await find('2304')).toEqual({
      outcome: 'found',
      product: 'PAPER-A4',
      productName: 'Paper, 2,500 sheets',
      price: '23 dollars and 75 cents',
    });
  });
  test("has the name of the caller's language, with the English one where it has no other", async () => {
    await saveProduct(open.tables.orders, { ...lamp, names: { el: 'Φωτιστικό γραφείου' } });
    const order = { customerId, product: 'LAMP-01', quantity: '2' };
    for (const [language, name] of [
      ['el', 'Φωτιστικό γραφείου'],
      ['hu', 'Desk lamp'],
      ['en', 'Desk lamp'],
    ] as const) {
      expect(await invoke('find-product', { productNumber: '2101' }, language)).toMatchObject({
        productName: name,
      });
      expect((await invoke('quote-order', order, language))['items']).toMatch(new RegExp(`^${name}, `));
    }
    const intentId = await confirmedId();
    await saveProduct(open.tables.orders, {
      ...lamp,
      names: { el: 'Φωτιστικό γραφείου' },
      unitPriceMinor: 5_000,
    });
    expect(await invoke('place-order', { customerId, intentId }, 'el')).toMatchObject({
      outcome: 'price-changed',
      items: expect.stringMatching(/^Φωτιστικό γραφείου, /),
    });
  });
  test('on offer is told to who names none, in their language', async () => {
    const today = NOW.toISOString().slice(0, 10);
    const promotion = { unitPriceMinor: 3_950, from: today, till: today };
    await saveProduct(open.tables.orders, { ...lamp, names: { el: 'Φωτιστικό γραφείου' }, promotion });
    expect(await invoke('find-offers', {}, 'el')).toEqual({
      outcome: 'found',
      offers:
        'Το προϊόν Φωτιστικό γραφείου κοστίζει 39 δολάρια και 50 σεντ αντί για 49 δολάρια, έως την Κυριακή 22 Νοεμβρίου. Για αυτό, πατήστε 1.',
      first: '2101',
      second: 'none',
      third: 'none',
    });
    await saveProduct(open.tables.orders, lamp);
    expect(await invoke('find-offers', {})).toEqual({ outcome: 'none' });
  });
  test('of which there is none is out of stock', async () => {
    await saveProduct(open.tables.orders, { ...lamp, inStock: 0 });
    expect(await find('2101')).toEqual({ outcome: 'out-of-stock', productName: 'Desk lamp' });
  });
  test.each(['9999', '', '1', '02101', '21012101210121012101', '2101*', 'Timeout', 'LAMP-01'])(
    'is not found by %j',
    async (keyed) => expect(await find(keyed)).toEqual({ outcome: 'unknown-product' }),
  );
  test('is not found by a number that it had before, nor by one that another has now', async () => {
    await saveProduct(open.tables.orders, { ...lamp, productNumber: '2199' });
    expect(await find('2101')).toEqual({ outcome: 'unknown-product' });
    await saveProduct(open.tables.orders, { ...paper, productNumber: '2199' });
    expect(await find('2199')).toMatchObject({ product: 'PAPER-A4' });
  });
});

describe('a quote', () => {
  test('reads back pieces, price, tax and total', async () => {
    expect(await quote()).toEqual({
      outcome: 'quoted',
      basket: 'USD 809 LAMP-01*2*4900',
      items: 'Desk lamp, 2 pieces',
      price: '98 dollars',
      tax: '8 dollars and 9 cents',
      total: '106 dollars and 9 cents',
    });
  });
  test.each(['0', '000', '101', '1000', '', '2.5', '-1', 'Timeout', '9'.repeat(20)])(
    'of %j pieces is refused with the limit',
    async (quantity) =>
      expect(await quote('LAMP-01', quantity)).toEqual({
        outcome: 'bad-quantity',
        product: 'LAMP-01',
        most: '100',
      }),
  );
  test.each(['1', '38', '007'])('of %s pieces is given', async (quantity) => {
    expect((await quote('LAMP-01', quantity))['outcome']).toBe('quoted');
  });
  test('of more than there are says how many are left', async () => {
    expect(await quote('LAMP-01', '39')).toEqual({
      outcome: 'out-of-stock',
      product: 'LAMP-01',
      productName: 'Desk lamp',
      left: '38 pieces',
    });
  });
  test.each(['CHAIR-99', 'lamp-01', '$.External.prod'])('of %s is refused', async (product) => {
    expect(await quote(product)).toEqual({ outcome: 'unknown-product' });
  });
  test('of the latest order again has all its products at the prices of today', async () => {
    await saveOrder(open.tables.orders, latest);
    expect(await quote('again', 'as-before')).toEqual({
      outcome: 'quoted',
      basket: 'USD 796 LAMP-01*1*4900 PAPER-A4*2*2375',
      items: 'Desk lamp, 1 piece; Paper, 2,500 sheets, 2 pieces',
      price: '96 dollars and 50 cents',
      tax: '7 dollars and 96 cents',
      total: '104 dollars and 46 cents',
    });
  });
  test('of the latest order again says what there is too little of', async () => {
    await saveOrder(open.tables.orders, latest);
    await saveProduct(open.tables.orders, { ...paper, inStock: 1 });
    expect(await quote('again', 'as-before')).toMatchObject({
      outcome: 'out-of-stock',
      productName: 'Paper, 2,500 sheets',
      left: '1 piece',
    });
  });
  test('again is not given to somebody who never ordered', async () => {
    expect(await quote('again', 'as-before')).toEqual({ outcome: 'nothing-to-repeat' });
  });
  test.each([
    ['a hundred and one pieces', [{ sku: 'LAMP-01', quantity: 101, unitPriceMinor: 1 }]],
    ['a product that is gone', [{ sku: 'LAMP-00', quantity: 1, unitPriceMinor: 1 }]],
    [
      'eleven products',
      Array.from({ length: 11 }, (_, index) => ({ sku: `P-${index}`, quantity: 1, unitPriceMinor: 1 })),
    ],
  ])('again of an order with %s is left to a person', async (_what, lines) => {
    await saveOrder(open.tables.orders, { ...latest, lines });
    expect(await quote('again', 'as-before')).toEqual({ outcome: 'not-by-phone' });
  });
  test('of products priced in two currencies is a fault and never a sum', async () => {
    await saveOrder(open.tables.orders, latest);
    await saveProduct(open.tables.orders, { ...paper, currency: 'EUR' });
    await expect(quote('again', 'as-before')).rejects.toThrow('several currencies');
  });
});

describe('a confirmed order', () => {
  test('is placed: order, stock, intent and history say so', async () => {
    const intentId = await confirmedId();
    expect(intentId).toBe(`${NOW.getTime()}.LAMP-01*2`);
    expect(await placedOrders()).toEqual([]);
    const answer = await place(intentId);
    expect(answer).toEqual({
      outcome: 'placed',
      order: expect.stringMatching(/^\d{10}$/),
      orderNumber: expect.stringMatching(/^\d \d \d \d, \d \d \d \d, \d \d$/),
      total: '106 dollars and 9 cents',
    });
    const orderNumber = answer['orderNumber']?.replace(/\D/g, '');
    expect(await placedOrders()).toEqual([
      {
        pk: `ORDER#${orderNumber}`,
        orderNumber,
        customerId,
        placedAt: NOW.toISOString(),
        status: 'confirmed',
        version: 1,
        history: [],
        isReadBack: true,
        currency: 'USD',
        taxMinor: 809,
        taxBasisPoints: 825,
        intentId,
        intentOf: customerId,
        lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900, taxMinor: 809 }],
      },
    ]);
    expect(await stockOf('LAMP-01')).toBe(36);
    const history = (await everything('customers')).filter(({ orderNumber: of }) => of === orderNumber);
    expect(history).toHaveLength(1);
  });

  test('keeps the day on which all of it should be there, and none where nobody knows that', async () => {
    type Said = { readonly deliveryDays?: number };
    const day = async (ofLamp: Said, ofPaper: Said, pieces: number) => {
      await saveProduct(open.tables.orders, { ...lamp, ...ofLamp });
      await saveProduct(open.tables.orders, { ...paper, ...ofPaper });
      const { order } = await place(await confirmedId(`USD 0 LAMP-01*${pieces}*4900 PAPER-A4*1*2375`));
      return (await placedOrders()).find(({ orderNumber }) => orderNumber === order)?.['expectedOn'];
    };
    const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * MINUTE_MS).toISOString();
    expect(await day({ deliveryDays: 3 }, { deliveryDays: 12 }, 1)).toBe(inDays(12).slice(0, 10));
    expect(await day({ deliveryDays: 3 }, { deliveryDays: 0 }, 2)).toBe(inDays(3).slice(0, 10));
    expect(await day({ deliveryDays: 3 }, {}, 3)).toBeUndefined();
  });

  test('placed again and again, for hours, gets the first answer and is one order', async () => {
    const intentId = await confirmedId();
    const first = await place(intentId);
    for (const minutes of [1, 20, 300]) {
      stopClock(new Date(NOW.getTime() + minutes * MINUTE_MS));
      expect(await place(intentId)).toEqual(first);
    }
    expect(await placedOrders()).toHaveLength(1);
    expect(await stockOf('LAMP-01')).toBe(36);
  });

  /** Connect repeats an invocation that failed, up to three times: twenty at once may wait too long for this machine. */
  const asConnectDoes = async (intentId: string): Promise<Result> => {
    for (let retries = 3; ; retries -= 1) {
      const answer = await place(intentId).catch((error: unknown) => {
        if (retries === 0) throw error;
      });
      if (answer !== undefined) return answer;
    }
  };
  const twentyTimes = (intentId: string): Promise<readonly Result[]> =>
    Promise.all(Array.from({ length: 20 }, () => asConnectDoes(intentId)));

  test('placed by twenty invocations at once is one order', async () => {
    const intentId = await confirmedId();
    const answers = await twentyTimes(intentId);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.['outcome']).toBe('placed');
    expect(await placedOrders()).toHaveLength(1);
    expect(await stockOf('LAMP-01')).toBe(36);
  });

  test('confirmed by twenty lines at once is one intent', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm()));
    expect(new Set(answers.map(({ intentId }) => intentId)).size).toBe(1);
  });

  test('for the last piece is had by one of twenty customers, and the others hear so', async () => {
    await saveProduct(open.tables.orders, { ...lamp, inStock: 2 });
    const customers = Array.from({ length: 20 }, (_, index) => `c-${index}`);
    const intents = await Promise.all(
      customers.map((by) =>
        invoke('confirm-order', { customerId: by, basket: 'USD 809 LAMP-01*2*4900', onceMoreAfter: 'none' }),
      ),
    );
    const outcomes: string[] = [];
    for (const [index, by] of customers.entries())
      outcomes.push(`${(await place(intents[index]?.['intentId'], by))['outcome']}`);
    expect(outcomes.filter((outcome) => outcome === 'placed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'out-of-stock')).toHaveLength(19);
    expect(await stockOf('LAMP-01')).toBe(0);
  });

  test('whose product sells out is refused to all twenty lines that ask at once', async () => {
    const intentId = await confirmedId();
    await saveProduct(open.tables.orders, { ...lamp, inStock: 1 });
    const answers = await twentyTimes(intentId);
    expect(answers).toEqual(answers.map(() => ({ outcome: 'out-of-stock' })));
    expect(await placedOrders()).toEqual([]);
  });

  test('is found after a redial: the same intent, and no second order', async () => {
    const first = await confirmedId();
    stopClock(new Date(NOW.getTime() + 5 * MINUTE_MS));
    expect(await confirmedId()).toBe(first);
  });

  test('whose product sells out stays refused, whatever comes in later', async () => {
    const intentId = await confirmedId();
    await saveProduct(open.tables.orders, { ...lamp, inStock: 1 });
    expect(await place(intentId)).toEqual({ outcome: 'out-of-stock' });
    await saveProduct(open.tables.orders, lamp);
    expect(await place(intentId)).toEqual({ outcome: 'out-of-stock' });
    const next = await confirmedId();
    expect(next).not.toBe(intentId);
    expect(await place(next)).toMatchObject({ outcome: 'placed' });
    expect(await place(intentId)).toEqual({ outcome: 'unknown-intent' });
    expect(await placedOrders()).toHaveLength(1);
  });

  test('whose price changed is read back anew, however often it is asked for, and placed once confirmed', async () => {
    const intentId = await confirmedId();
    await saveProduct(open.tables.orders, { ...lamp, unitPriceMinor: 5_500 });
    const dearer = {
      outcome: 'price-changed',
      basket: 'USD 908 LAMP-01*2*5500',
      items: 'Desk lamp, 2 pieces',
      price: '110 dollars',
      tax: '9 dollars and 8 cents',
      total: '119 dollars and 8 cents',
    };
    expect(await place(intentId)).toEqual(dearer);
    expect(await place(intentId)).toEqual(dearer);
    expect(await placedOrders()).toEqual([]);
    expect(await place(await confirmedId(dearer.basket))).toMatchObject({ total: '119 dollars and 8 cents' });
  });

  test('of a product that is gone is out of stock', async () => {
    const intentId = await confirmedId();
    const { name } = open.tables.orders;
    await open.documents.send(new DeleteCommand({ TableName: name, Key: { pk: 'PRODUCT#LAMP-01' } }));
    expect(await place(intentId)).toEqual({ outcome: 'out-of-stock' });
  });

  test('is not placed any more after a quarter of an hour, but with our team', async () => {
    const intentId = await confirmedId();
    stopClock(new Date(NOW.getTime() + 15 * MINUTE_MS));
    expect(await place(intentId)).toEqual({ outcome: 'referred' });
    stopClock(new Date(NOW.getTime() + 14 * MINUTE_MS));
    expect(await place(intentId)).toEqual({ outcome: 'referred' });
    expect(await placedOrders()).toEqual([]);
  });

  test("is nobody else's, and one that was never confirmed is nobody's", async () => {
    const intentId = await confirmedId();
    expect(await place(intentId, 'c-1002')).toEqual({ outcome: 'unknown-intent' });
    expect(await place('1.LAMP-01*2')).toEqual({ outcome: 'unknown-intent' });
    expect(await placedOrders()).toEqual([]);
  });

  test('of several products takes all from stock, or none', async () => {
    const basket = 'USD 796 LAMP-01*1*4900 PAPER-A4*2*2375';
    const intentId = await confirmedId(basket);
    await saveProduct(open.tables.orders, { ...paper, inStock: 1 });
    expect(await place(intentId)).toEqual({ outcome: 'out-of-stock' });
    expect(await stockOf('LAMP-01')).toBe(38);
    await saveProduct(open.tables.orders, paper);
    expect(await place(await confirmedId(basket))).toMatchObject({ total: '104 dollars and 46 cents' });
    expect([await stockOf('LAMP-01'), await stockOf('PAPER-A4')]).toEqual([37, 408]);
  });
});

describe('the same order within minutes', () => {
  test('is asked about, and placed once more only by a second yes', async () => {
    const intentId = await confirmedId();
    const { orderNumber } = await place(intentId);
    stopClock(new Date(NOW.getTime() + 3 * MINUTE_MS));
    const again = {
      outcome: 'identical-recently',
      when: '3 minutes ago',
      orderNumber,
      basket: 'USD 809 LAMP-01*2*4900',
      previous: intentId,
    };
    expect(await confirm()).toEqual(again);
    expect(await placedOrders()).toHaveLength(1);
    const onceMore = await confirmedId(again.basket, intentId);
    expect(await confirmedId(again.basket, intentId)).toBe(onceMore);
    expect(await place(onceMore)).toMatchObject({ outcome: 'placed' });
    expect(await place(intentId)).toMatchObject({ outcome: 'placed', orderNumber });
    expect(await placedOrders()).toHaveLength(2);
    expect(await confirm(again.basket, intentId)).toMatchObject({
      outcome: 'identical-recently',
      previous: onceMore,
    });
  });
  test('is another order after half an hour', async () => {
    await place(await confirmedId());
    stopClock(new Date(NOW.getTime() + 30 * MINUTE_MS));
    await place(await confirmedId());
    expect(await placedOrders()).toHaveLength(2);
  });
  test('with another number of pieces is another order', async () => {
    await place(await confirmedId());
    expect(await place(await confirmedId('USD 404 LAMP-01*1*4900'))).toMatchObject({ outcome: 'placed' });
  });
});

describe('what is broken', () => {
  test('an intent that somebody changed by hand is a fault that names the attribute', async () => {
    const intentId = await confirmedId();
    const { name } = open.tables.orders;
    const set = async (attribute: string, value: unknown) =>
      open.documents.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk: `INTENT#${customerId}#LAMP-01*2` },
          UpdateExpression: 'SET #a = :v',
          ExpressionAttributeNames: { '#a': attribute },
          ExpressionAttributeValues: { ':v': value },
        }),
      );
    await set('basket', 'canary');
    await expect(place(intentId)).rejects.toThrow('does not hold basket as it should');
    await set('basket', 'USD 809 LAMP-01*2*4900');
    await set('status', 'placed');
    await expect(place(intentId)).rejects.toThrow('no order number');
  });
  test.each([
    ['confirm-order', { customerId, basket: 'USD 809 LAMP-01*2', onceMoreAfter: 'none' }, /parameter basket/],
    ['confirm-order', { customerId, basket: 'USD 809 LAMP-01*2*4900', onceMoreAfter: '' }, /onceMoreAfter/],
    ['place-order', { customerId, intentId: '5' }, /parameter intentId/],
    ['place-order', { customerId: '', intentId: '5.LAMP-01*2' }, /parameter customerId/],
  ])('%s given %j by a flow names the parameter', async (name, parameters, message) => {
    await expect(invoke(name, parameters)).rejects.toThrow(message);
  });
});

describe('who has ordered', () => {
  test('has it in writing once, in the transaction of the order, however often it is placed', async () => {
    const intentId = await confirmedId();
    const answers = await Promise.all([place(intentId), place(intentId), place(intentId)]);
    expect(await place(intentId)).toEqual(answers[0]);
    const [order] = await placedOrders();
    expect(await everything('messages')).toMatchObject([
      {
        messageId: `order-placed-${order?.['orderNumber']}`,
        state: 'due',
        customerId: order?.['customerId'],
        body: {
          kind: 'customer',
          news: 'order-placed',
          fields: {
            orderNumber: order?.['orderNumber'],
            items: expect.stringContaining('Desk lamp'),
            amountMinor: String(Number(order?.['lines'][0].quantity) * 4_900 + Number(order?.['taxMinor'])),
            currency: 'USD',
          },
        },
      },
    ]);
  });
  test('has nothing in writing of what was sold out meanwhile', async () => {
    const intentId = await confirmedId();
    await saveProduct(open.tables.orders, { ...lamp, inStock: 0 });
    expect(await place(intentId)).toMatchObject({ outcome: 'out-of-stock' });
    expect(await everything('messages')).toEqual([]);
  });
});

test('each function does on the tables what its contract says, and nothing else', async () => {
  const asks = async (contract: Contract, ...calls: readonly (() => Promise<unknown>)[]) => {
    asked = new Set();
    for (const call of calls) await call();
    expect([contract.name, [...asked].toSorted()]).toEqual([contract.name, promisedActions(contract)]);
  };
  await saveOrder(open.tables.orders, latest);
  await asks(findProduct, () => invoke('find-product', { productNumber: '2101' }));
  const today = NOW.toISOString().slice(0, 10);
  const promotion = { unitPriceMinor: 3_950, from: today, till: today };
  await saveProduct(open.tables.orders, { ...lamp, promotion });
  await asks(findOffers, () => invoke('find-offers', {}));
  await saveProduct(open.tables.orders, lamp);
  await asks(quoteOrder, () => quote('again', 'as-before'));
  await asks(confirmOrder, () => confirm());
  const intentId = await confirmedId();
  await asks(placeOrder, () => place(intentId));
});
