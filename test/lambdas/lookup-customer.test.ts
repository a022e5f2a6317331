import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lookupCustomer } from '../../lambdas/lookup-customer/contract.ts';
import { captureLog, context, environment, flowEvent } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/lookup-customer/handler.ts');
const documents = mockDatabase();
let log = captureLog();

beforeEach(() => {
  documents.reset();
  log = captureLog();
});
afterEach(() => log.release());

test('a known number finds its customer with one request that asks for the id and the language and nothing else', async () => {
  documents.on('GetItem').resolves({ Item: { customerId: 'c-1001' } });
  expect(await handler(flowEvent({}), context)).toEqual({
    outcome: 'found',
    customerId: 'c-1001',
    language: 'unknown',
  });
  expect(documents.sent('GetItem')).toEqual([
    {
      TableName: 'the-customers',
      Key: { pk: 'PHONE#+12025550111', sk: 'PHONE' },
      ProjectionExpression: 'customerId, #language',
      ExpressionAttributeNames: { '#language': 'language' },
    },
  ]);
  expect(sentActions(documents)).toEqual(promisedActions(lookupCustomer));
});

test.each([
  ['el', 'el'],
  ['fr', 'unknown'],
  [7, 'unknown'],
  [undefined, 'unknown'],
])('the language %j of a number is answered as %s', async (language, answered) => {
  documents.on('GetItem').resolves({ Item: { customerId: 'c-1001', language } });
  expect(await handler(flowEvent({}), context)).toMatchObject({ outcome: 'found', language: answered });
});

test('an unknown number is the unknown customer', async () => {
  documents.on('GetItem').resolves({});
  expect(await handler(flowEvent({}), context)).toEqual({
    outcome: 'unknown',
    customerId: 'unknown',
    language: 'unknown',
  });
});

describe('a number that is none is nobody, and the table is not asked', () => {
  test.each([null, '', 'anonymous', '+', '+1 202 555 0111', '5'.repeat(30), `+${'5'.repeat(30)}`])(
    '%j',
    async (address) => {
      expect(await handler(flowEvent({}, { address }), context)).toEqual({
        outcome: 'unknown',
        customerId: 'unknown',
        language: 'unknown',
      });
      expect(documents.calls()).toHaveLength(0);
    },
  );
});

test('a name or any other attribute of the item never reaches the flow', async () => {
  documents.on('GetItem').resolves({ Item: { customerId: 'c-1001', name: 'Imani Whitlock' } });
  expect(JSON.stringify(await handler(flowEvent({}), context))).not.toContain('Imani');
});

test('an item without a customer is a fault that names the attribute', async () => {
  documents.on('GetItem').resolves({ Item: { customerId: 17 } });
  await expect(handler(flowEvent({}), context)).rejects.toThrow(
    'an item of the table the-customers does not hold customerId as it should',
  );
});

test("a refused request is a fault with AWS's words in the log, and none of the caller's", async () => {
  const message = 'User: test is not authorized to perform: dynamodb:GetItem';
  documents.on('GetItem').rejects(Object.assign(new Error(message), { name: 'AccessDeniedException' }));
  await expect(handler(flowEvent({}), context)).rejects.toThrow(message);
  expect(log.lines().map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      function: 'lookup-customer',
      fault: 'AccessDeniedException',
      message,
    }),
  ]);
  expect(log.lines().join()).not.toContain('2025550111');
});

test('a parameter that the contract does not know is a fault', async () => {
  await expect(handler(flowEvent({ phone: '+12025550111' }), context)).rejects.toThrow(
    'lookup-customer does not know the parameter phone; it takes no parameters',
  );
});
