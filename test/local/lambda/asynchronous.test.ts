/** One function starts another through the local Lambda, with the rights that it has, and is not made to wait. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ReadableSecret, secretsService } from '../../../local/endpoint/secrets-service.ts';
import type { AwsRequest, Principal } from '../../../local/endpoint/service.ts';
import { AsynchronousInvocations } from '../../../local/lambda/asynchronous-invocations.ts';
import { lambdaService } from '../../../local/lambda/service.ts';
import { accountId, type LocalFunctions, localFunctions, stack, trust } from './local-functions.ts';

let functions: LocalFunctions;
let asynchronous: AsynchronousInvocations;
let arn = '';
let nowMs = 0;
let heard: number[] = [];
let troubles: string[] = [];
beforeEach(async () => {
  nowMs = 0;
  heard = [];
  troubles = [];
  functions = localFunctions();
  asynchronous = new AsynchronousInvocations({
    functions: functions.runtime,
    nowMs: () => nowMs,
    seed: '1',
  });
  asynchronous.onTrouble((line) => troubles.push(line));
  functions.runtime.onLog(({ text }) => {
    if (text.includes('heard') || text.includes('Boom')) heard.push(nowMs);
  });
  arn = await functions.add('probe');
});
afterEach(() => functions.runtime.close());

const anybody: Principal = { arn: 'arn:aws:iam::1:root', decide: () => ({ allowed: true }) };
const send = async (type: string | undefined, event: unknown, more: Partial<AwsRequest> = {}) => {
  const { status, headers, body } = await lambdaService({
    functions: functions.runtime,
    asynchronous,
    region: 'us-east-1',
    accountId,
  }).handle({
    method: 'POST',
    path: `/2015-03-31/functions/${encodeURIComponent(arn)}/invocations`,
    query: new URLSearchParams(),
    headers: type === undefined ? {} : { 'x-amz-invocation-type': type },
    body: Buffer.from(typeof event === 'string' ? event : JSON.stringify(event)),
    principal: anybody,
    ...more,
  });
  return { status, code: headers['x-amzn-errortype'], headers, body: body.toString() };
};
const configure = async (more: Record<string, unknown>) =>
  asynchronous.provisioners()[0]?.create({
    logicalId: 'Terms',
    type: 'AWS::Lambda::EventInvokeConfig',
    stack,
    properties: { FunctionName: arn, Qualifier: '$LATEST', ...more },
  });
async function runAll(): Promise<void> {
  for (let dueMs = asynchronous.nextDueAtMs(); dueMs !== undefined; dueMs = asynchronous.nextDueAtMs()) {
    nowMs = Math.max(nowMs, dueMs);
    await asynchronous.runDue();
  }
}
const TELL = { act: 'log', lines: ['heard'] };
const FAIL = { act: 'fail', name: 'Boom', message: 'no' };

describe('an event', () => {
  test('is taken at once and given to the function afterwards, once', async () => {
    expect(await send('Event', TELL)).toMatchObject({ status: 202, body: '' });
    expect(heard).toEqual([]);
    await runAll();
    expect([heard, troubles]).toEqual([[0], []]);
  });
  test('whose function fails is tried again after one and after two minutes more, and given up', async () => {
    await send('Event', FAIL);
    await runAll();
    expect(heard).toEqual([0, 60_000, 180_000]);
    expect(troubles.at(-1)).toMatch(/^Function .*: no \(given up\)$/);
  });
  test.each([
    ['as often as the template says', { MaximumRetryAttempts: 1 }, [0, 60_000]],
    ['not at all', { MaximumRetryAttempts: '0' }, [0]],
    ['not when it is too old by then', { MaximumEventAgeInSeconds: 60 }, [0, 60_000]],
  ])('is tried again %s', async (_title, terms, times) => {
    await configure(terms);
    await send('Event', FAIL);
    await runAll();
    expect(heard).toEqual(times);
  });
  test('that is given up goes to the destination, with what failed, where the role of the function may', async () => {
    const destination = await functions.add('probe', {}, 'Destination');
    await configure({
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: destination } },
    });
    await send('Event', FAIL);
    await runAll();
    expect(troubles.at(-1)).toMatch(/^Destination .*lambda:InvokeFunction.* \(given up\)$/);
    const role = functions.runtime.principal(arn)?.arn.split('/')[1] ?? '';
    await functions.create('AWS::IAM::Policy', 'Grant', {
      PolicyName: 'grant',
      Roles: [role],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: destination }],
      },
    });
    const records: string[] = [];
    const put = asynchronous.put.bind(asynchronous);
    asynchronous.put = (to, payload) => {
      if (to === destination) records.push(payload);
      return put(to, payload);
    };
    await send('Event', FAIL);
    await runAll();
    expect(records.map((record) => JSON.parse(record))).toEqual([
      {
        version: '1.0',
        timestamp: '1970-01-01T00:00:00.000Z',
        requestContext: {
          requestId: expect.any(String),
          functionArn: `${arn}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: 1,
        },
        requestPayload: FAIL,
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorMessage: expect.stringContaining('no') },
      },
    ]);
  });
  test('that is throttled stays in the queue until it is too old', async () => {
    await configure({ MaximumEventAgeInSeconds: 60 });
    const fault = functions.runtime.injectFault(arn, { kind: 'throttle' }, 9);
    await send('Event', TELL);
    await runAll();
    expect([heard, nowMs <= 60_000, fault.applied > 3]).toEqual([[], true, true]);
  });
  test('is not taken with more than Lambda takes, in no JSON, or for a function that is not there', async () => {
    expect(await send('Event', 'x'.repeat(10))).toMatchObject({ code: 'InvalidRequestContentException' });
    expect(await send('Event', JSON.stringify('x'.repeat(1024 * 1024)))).toMatchObject({ status: 413 });
    expect(await send('Event', TELL, { path: '/2015-03-31/functions/nothing/invocations' })).toMatchObject({
      status: 404,
      code: 'ResourceNotFoundException',
    });
    expect(await send('Later', TELL)).toMatchObject({ code: 'InvalidParameterValueException' });
    expect(await send('Event', TELL, { method: 'GET' })).toMatchObject({ code: 'UnknownOperationException' });
  });
  test('is refused to a role that may not invoke the function', async () => {
    const role = await functions.create('AWS::IAM::Role', 'Caller', { AssumeRolePolicyDocument: trust });
    const principal: Principal = {
      arn: role,
      decide: (action, resource) => functions.runtime.roles.decide(role, role, action, resource),
    };
    const { status, code, body } = await send('Event', TELL, { principal });
    expect([status, code]).toEqual([403, 'AccessDeniedException']);
    expect(body).toContain(`not authorized to perform: lambda:InvokeFunction on resource: ${arn}`);
  });
  test.each([
    ['three more runs', { MaximumRetryAttempts: 3 }, /MaximumRetryAttempts/],
    ['no function', { FunctionName: 'nothing' }, /there is no function 'nothing'/],
    [
      'a destination that is none',
      { DestinationConfig: { OnFailure: { Destination: 'nobody' } } },
      /no function 'nobody'/,
    ],
    ['one for what went well', { DestinationConfig: { OnSuccess: {} } }, /DestinationConfig/],
  ])('cannot be configured with %s', async (_title, terms, message) => {
    await expect(configure(terms)).rejects.toThrow(message);
  });
});

test('whoever waits gets the answer, or the error with its mark', async () => {
  expect(await send(undefined, { act: 'log', lines: [] })).toMatchObject({ status: 200, body: '{}' });
  const failed = await send('RequestResponse', FAIL);
  expect([failed.status, failed.headers['x-amz-function-error']]).toEqual([200, 'Unhandled']);
  expect(JSON.parse(failed.body)).toEqual({ errorType: 'Boom', errorMessage: 'no' });
  expect((await send('DryRun', TELL)).status).toBe(204);
});

describe('a secret of the template', () => {
  const own: ReadableSecret = { arn: 'arn:secret-1', name: 'one', value: '{"a":1}' };
  const ask = (SecretId: unknown, principal = anybody, target = 'secretsmanager.GetSecretValue') =>
    secretsService(() => [own]).handle({
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': target },
      body: Buffer.from(JSON.stringify({ SecretId })),
      principal,
    });
  test.each(['arn:secret-1', 'one'])('is read by %s', async (id) => {
    const { status, body } = await ask(id);
    expect([status, JSON.parse(body.toString())]).toEqual([
      200,
      { ARN: 'arn:secret-1', Name: 'one', SecretString: '{"a":1}' },
    ]);
  });
  const nobody: Principal = { arn: 'x', decide: () => ({ allowed: false, message: 'not authorized' }) };
  test.each([
    ['another id', ['two', anybody], /ResourceNotFoundException/],
    ['no id', [undefined, anybody], /ValidationException/],
    ['no right', ['one', nobody], /AccessDeniedException.*not authorized/],
    ['another action', ['one', anybody, 'secretsmanager.ListSecrets'], /UnknownOperationException/],
  ] as const)('is not read with %s', async (_title, [id, principal, target], message) => {
    const { status, body } = await ask(id, principal, target);
    expect([status, body.toString()]).toEqual([400, expect.stringMatching(message)]);
    expect(body.toString()).not.toContain('"a"');
  });
});
