import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { ConnectClient, ListQueuesCommand } from '@aws-sdk/client-connect';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AccessKeys } from '../../../local/endpoint/access-keys.ts';
import { type Endpoint, startEndpoint } from '../../../local/endpoint/endpoint.ts';
import { deniedResponse } from '../../../local/endpoint/error-response.ts';
import type { AwsRequest, AwsService, Principal } from '../../../local/endpoint/service.ts';
import { localFunctions, returned } from '../lambda/local-functions.ts';

const refusal =
  'User: arn:aws:sts::123456789012:assumed-role/r/f is not authorized to perform: dynamodb:ListTables';
const seen: AwsRequest[] = [];
const faults: string[] = [];
const accessKeys = new AccessKeys('123456789012');
const robot: Principal = {
  arn: 'arn:aws:sts::123456789012:assumed-role/r/f',
  decide: () => ({ allowed: false, message: refusal }),
};
const robotKey = accessKeys.issue(robot);

const dynamodb: AwsService = {
  signingName: 'dynamodb',
  handle(request) {
    seen.push(request);
    const decision = request.principal.decide('dynamodb:ListTables', '*');
    if (!decision.allowed) return deniedResponse('json-1.0', decision.message);
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: '{"TableNames":["orders"]}',
    };
  },
};
const connectService: AwsService = {
  signingName: 'connect',
  handle: ({ principal }) => {
    if (principal === robot) return deniedResponse('rest-json', refusal);
    throw new Error('out of order');
  },
};

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint({
    accessKeys,
    services: [dynamodb, connectService],
    maxBodyBytes: 1_000,
    onFault: (fault, { service }) => faults.push(`${service}: ${fault.message}`),
  });
});
afterAll(() => endpoint.close());

const signed = (service: string, key = 'AKIDEXAMPLE') =>
  `AWS4-HMAC-SHA256 Credential=${key}/20261122/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

async function call(options: {
  headers?: Record<string, string>;
  body?: string;
  path?: string;
  method?: string;
}) {
  return await new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const outgoing = httpRequest(
        {
          host: '127.0.0.1',
          port: endpoint.port,
          method: options.method ?? 'POST',
          path: options.path ?? '/',
          headers: options.headers,
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            body += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: { ...response.headers }, body }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(options.body);
    },
  );
}

describe('the real AWS SDK', () => {
  const config = (key: { accessKeyId: string; secretAccessKey: string }) => ({
    endpoint: endpoint.url,
    region: 'us-east-1',
    credentials: key,
    maxAttempts: 1,
  });
  const person = { accessKeyId: 'anything', secretAccessKey: 'at all' };

  test('is answered by the service that it signs for, as the person at the machine', async () => {
    const answer = await new DynamoDBClient(config(person)).send(new ListTablesCommand({}));
    expect(answer.TableNames).toEqual(['orders']);
    expect(seen.at(-1)).toMatchObject({
      method: 'POST',
      path: '/',
      principal: { arn: 'arn:aws:iam::123456789012:user/local' },
    });
  });
  test('reads a refusal of either protocol', async () => {
    const denied = { name: 'AccessDeniedException', message: refusal };
    await expect(new DynamoDBClient(config(robotKey)).send(new ListTablesCommand({}))).rejects.toMatchObject(
      denied,
    );
    await expect(
      new ConnectClient(config(robotKey)).send(new ListQueuesCommand({ InstanceId: '1' })),
    ).rejects.toMatchObject({ ...denied, $metadata: { httpStatusCode: 403 } });
  });
  test('gets an error 500 when the service breaks, and the fault is reported', async () => {
    await expect(
      new ConnectClient(config(person)).send(new ListQueuesCommand({ InstanceId: '1' })),
    ).rejects.toMatchObject({ name: 'InternalServerError', $metadata: { httpStatusCode: 500 } });
    expect(faults).toContain('connect: out of order');
  });
});

describe('a request that is refused', () => {
  const json = (body: string) => Object(JSON.parse(body));
  test('for a service that is not simulated names it, as JSON or XML', async () => {
    const kinesis = await call({ headers: { authorization: signed('kinesis') } });
    expect(kinesis.status).toBe(501);
    expect(json(kinesis.body).message).toBe(
      "the local cloud does not simulate the service 'kinesis' (simulated: dynamodb, connect)",
    );
    const s3 = await call({ headers: { authorization: signed('s3') } });
    expect(s3.headers['content-type']).toBe('text/xml');
    expect(s3.body).toContain('<Code>NotImplemented</Code><Message>the local cloud does not simulate');
  });
  test('unsigned', async () => {
    const answer = await call({});
    expect([answer.status, json(answer.body).message]).toEqual([403, 'Missing Authentication Token']);
  });
  test('with a malformed signature', async () => {
    const answer = await call({ headers: { authorization: 'AWS4-HMAC-SHA256 x' } });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([
      400,
      'IncompleteSignatureException',
    ]);
  });
  test('with a path that cannot be decoded, without a fault of ours', async () => {
    const before = faults.length;
    const answer = await call({ headers: { authorization: signed('connect') }, path: '/queues/%E0%A4%A' });
    expect([answer.status, answer.headers['x-amzn-errortype'], json(answer.body).message]).toEqual([
      400,
      'InvalidRequestException',
      'The path /queues/%E0%A4%A is not percent-encoded properly.',
    ]);
    expect(faults.length).toBe(before);
  });
  test('with a body over the limit', async () => {
    const answer = await call({ headers: { authorization: signed('dynamodb') }, body: 'x'.repeat(1_001) });
    expect(answer.status).toBe(413);
    expect(
      (await call({ headers: { authorization: signed('dynamodb') }, body: 'x'.repeat(1_000) })).status,
    ).toBe(200);
  });
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'localhost@evil.example',
  ]) {
    test(`with the host header '${host}'`, async () => {
      const answer = await call({ headers: { host, authorization: signed('dynamodb') } });
      expect(answer.status).toBe(403);
      expect(json(answer.body).message).toContain('localhost only');
    });
  }
  for (const host of ['localhost', 'LOCALHOST:80', '127.0.0.1:4566', '[::1]:1']) {
    test(`but not with the host header '${host}'`, async () => {
      expect((await call({ headers: { host, authorization: signed('dynamodb') } })).status).toBe(200);
    });
  }
});

test('paths and queries reach the service as they were sent', async () => {
  const path = '/contact/attributes/arn%3Aaws%2F1?maxResults=5&nextToken=a%2Bb';
  await call({
    method: 'GET',
    path,
    headers: { authorization: signed('dynamodb'), 'x-amz-target': 'T' },
    body: '',
  });
  const request = seen.at(-1);
  expect(request?.path).toBe('/contact/attributes/arn%3Aaws%2F1');
  expect(request?.query.get('nextToken')).toBe('a+b');
  expect(request?.headers['x-amz-target']).toBe('T');
});

test('whatever the authorization header and the path are, the endpoint answers', async () => {
  const visible = fc.stringMatching(/^[\x21-\x7e]{1,60}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        visible,
        visible.map((text) => `AWS4-HMAC-SHA256 Credential=${text}`),
      ),
      visible,
      async (authorization, path) => {
        const answer = await call({ headers: { authorization }, path: `/${path}` });
        expect([200, 400, 403, 501]).toContain(answer.status);
      },
    ),
    { numRuns: 100 },
  );
});

test('bytes that are no HTTP get a 400 and do no harm', async () => {
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(endpoint.port, '127.0.0.1', () => socket.write('\x16\x03\x01 hello\r\n\r\n'));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
  expect((await call({ headers: { authorization: signed('dynamodb') } })).status).toBe(200);
});

describe('response URLs', () => {
  test('take one PUT', async () => {
    const opened = endpoint.responseUrls.open();
    expect((await fetch(opened.url)).status).toBe(403);
    expect((await fetch(opened.url, { method: 'PUT', body: 'done' })).status).toBe(200);
    expect(await opened.answer).toBe('done');
    expect((await fetch(opened.url, { method: 'PUT', body: 'again' })).status).toBe(403);
  });
  test('are gone once closed', async () => {
    const opened = endpoint.responseUrls.open();
    opened.close();
    expect((await fetch(opened.url, { method: 'PUT', body: 'late' })).status).toBe(403);
  });
});

test('a port in use is one sentence', async () => {
  await expect(startEndpoint({ accessKeys, port: endpoint.port })).rejects.toThrow(
    `port ${endpoint.port} is in use`,
  );
});

test('a function calls AWS as its own role', async () => {
  const own = await startEndpoint({ accessKeys });
  const local = localFunctions(own.url);
  const guarded = await startEndpoint({
    accessKeys: local.accessKeys,
    services: [
      {
        signingName: 'dynamodb',
        handle: ({ principal }) => {
          const decision = principal.decide(
            'dynamodb:GetItem',
            'arn:aws:dynamodb:us-east-1:123456789012:table/orders',
          );
          return decision.allowed
            ? { status: 200, headers: {}, body: '{}' }
            : deniedResponse('json-1.0', decision.message);
        },
      },
    ],
  });
  const pointed = localFunctions(guarded.url);
  const arn = await pointed.add('calls-aws');
  const principal = pointed.runtime.principal(arn);
  expect(principal).toBeDefined();
  if (principal !== undefined) local.accessKeys.issue(principal);
  const answer = Object(returned(await pointed.invoke(arn, {})));
  expect(answer.status).toBe(400);
  expect(answer.body.message).toBe(
    `User: ${principal?.arn} is not authorized to perform: dynamodb:GetItem on resource: ` +
      'arn:aws:dynamodb:us-east-1:123456789012:table/orders because no identity-based policy allows the dynamodb:GetItem action',
  );
  await Promise.all([pointed.runtime.close(), own.close(), guarded.close()]);
});
