import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { setPin } from '../../../lambdas/tables/customer-pins.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import { captureLog, environment, flowEvent, stopClock } from '../flow-event.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

/** Twelve functions share one process here, which Lambda never does: the hashing may take its turn. */
const patientContext = { getRemainingTimeInMillis: () => 20_000 };

let open: ServedTables;
let verify: (pin: string, customerId?: string) => Promise<unknown>;
let log = captureLog();
beforeAll(async () => {
  open = await serveOurTables();
  const { customers } = open.tables;
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: open.served.endpoint,
    TABLE_CUSTOMERS: customers.name,
  });
  const { handler } = await import('../../../lambdas/verify-caller/handler.ts');
  verify = (pin, customerId = 'c-1001') => handler(flowEvent({ customerId, pin }), patientContext);
  stopClock();
  await saveCustomer(customers, {
    customerId: 'c-1001',
    name: 'Imani Whitlock',
    phoneNumbers: ['+12025550111'],
  });
  await setPin(customers, 'c-1001', '4711', new Date());
});
afterEach(() => {
  log.release();
  log = captureLog();
});
afterAll(async () => {
  log.release();
  delete process.env['AWS_ENDPOINT_URL'];
  await open.served.close();
});

test('the right PIN is right as often as it is given, one call after another', async () => {
  for (let call = 0; call < 6; call += 1) expect(await verify('4711')).toEqual({ outcome: 'verified' });
});

test('a PIN that is guessed from many lines at once is compared five times, and the account is locked', async () => {
  const guesses = Array.from({ length: 12 }, (_, guess) => verify(String(5000 + guess)));
  // On a busy machine a request may time out: that guess is a fault, and was counted all the same.
  const answers = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'fulfilled');
  for (const answer of answers) expect(answer).toMatchObject({ value: { outcome: 'refused' } });
  const { customers } = open.tables;
  const Key = { pk: 'CUSTOMER#c-1001', sk: 'ATTEMPTS#2026-11-22' };
  const { Item } = await open.documents.send(new GetCommand({ TableName: customers.name, Key }));
  expect(Item?.['failures']).toBe(5);
  expect(await verify('4711')).toEqual({ outcome: 'refused' });
  expect(await verify('4711', 'unknown')).toEqual({ outcome: 'refused' });
});

test('an account that was locked opens with a new PIN', async () => {
  await setPin(open.tables.customers, 'c-1001', '860413', new Date());
  expect(await verify('860413')).toEqual({ outcome: 'verified' });
  expect(await verify('4711')).toEqual({ outcome: 'refused' });
});
