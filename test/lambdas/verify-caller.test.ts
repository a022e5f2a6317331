import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hashPin } from '../../lambdas/tables/pin-hash.ts';
import { verifyCaller } from '../../lambdas/verify-caller/contract.ts';
import { captureLog, context, environment, flowEvent, stopClock } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/verify-caller/handler.ts');
const documents = mockDatabase();
const stored = await hashPin('4711');
const locked = new ConditionalCheckFailedException({
  message: 'The conditional request failed',
  $metadata: {},
});
let log = captureLog();

beforeEach(() => {
  documents.reset();
  documents.on('UpdateItem').resolves({});
  documents.on('GetItem').resolves({ Item: stored });
  log = captureLog();
  stopClock();
});
afterEach(() => log.release());

const verify = (customerId: string, pin: string, address: string | null = '+12025550111') =>
  handler(flowEvent({ customerId, pin }, { address }), context);

/** What an onlooker sees of the requests: how many of which kind, in which order. */
const requests = () => documents.calls().map((call) => call.args[0].constructor.name);
const updates = () => documents.sent('UpdateItem');

test('the right PIN is counted, compared, and given its attempt back', async () => {
  expect(await verify('c-1001', '4711')).toEqual({ outcome: 'verified' });
  expect(requests()).toEqual(['UpdateItemCommand', 'GetItemCommand', 'UpdateItemCommand']);
  const [counted, givenBack] = updates();
  expect(counted).toMatchObject({
    Key: { pk: 'CUSTOMER#c-1001', sk: 'ATTEMPTS#2026-11-22' },
    ConditionExpression: 'attribute_not_exists(failures) OR failures < :max',
    ExpressionAttributeValues: { ':one': 1, ':max': 5 },
  });
  expect(givenBack).toMatchObject({ Key: counted?.Key, ExpressionAttributeValues: { ':minusOne': -1 } });
  expect(sentActions(documents)).toEqual(promisedActions(verifyCaller));
});

describe('these are refused with the same result and the same requests', () => {
  const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a wrong PIN', () => verify('c-1001', '4712')],
    ['a malformed PIN', () => verify('c-1001', 'Timeout')],
    ['no PIN', () => verify('c-1001', '')],
    ['thirty digits', () => verify('c-1001', '4'.repeat(30))],
    [
      'a customer whom nobody knows',
      () => {
        documents.on('GetItem').resolves({});
        return verify('unknown', '4711');
      },
    ],
    [
      'a caller without a number',
      () => {
        documents.on('GetItem').resolves({});
        return verify('unknown', '4711', null);
      },
    ],
    [
      'a customer without a PIN',
      () => {
        documents.on('GetItem').resolves({});
        return verify('c-1003', '4711');
      },
    ],
    [
      'the right PIN of a locked account',
      () => {
        documents.on('UpdateItem').rejects(locked);
        return verify('c-1001', '4711');
      },
    ],
  ];
  test.each(cases)('%s', async (_title, attempt) => {
    expect(await attempt()).toEqual({ outcome: 'refused' });
    expect(requests()).toEqual(['UpdateItemCommand', 'GetItemCommand']);
    expect(updates()[0]?.ConditionExpression).toBe('attribute_not_exists(failures) OR failures < :max');
  });
});

test('the count of an unknown caller is kept by a hash of the number, for two days', async () => {
  documents.on('GetItem').resolves({});
  await verify('unknown', '4711');
  const [counted] = updates();
  expect(counted?.Key?.['pk']).toMatch(/^CALLER#[\w-]{43}$/);
  expect(counted?.ExpressionAttributeValues?.[':expiresAt']).toBe(Date.parse('2026-11-24T00:00:00Z') / 1000);
});

test('a PIN is not compared when the attempt could not be counted', async () => {
  documents.on('UpdateItem').rejects(new Error('The rate of requests exceeds the allowed throughput'));
  await expect(verify('c-1001', '4711')).rejects.toThrow('allowed throughput');
  expect(requests()).toEqual(['UpdateItemCommand', 'GetItemCommand']);
});

test('neither PIN nor customer is in the log, whatever comes of it', async () => {
  await verify('c-1001', '4711');
  await verify('c-1001', '90909090');
  await expect(
    handler(flowEvent({ customerId: 'c-1001', pin: '4711', extra: '1' }), context),
  ).rejects.toThrow(/does not know the parameter extra/);
  expect(log.lines()).toHaveLength(3);
  expect(log.lines().join()).not.toMatch(/4711|90909090|c-1001|2025550111/);
});
