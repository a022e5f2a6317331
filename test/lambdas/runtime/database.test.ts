import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lookupCustomer } from '../../../lambdas/lookup-customer/contract.ts';
import { openDatabase } from '../../../lambdas/runtime/database.ts';
import { getItem } from '../../../lambdas/tables/requests.ts';
import { environment } from '../flow-event.ts';

let requests = 0;
let answers = false;
let server: Server;
beforeAll(async () => {
  Object.assign(process.env, environment);
  server = createServer((_request, response) => {
    requests += 1;
    if (answers) response.end('{"Item":{"customerId":{"S":"c-1001"}}}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  delete process.env['AWS_ENDPOINT_URL'];
  server.closeAllConnections();
  server.close();
});

const name = 'the-customers';
const request = { Key: { pk: 'PHONE#+12025550111', sk: 'PHONE' } };

test('a table that does not answer is asked twice, each time no longer than the contract says', async () => {
  const client = openDatabase({ ...lookupCustomer, attemptTimeoutMs: 300 });
  await expect(getItem({ client, name }, request)).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(requests).toBe(2);
});

test('once the handler has given up, no further request is sent', async () => {
  requests = 0;
  const customers = { client: openDatabase(lookupCustomer), name };
  const giveUp = new AbortController();
  giveUp.abort();
  await expect(getItem(customers, request, giveUp.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(requests).toBe(0);
});

test('connections are kept from one request to the next', async () => {
  answers = true;
  const opened: unknown[] = [];
  server.on('connection', (socket) => opened.push(socket));
  const customers = { client: openDatabase(lookupCustomer), name };
  for (let count = 0; count < 3; count += 1) await getItem(customers, request);
  expect(opened).toHaveLength(1);
});
