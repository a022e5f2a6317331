/** A payment is started once for a caller, who hears so however often Connect calls for it. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PAY_INTENT } from '../../lambdas/domain/payment-intent.ts';
import { mergeInto } from '../../lambdas/tables/customer-merging.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { type NewOrder, saveOrder } from '../../lambdas/tables/orders.ts';
import { readPayment } from '../../lambdas/tables/payments.ts';
import { mockedClient } from '../kit/mocked-client.ts';
import { CONTACT_ID, captureLog, context, environment, flowEvent, NOW } from './flow-event.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

const { signal } = new AbortController();
const bought: NewOrder = {
  orderNumber: '1001',
  customerId: 'c-1001',
  placedAt: '2026-11-01T10:00:00.000Z',
  status: 'confirmed',
  currency: 'USD',
  lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
};
const lambda = mockedClient(LambdaClient);
let open: ServedTables;
let invoke: (contactId: string, other?: Readonly<Record<string, string>>) => Promise<string>;
let refund: (parameters: Readonly<Record<string, string>>) => Promise<string>;
let log = captureLog();

beforeAll(async () => {
  open = await serveOurTables();
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: open.served.endpoint,
    TABLE_ORDERS: open.tables.orders.name,
    TABLE_CUSTOMERS: open.tables.customers.name,
    BACKGROUND_FUNCTION_ARN: 'arn:aws:lambda:us-east-1:123456789012:function:take-payment',
  });
  const { handler } = await import('../../lambdas/start-payment/handler.ts');
  const keyed = { card: 'a', expiry: 'b', securityCode: 'c' };
  const wish = { customerId: 'c-1001', orderNumber: '1001', amountMinor: '9800', attempt: '1', ...keyed };
  invoke = async (contactId, other = {}) =>
    (await handler(flowEvent({ ...wish, ...other }, { contactId }), context)).outcome;
  const startRefund = (await import('../../lambdas/start-refund/handler.ts')).handler;
  refund = async (parameters) => (await startRefund(flowEvent(parameters), context)).outcome;
});
afterAll(() => open.served.close());
beforeEach(async () => {
  log = captureLog();
  lambda.reset().on(InvokeCommand).resolves({ StatusCode: 202 });
  await saveOrder(open.tables.orders, bought);
});
afterEach(() => log.release());

test('invocations of one call at the same moment have started one payment, and none says that the order has changed', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => invoke(CONTACT_ID)));
  expect(answers).toEqual(answers.map(() => 'started'));
  expect((await readPayment(open.tables.orders, '1001', signal))?.attempts).toHaveLength(1);
});

test('another line with the same wish hears that something has changed, and starts nothing', async () => {
  expect(await invoke('another-line')).toBe('changed-meanwhile');
  expect(lambda.commandCalls(InvokeCommand)).toHaveLength(0);
});

test('a caller who is made one with another customer on the line pays and is paid back all the same', async () => {
  const { orders, customers, appointments } = open.tables;
  for (const customerId of ['c-1001', 'c-1009'])
    await saveCustomer(customers, { customerId, name: 'Ida Berg', phoneNumbers: [] });
  const merge = {
    into: 'c-1009',
    from: 'c-1001',
    note: { by: 'agent/sam', why: 'one', at: NOW.toISOString() },
  };
  await mergeInto(customers, { orders, appointments, rows: [] }, merge, () => true, signal);
  await saveOrder(orders, { ...bought, orderNumber: '1002', customerId: 'c-1009' });
  const started = async (customerId: string) => await invoke(CONTACT_ID, { customerId, orderNumber: '1002' });
  expect(await started('c-1002')).toBe('changed-meanwhile');
  expect(await started('c-1001')).toBe('started');
  await saveOrder(orders, {
    ...bought,
    orderNumber: '1003',
    customerId: 'c-1009',
    status: 'cancelled',
    version: 2,
    paidMinor: 9_800,
    history: [
      {
        version: 2,
        event: 'pay',
        from: 'confirmed',
        to: 'paid',
        at: NOW.toISOString(),
        role: 'system',
        who: 'take-payment',
        why: 'by card',
        intent: `${PAY_INTENT}1`,
      },
    ],
  });
  expect(await refund({ customerId: 'c-1002', orderNumber: '1003' })).toBe('not-by-card');
  expect(await refund({ customerId: 'c-1001', orderNumber: '1003' })).toBe('started');
});
