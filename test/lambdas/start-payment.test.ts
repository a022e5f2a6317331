/** A payment is started once for a caller, who hears so however often Connect calls for it. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { saveOrder } from '../../lambdas/tables/orders.ts';
import { readPayment } from '../../lambdas/tables/payments.ts';
import { mockedClient } from '../kit/mocked-client.ts';
import { CONTACT_ID, captureLog, context, environment, flowEvent } from './flow-event.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

const { signal } = new AbortController();
const lambda = mockedClient(LambdaClient);
let open: ServedTables;
let invoke: (contactId: string) => Promise<string>;
let log = captureLog();

beforeAll(async () => {
  open = await serveOurTables();
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: open.served.endpoint,
    TABLE_ORDERS: open.tables.orders.name,
    BACKGROUND_FUNCTION_ARN: 'arn:aws:lambda:us-east-1:123456789012:function:take-payment',
  });
  const { handler } = await import('../../lambdas/start-payment/handler.ts');
  const keyed = { card: 'a', expiry: 'b', securityCode: 'c' };
  const wish = { customerId: 'c-1001', orderNumber: '1001', amountMinor: '9800', attempt: '1', ...keyed };
  invoke = async (contactId) => (await handler(flowEvent(wish, { contactId }), context)).outcome;
});
afterAll(() => open.served.close());
beforeEach(async () => {
  log = captureLog();
  lambda.reset().on(InvokeCommand).resolves({ StatusCode: 202 });
  await saveOrder(open.tables.orders, {
    orderNumber: '1001',
    customerId: 'c-1001',
    placedAt: '2026-11-01T10:00:00.000Z',
    status: 'confirmed',
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
  });
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
