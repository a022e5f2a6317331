/** The local API Gateway: routes, throttling, payloads and tokens, each as the service does it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { authorise } from '../../local/apigateway/authorizer.ts';
import { corsHeaders, preflight } from '../../local/apigateway/cors.ts';
import { HttpApis } from '../../local/apigateway/http-apis.ts';
import { answerOf, eventOf, type HttpRequest } from '../../local/apigateway/payload.ts';
import { compileRoute, findRoute } from '../../local/apigateway/route.ts';
import { TokenBucket } from '../../local/apigateway/throttle.ts';
import { UserPools } from '../../local/cognito/user-pools.ts';
import { isFull } from '../calls/counts.ts';

const numRuns = isFull ? 10_000 : 200;
const nowMs = Date.parse('2026-11-22T12:00:00Z');
const route = (routeKey: string) =>
  compileRoute({ routeKey, integrationId: 'i', authorizerId: undefined, scopes: [] });
const request = (given: Partial<HttpRequest>): HttpRequest => ({
  method: 'GET',
  path: '/api/things',
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  ...given,
});

describe('a route', () => {
  const routes = [
    '$default',
    'ANY /{rest+}',
    'GET /things/{id}',
    'ANY /things/{id}',
    'GET /things/new',
    'GET /things/{id}/parts/{part}',
    'GET /things/{all+}',
  ].map(route);
  test.each([
    ['GET', 'things/new', 'GET /things/new', {}],
    ['GET', 'things/7', 'GET /things/{id}', { id: '7' }],
    ['PUT', 'things/7', 'ANY /things/{id}', { id: '7' }],
    ['GET', 'things/a%20b/parts/%2B1', 'GET /things/{id}/parts/{part}', { id: 'a b', part: '+1' }],
    ['GET', 'things/7/else/where', 'GET /things/{all+}', { all: '7/else/where' }],
    ['POST', 'things/7/else', 'ANY /{rest+}', { rest: 'things/7/else' }],
    ['GET', 'things/%E0%A4%A', 'GET /things/{id}', { id: '%E0%A4%A' }],
  ])('for %s /%s is %s', (method, path, routeKey, parameters) => {
    const found = findRoute(routes, method, path.split('/'));
    expect([found?.route.routeKey, found?.parameters]).toEqual([routeKey, parameters]);
  });
  test('is none where nothing matches, and an odd key is refused', () => {
    expect(findRoute([route('GET /things')], 'POST', ['things'])).toBeUndefined();
    expect(findRoute([route('GET /things/{id}')], 'GET', ['things', ''])).toBeUndefined();
    expect(() => route('FETCH /things')).toThrow('is no method and path');
    expect(() => route('GET /{all+}/more')).toThrow('takes the rest of the path before its end');
  });
});

test('so many requests pass at once, and then so many a second, whatever the clock does', () => {
  const bucket = new TokenBucket(2, 3, nowMs);
  const taken = (atMs: number) => [0, 0, 0, 0].map(() => bucket.take(atMs));
  expect(taken(nowMs)).toEqual([true, true, true, false]);
  expect(taken(nowMs - 5_000)).toEqual([false, false, false, false]);
  expect(taken(nowMs - 4_000)).toEqual([true, true, false, false]);
});

describe('a payload', () => {
  const place = { accountId: '1', apiId: 'a', region: 'us-east-1', stage: 'api', requestId: 'r', nowMs };
  const match = { route: route('GET /things/{id}'), parameters: { id: '7' } };
  test('has what the service puts into it', () => {
    const given = request({
      path: '/api/things/a%20b',
      query: 'a=1&a=2&b=%20',
      headers: { cookie: 'x=1; y=2', 'content-type': 'application/json', 'user-agent': 'test' },
      body: Buffer.from('{}'),
    });
    const said = { claims: { sub: 's' }, scopes: [] };
    expect(eventOf(given, match, said, place)).toEqual({
      version: '2.0',
      routeKey: 'GET /things/{id}',
      rawPath: '/api/things/a b',
      rawQueryString: 'a=1&a=2&b=%20',
      cookies: ['x=1', 'y=2'],
      headers: {
        'content-type': 'application/json',
        'user-agent': 'test',
        'content-length': '2',
        host: 'a.execute-api.us-east-1.amazonaws.com',
      },
      queryStringParameters: { a: '1,2', b: ' ' },
      requestContext: {
        accountId: '1',
        apiId: 'a',
        authorizer: { jwt: { claims: { sub: 's' }, scopes: null } },
        domainName: 'a.execute-api.us-east-1.amazonaws.com',
        domainPrefix: 'a',
        http: {
          method: 'GET',
          path: '/api/things/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: 'r',
        routeKey: 'GET /things/{id}',
        stage: 'api',
        time: '22/Nov/2026:12:00:00 +0000',
        timeEpoch: nowMs,
      },
      pathParameters: { id: '7' },
      body: '{}',
      isBase64Encoded: false,
    });
  });
  test('has a body that is no text in base64', () => {
    const given = request({ headers: { 'content-type': 'image/png' }, body: Buffer.from([0, 255]) });
    expect(eventOf(given, match, undefined, place)).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });
  test('comes back as it says, or as the JSON that it is, or is refused', () => {
    expect(answerOf('{"statusCode":201,"headers":{"X-A":1},"body":"ok","cookies":["c=1"]}')).toEqual({
      status: 201,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-a': '1' },
      cookies: ['c=1'],
      body: 'ok',
    });
    expect(answerOf('{"a":1}')).toMatchObject({ status: 200, body: '{"a":1}' });
    expect(answerOf('{"statusCode":"many"}')).toBeUndefined();
    expect(answerOf('{"statusCode":200,"body":{}}')).toBeUndefined();
    expect(answerOf('oops')).toBeUndefined();
  });
});

describe('a token', () => {
  const stack = {
    stackName: 'S',
    stackId: 's',
    region: 'us-east-1',
    accountId: '123456789012',
    partition: 'aws',
  };
  const pools = new UserPools(() => nowMs);
  const create = async (type: string, logicalId: string, properties: object): Promise<string> => {
    const provisioner = pools.provisioners().find((one) => one.type === `AWS::Cognito::${type}`);
    const made = await provisioner?.create({ logicalId, type, properties: { ...properties }, stack });
    return made?.physicalId ?? '';
  };
  const prepared = (async () => {
    const UserPoolId = await create('UserPool', 'Pool', {});
    const client = await create('UserPoolClient', 'Client', { UserPoolId });
    const other = await create('UserPoolClient', 'Other', { UserPoolId });
    await create('UserPoolGroup', 'Group', { UserPoolId, GroupName: 'a' });
    await create('UserPoolGroup', 'More', { UserPoolId, GroupName: 'b' });
    await create('UserPoolUser', 'User', { UserPoolId, Username: 'sam' });
    for (const GroupName of ['a', 'b'])
      await create('UserPoolUserToGroupAttachment', GroupName, { UserPoolId, GroupName, Username: 'sam' });
    const issuer = pools.byClient(client)?.issuer ?? '';
    return { client, other, authorizer: { header: 'authorization', issuer, audience: [client] } };
  })();

  test('says its claims as texts, lists in brackets', async () => {
    const { client, authorizer } = await prepared;
    const { idToken } = pools.tokensFor(client, 'sam');
    expect(authorise(authorizer, `Bearer ${idToken}`, [], pools, nowMs)).toMatchObject({
      ok: true,
      claims: { 'cognito:groups': '[a b]', 'cognito:username': 'sam', exp: String(nowMs / 1000 + 3_600) },
    });
    expect(authorise(authorizer, idToken, [], pools, nowMs)).toMatchObject({ ok: true });
  });
  test('of an access token is for its client, and lacks scopes with 403', async () => {
    const { client, other, authorizer } = await prepared;
    const { accessToken } = pools.tokensFor(client, 'sam');
    expect(authorise(authorizer, accessToken, [], pools, nowMs)).toMatchObject({ ok: true });
    expect(authorise(authorizer, accessToken, ['more'], pools, nowMs)).toMatchObject({ status: 403 });
    const others = pools.tokensFor(other, 'sam').idToken;
    expect(authorise(authorizer, others, [], pools, nowMs)).toMatchObject({
      status: 401,
      challenge: expect.stringContaining('the token does not have a valid audience'),
    });
    expect(authorise(authorizer, accessToken, [], pools, nowMs - 1_000)).toMatchObject({ status: 401 });
    expect(authorise(authorizer, accessToken, [], pools, nowMs + 3_600_000)).toMatchObject({ status: 401 });
  });
  test('that is anything else is refused and never a fault, however much it looks like one', async () => {
    const { client, authorizer } = await prepared;
    const { idToken } = pools.tokensFor(client, 'sam');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .tuple(fc.nat(idToken.length - 1), fc.constantFrom('.', 'A', '', '-', '%'))
            .map(([at, put]) => `${idToken.slice(0, at)}${put}${idToken.slice(at + 1)}`),
          fc
            .array(
              fc.json().map((json) => Buffer.from(json).toString('base64url')),
              { maxLength: 4 },
            )
            .map((parts) => parts.join('.')),
        ),
        (text) => {
          if (text === idToken) return;
          const answer = authorise(authorizer, text, [], pools, nowMs);
          // The last letter of a signature has bits that say nothing.
          if (text.slice(0, -1) !== idToken.slice(0, -1)) expect(answer.ok).toBe(false);
        },
      ),
      { numRuns },
    );
  });
});

test('an issuer whom nobody plays here is told at the boot', async () => {
  const stack = { stackName: 'S', stackId: 's', region: 'us-east-1', accountId: '1', partition: 'aws' };
  const functions = {
    invoke: async () => ({ kind: 'not-found', message: 'there is no function' }) as const,
  };
  const apis = new HttpApis({ functions, pools: new UserPools(() => nowMs), nowMs: () => nowMs });
  const create = async (type: string, properties: object): Promise<string> => {
    const found = apis.provisioners().find((one) => one.type === `AWS::ApiGatewayV2::${type}`);
    const made = await found?.create({ logicalId: type, type, properties: { ...properties }, stack });
    return made?.physicalId ?? '';
  };
  const ApiId = await create('Api', { Name: 'a', ProtocolType: 'HTTP' });
  expect(apis.notes()).toEqual([]);
  await create('Authorizer', {
    ApiId,
    Name: 'a',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://login.example.com', Audience: ['desk'] },
  });
  expect(apis.notes()).toEqual([
    'the tokens of https://login.example.com are checked by nobody here: the HTTP API answers 401 to all',
  ]);
  await expect(create('Route', { ApiId, RouteKey: 'GET /a', Target: 'integrations/none' })).rejects.toThrow(
    'Invalid Integration identifier none',
  );
  await expect(create('Integration', { ApiId, IntegrationType: 'HTTP_PROXY' })).rejects.toThrow(
    'IntegrationType',
  );
});

test('a page of another origin gets no rights, one that is allowed gets what the API says', () => {
  const cors = {
    AllowOrigins: ['https://desk.example'],
    AllowMethods: ['GET'],
    AllowHeaders: ['authorization'],
    MaxAge: 600,
  };
  const asks = (origin: string) =>
    request({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });
  expect(preflight(cors, asks('https://desk.example'))).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-methods': 'GET', 'access-control-max-age': '600' },
  });
  expect(preflight(cors, asks('https://evil.example'))).toMatchObject({ status: 204, headers: {} });
  expect(preflight(cors, request({ method: 'OPTIONS' }))).toBeUndefined();
  expect(corsHeaders(cors, 'https://desk.example')).toMatchObject({
    'access-control-allow-origin': 'https://desk.example',
  });
  expect(corsHeaders(cors, 'https://evil.example')).toEqual({});
});
