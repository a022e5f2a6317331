/** The functions that change orders by phone: whatever is passed to them, they answer or say what is wrong. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeText, readChange, readVersion } from '../../lambdas/domain/change-intent.ts';
import { mergeInto } from '../../lambdas/tables/customer-merging.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { type NewOrder, saveOrder } from '../../lambdas/tables/orders.ts';
import { saveProduct } from '../../lambdas/tables/saved-products.ts';
import { captureLog, context, environment, flowEvent, stopClock } from './flow-event.ts';
import { serveOurTables } from './tables/served-tables.ts';

const open = await serveOurTables();
const { orders, customers } = open.tables;
Object.assign(process.env, environment, {
  TABLE_ORDERS: orders.name,
  TABLE_CUSTOMERS: customers.name,
  AWS_ENDPOINT_URL: open.served.endpoint,
});
const handlers = {
  'lookup-changes': (await import('../../lambdas/lookup-changes/handler.ts')).handler,
  'quote-change': (await import('../../lambdas/quote-change/handler.ts')).handler,
  'change-order': (await import('../../lambdas/change-order/handler.ts')).handler,
  'quote-part': (await import('../../lambdas/quote-part/handler.ts')).handler,
  'send-part': (await import('../../lambdas/send-part/handler.ts')).handler,
  'quote-payment': (await import('../../lambdas/quote-payment/handler.ts')).handler,
};
const bought: NewOrder = {
  orderNumber: '1001',
  customerId: 'c-1001',
  placedAt: '2026-11-20T10:00:00.000Z',
  status: 'confirmed',
  currency: 'USD',
  lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
};
let log = captureLog();
beforeEach(async () => {
  log = captureLog();
  stopClock();
  await saveProduct(orders, {
    sku: 'LAMP-01',
    productNumber: '2101',
    name: 'Desk lamp',
    names: { el: 'Φωτιστικό γραφείου' },
    currency: 'USD',
    unitPriceMinor: 4_900,
    inStock: 10,
    warrantyMonths: 24,
  });
  await saveOrder(orders, bought);
});
afterEach(() => log.release());
afterAll(async () => {
  delete process.env['AWS_ENDPOINT_URL'];
  await open.served.close();
});

const ask = (name: keyof typeof handlers, parameters: Readonly<Record<string, string>>, language?: string) =>
  handlers[name](
    flowEvent({ customerId: 'c-1001', orderNumber: '1001', ...parameters }, { language }),
    context,
  );

test('a change as text is read as what it was, and nothing else is one', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constantFrom('cancel', 'return', 'withdraw', 'exchange') }),
    fc.record({
      kind: fc.constant('quantity'),
      line: fc.integer({ min: 1, max: 90 }),
      quantity: fc.nat(999),
    }),
  );
  fc.assert(fc.property(change, (one) => expect(readChange(changeText(one))).toEqual(one)));
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readChange(text);
      expect(read === undefined ? text : changeText(read)).toBe(text);
      expect(String(readVersion(text) ?? text)).toBe(text);
    }),
  );
});

test('whoever changes an order hears its products in their language', async () => {
  for (const [language, name] of [
    ['el', 'Φωτιστικό γραφείου'],
    ['ro', 'Desk lamp'],
  ] as const) {
    expect(await ask('lookup-changes', {}, language)).toMatchObject({
      items: expect.stringMatching(new RegExp(`^${name}, `)),
      lines: expect.stringMatching(new RegExp(`^1, ${name}, `)),
    });
    expect(await ask('quote-change', { line: '1', quantity: '5' }, language)).toMatchObject({
      items: expect.stringMatching(new RegExp(`^${name}, `)),
    });
    expect(await ask('quote-change', { line: '1', quantity: '90' }, language)).toMatchObject({
      outcome: 'out-of-stock',
      productName: name,
    });
  }
});

test('whoever asks for a spare part hears it and its product in their language', async () => {
  const { status: _confirmed, ...order } = bought;
  await saveOrder(orders, { ...order, orderNumber: '1002', status: 'delivered', deliveredOn: '2026-11-21' });
  const part = { sku: 'LAMP-01-ARM', productNumber: '2901', currency: 'USD', unitPriceMinor: 1_250 };
  await saveProduct(orders, {
    ...part,
    name: 'Arm of the desk lamp',
    names: { el: 'Βραχίονας του φωτιστικού', hu: 'A lámpa karja' },
    inStock: 3,
    partOf: ['LAMP-01'],
  });
  const quoted = (language: string) =>
    ask('quote-part', { orderNumber: '1002', partNumber: '2901' }, language);
  expect(await quoted('el')).toMatchObject({
    outcome: 'covered',
    partName: 'Βραχίονας του φωτιστικού',
    productName: 'Φωτιστικό γραφείου',
  });
  expect(await quoted('hu')).toMatchObject({ partName: 'A lámpa karja', productName: 'Desk lamp' });
  expect(await quoted('en')).toMatchObject({ partName: 'Arm of the desk lamp', productName: 'Desk lamp' });
});

test("somebody else's order cannot be seen, quoted or changed", async () => {
  const theirs = { customerId: 'c-1002' };
  expect(await ask('lookup-changes', theirs)).toEqual({ outcome: 'unknown-order' });
  expect(await ask('quote-change', { ...theirs, line: '1', quantity: '1' })).toEqual({ outcome: 'not-now' });
  expect(await ask('change-order', { ...theirs, version: '1', change: 'cancel' })).toEqual({
    outcome: 'changed-meanwhile',
  });
});

describe('a caller who is made one with another customer on the line', () => {
  const noteOfMerge = { by: 'agent/sam', why: 'one person', at: '2026-11-22T05:00:00.000Z' };
  let merged = 0;
  /** The id that the call goes on with, and the one under which the customer is kept now. */
  const mergedNow = async (): Promise<{ callers: string; keptUnder: string }> => {
    merged += 1;
    const [callers, keptUnder] = [`c-line-${merged}`, `c-desk-${merged}`];
    for (const customerId of [callers, keptUnder])
      await saveCustomer(customers, { customerId, name: 'Ida Berg', phoneNumbers: [] });
    const elsewhere = { orders, appointments: open.tables.appointments, rows: [] };
    const merge = { into: keptUnder, from: callers, note: noteOfMerge };
    const { signal } = new AbortController();
    expect(await mergeInto(customers, elsewhere, merge, () => true, signal)).toMatchObject({
      outcome: 'merged',
    });
    return { callers, keptUnder };
  };
  test.each(['moved', 'left behind for a moment'])(
    'hears of an order that is %s, and changes and pays it',
    async (where) => {
      const { callers, keptUnder } = await mergedNow();
      const [owner, customerId] = where === 'moved' ? [keptUnder, callers] : [callers, keptUnder];
      await saveOrder(orders, { ...bought, customerId: owner });
      expect(await ask('lookup-changes', { customerId })).toMatchObject({ outcome: 'open' });
      expect(await ask('quote-change', { customerId, line: '1', quantity: '1' })).toMatchObject({
        outcome: 'quoted',
      });
      expect(await ask('quote-payment', { customerId })).toMatchObject({ outcome: 'due' });
      expect(await ask('change-order', { customerId, version: '1', change: 'cancel' })).toMatchObject({
        outcome: 'cancelled',
      });
    },
  );
  test('has a spare part sent', async () => {
    const { callers, keptUnder } = await mergedNow();
    const { status: _confirmed, ...order } = bought;
    const delivered = { status: 'delivered', deliveredOn: '2026-11-21', customerId: keptUnder } as const;
    await saveOrder(orders, { ...order, orderNumber: '1003', ...delivered });
    await saveProduct(orders, {
      sku: 'LAMP-01-ARM',
      productNumber: '2901',
      name: 'Arm of the desk lamp',
      currency: 'USD',
      unitPriceMinor: 1_250,
      inStock: 3,
      partOf: ['LAMP-01'],
    });
    const theirs = { customerId: callers, orderNumber: '1003' };
    expect(await ask('quote-part', { ...theirs, partNumber: '2901' })).toMatchObject({ outcome: 'covered' });
    expect(await ask('send-part', { ...theirs, part: 'LAMP-01-ARM' })).toMatchObject({ outcome: 'sent' });
  });
  test('is nobody to whom a third customer’s order is told', async () => {
    const { callers } = await mergedNow();
    await saveOrder(orders, bought);
    expect(await ask('lookup-changes', { customerId: callers })).toEqual({ outcome: 'unknown-order' });
    expect(await ask('quote-payment', { customerId: callers })).toEqual({ outcome: 'unknown-order' });
    expect(await ask('change-order', { customerId: callers, version: '1', change: 'cancel' })).toEqual({
      outcome: 'changed-meanwhile',
    });
  });
});

test('ten invocations of one confirmation at once all answer as the one that did it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => ask('change-order', { version: '1', change: 'cancel' })),
  );
  for (const answer of answers) expect(answer).toEqual({ outcome: 'cancelled', orderNumber: '1 0 0 1' });
});

describe('whatever is keyed or passed', () => {
  test('a quote has an outcome of its contract', async () => {
    const keyed = fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('Timeout', '1', '*', '#'));
    await fc.assert(
      fc.asyncProperty(keyed, keyed, keyed, async (orderNumber, line, quantity) => {
        await ask('quote-change', { line, quantity });
        const answer = await ask('quote-change', { orderNumber, line: '1', quantity });
        if (orderNumber !== '1001') expect(answer.outcome).toBe('not-now');
        await ask('lookup-changes', { orderNumber });
      }),
      { numRuns: 25 },
    );
  });
  test('a change is one that was read back, or a fault that names the parameter and no value', async () => {
    for (const wrong of [
      { change: 'refund' },
      { version: '0' },
      { version: '100' },
      { change: 'quantity.0.1' },
    ]) {
      const called = ask('change-order', { version: '1', change: 'cancel', ...wrong });
      await expect(called).rejects.toThrow(/the parameter (change|version) of change-order/);
    }
  });
});
