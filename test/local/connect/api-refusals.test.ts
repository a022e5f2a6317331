/** What the local Connect does not have or cannot read is refused in the shape of AWS, by name. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ServedApi, serveApi } from './served-api.ts';

let api: ServedApi;
let InstanceId: string;

beforeAll(async () => {
  api = await serveApi();
  InstanceId = api.state.instance?.id ?? '';
});
afterAll(() => api.close());

test.each([
  ['DeleteQueue (DELETE /queues/', () => api.client.deleteQueue({ InstanceId, QueueId: 'x' })],
  [
    'CreateQueue (PUT /queues/',
    () => api.client.createQueue({ InstanceId, Name: 'x', HoursOfOperationId: 'y' }),
  ],
])('%s is named', async (name, call) => {
  await expect(call()).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringContaining(name),
  });
});

const raw = (method: string, path: string, body?: string) =>
  fetch(`${api.url}${path}`, {
    method,
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=KEY/20261123/us-east-1/connect/aws4_request, SignedHeaders=host, Signature=0',
    },
    ...(body === undefined ? {} : { body }),
  }).then(
    async (response) =>
      [response.status, response.headers.get('x-amzn-errortype'), await response.text()] as const,
  );

test.each([
  ['a path of nobody', 'GET', '/telegrams', undefined, 404, 'UnknownOperationException'],
  ['a broken percent sign', 'GET', '/instance/%zz', undefined, 400, 'InvalidRequestException'],
  ['a body that is no JSON', 'POST', '/phone-number/list', '{', 400, 'InvalidRequestException'],
  ['a body that is a list', 'POST', '/phone-number/list', '[]', 400, 'InvalidRequestException'],
  ['a missing member', 'POST', '/contact/attributes', '{}', 400, 'InvalidRequestException'],
  [
    'attributes that are no text',
    'POST',
    '/contact/attributes',
    '{"InstanceId":"a","InitialContactId":"b","Attributes":{"a":1}}',
    400,
    'InvalidRequestException',
  ],
  ['an empty label', 'GET', '/queues-summary/', undefined, 404, 'UnknownOperationException'],
])('%s is refused in the shape of AWS', async (_, method, path, body, status, type) => {
  const [gotStatus, gotType, text] = await raw(method, path, body);
  expect([gotStatus, gotType]).toEqual([status, type]);
  expect(JSON.parse(text)).toHaveProperty('message');
});
