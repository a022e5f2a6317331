import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { operations } from '../../../local/dynamodb/protocol.ts';
import { call, callRaw } from './called.ts';
import { cases, casesTable, orders, ordersTable, provision, stack } from './tables.ts';

let db: DynamoDb;
const faults: unknown[] = [];
beforeAll(async () => {
  db = await openDynamoDb({
    region: stack.region,
    accountId: stack.accountId,
    onFault: (fault) => faults.push(fault),
  });
  await provision(db, 'Cases', casesTable);
  await provision(db, 'Orders', ordersTable);
});
afterAll(async () => {
  await db.close();
});

describe('a request that cannot be understood', () => {
  test.each([
    ['no target', undefined, '{}', /UnknownOperationException$/],
    ['an unknown operation', 'DynamoDB_20120810.ExecuteStatement', '{}', /UnknownOperationException$/],
    ['an old version of the API', 'DynamoDB_20111205.GetItem', '{}', /UnknownOperationException$/],
    ['a name from every object', 'DynamoDB_20120810.constructor', '{}', /UnknownOperationException$/],
    ['no body', 'DynamoDB_20120810.GetItem', '', /SerializationException$/],
    ['half a body', 'DynamoDB_20120810.GetItem', '{"TableName":', /SerializationException$/],
    ['a list', 'DynamoDB_20120810.GetItem', '[]', /SerializationException$/],
    [
      'a text for a key',
      'DynamoDB_20120810.GetItem',
      JSON.stringify({ TableName: orders, Key: 'x' }),
      /SerializationException$/,
    ],
    ['no table', 'DynamoDB_20120810.GetItem', '{}', /ValidationException$/],
  ])('for %s gets its error', async (_what, target, body, type) => {
    const answer = await callRaw(db, target, body);
    expect(answer.status).toBe(400);
    expect(answer.body['__type']).toMatch(type);
  });

  test('carries a request id and the checksum that the AWS CLI compares', async () => {
    const { headers } = await call(db, 'ListTables', {});
    expect(headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-amz-crc32': expect.stringMatching(/^\d+$/),
    });
  });
});

test('no request whatever makes the service fault', async () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        -1.5,
        '',
        'x',
        ':v',
        '#n',
        orders,
        cases,
        'by-phone',
        'SET a = :v',
        'order = :v',
      ),
      fc.record({ S: fc.constantFrom<unknown>('', 'x', 1, null) }),
      fc.record({ N: fc.constantFrom<unknown>('1', 'NaN', '1e999', 5) }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'order',
          'customer',
          'number',
          'phone',
          'S',
          'M',
          'L',
          'Put',
          'Get',
          'Keys',
          ':v',
          '#n',
          orders,
          '__proto__',
          'Item',
          'Key',
          'TableName',
        ),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;
  const input = fc.dictionary(
    fc.constantFrom(
      'TableName',
      'Key',
      'Item',
      'KeyConditionExpression',
      'UpdateExpression',
      'ConditionExpression',
      'ExpressionAttributeValues',
      'ExpressionAttributeNames',
      'RequestItems',
      'TransactItems',
      'IndexName',
      'Limit',
      'ExclusiveStartKey',
      'AttributeUpdates',
      'Expected',
      'ReturnValues',
      'TimeToLiveSpecification',
      'GlobalSecondaryIndexUpdates',
      'ResourceArn',
      'Tags',
      'ClientRequestToken',
    ),
    value,
    { maxKeys: 6 },
  );
  const reshaping = new Set(['CreateTable', 'DeleteTable', 'UpdateTable']);
  const operation = fc.constantFrom(...[...operations].filter((name) => !reshaping.has(name)));
  const withTable = fc.record({ TableName: fc.constantFrom(orders, cases) });
  await fc.assert(
    fc.asyncProperty(operation, input, withTable, async (name, given, table) => {
      const { status } = await callRaw(
        db,
        `DynamoDB_20120810.${name}`,
        JSON.stringify({ ...table, ...given }),
      );
      expect([200, 400]).toContain(status);
    }),
    { numRuns: 1500 },
  );
  expect(faults).toEqual([]);
});
