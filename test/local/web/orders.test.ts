/** What the agents' page asks and shows of orders. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOrders, sumText } from '../../../local/web/pages/agent/orders/order-data.ts';

const order = {
  orderNumber: '1003',
  placedAt: '2026-11-22T06:00:00.000Z',
  status: 'confirmed',
  currency: 'USD',
  totalMinor: 10_609,
};

describe('the orders of a contact', () => {
  let server: Server;
  let path: string;
  const asked: string[] = [];
  /** By path: the status and body of an answer. */
  const answers = new Map<string, readonly [number, object]>();
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      const [status, body] = answers.get(`${request.url}`) ?? [404, { detail: 'There is nothing.' }];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    path = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
  });
  afterAll(() => new Promise((done) => server.close(done)));
  const read = (contactId: string) => readOrders({ path, token: 'of-sam', lastsMs: 60_000 }, contactId);
  const contacts = [
    { contactId: 'of-imani', customerId: 'c-1001' },
    { contactId: 'of-nobody' },
    { contactId: 'of-tomas', customerId: 'c-1002' },
  ];

  test('are those of whom it is with, asked for with the token of the agent', async () => {
    answers.set('/contacts', [200, { contacts }]);
    answers.set('/customers/c-1001/orders', [200, { items: [{ ...order, more: 'than is shown' }] }]);
    expect(await read('of-imani')).toEqual({ kind: 'answered', value: [order] });
    expect(asked.splice(0)).toEqual(['/contacts Bearer of-sam', '/customers/c-1001/orders Bearer of-sam']);
  });
  test('are asked for of nobody while nobody knows who it is, or whose contact it is', async () => {
    answers.set('/contacts', [200, { contacts }]);
    for (const contactId of ['of-nobody', 'of-somebody-else'])
      expect(await read(contactId)).toEqual({ kind: 'answered', value: undefined });
    expect(asked.splice(0)).toEqual(Array(2).fill('/contacts Bearer of-sam'));
  });
  test('that the agent may not see are refused in the words of the API', async () => {
    answers.set('/contacts', [200, { contacts }]);
    answers.set('/customers/c-1002/orders', [403, { detail: 'You have no contact with this customer.' }]);
    expect(await read('of-tomas')).toEqual({
      kind: 'refused',
      sentence: 'You have no contact with this customer.',
    });
    answers.set('/contacts', [401, { message: 'Unauthorized' }]);
    expect(await read('of-tomas')).toEqual({ kind: 'refused', sentence: 'Unauthorized' });
  });
});

test.each([
  [0, '0.00 USD'],
  [5, '0.05 USD'],
  [10_609, '106.09 USD'],
])('a total of %d hundredths is %s', (totalMinor, text) => {
  expect(sumText({ totalMinor, currency: 'USD' })).toBe(text);
});
