import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { operations } from '../../../local/dynamodb/protocol.ts';
import { call } from './called.ts';
import { cases, casesTable, type Decide, orders, ordersTable, provision, stack } from './tables.ts';

let db: DynamoDb;
beforeAll(async () => {
  db = await openDynamoDb({ region: stack.region, accountId: stack.accountId });
  await provision(db, 'Cases', casesTable);
  await provision(db, 'Orders', ordersTable);
});
afterAll(async () => {
  await db.close();
});

const arn = (table: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${table}`;
const asked: string[] = [];
const contexts: unknown[] = [];
beforeEach(() => {
  asked.length = 0;
  contexts.length = 0;
});
const recording: Decide = (action, resource, context) => {
  asked.push(`${action} ${resource}`);
  contexts.push(context);
  return { allowed: true };
};
const sentence = 'User: test is not authorized to perform: it because no identity-based policy allows it';
const except =
  (action: string, resource?: string): Decide =>
  (askedAction, askedResource) =>
    askedAction === action && (resource === undefined || askedResource === resource)
      ? { allowed: false, message: sentence }
      : { allowed: true };

const caseKey = { customer: { S: 'c-1' }, number: { N: '1' } };
const orderKey = { order: { S: 'o-1' } };

describe('each operation asks for its own action on its own table', () => {
  test.each([
    ['GetItem', { TableName: cases, Key: caseKey }],
    ['PutItem', { TableName: cases, Item: caseKey }],
    ['UpdateItem', { TableName: cases, Key: caseKey }],
    ['DeleteItem', { TableName: cases, Key: caseKey }],
    [
      'Query',
      {
        TableName: cases,
        KeyConditionExpression: 'customer = :c',
        ExpressionAttributeValues: { ':c': { S: 'x' } },
      },
    ],
    ['Scan', { TableName: cases }],
    ['DescribeTable', { TableName: cases }],
    ['DescribeTimeToLive', { TableName: cases }],
    ['DescribeContinuousBackups', { TableName: cases }],
    [
      'UpdateContinuousBackups',
      { TableName: cases, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ],
  ])('%s', async (operation, input) => {
    expect((await call(db, operation, input, recording)).status).toBe(200);
    expect(asked).toEqual([`dynamodb:${operation} ${arn(cases)}`]);
  });

  test('an index by its own ARN, and not by that of its table', async () => {
    const query = {
      TableName: cases,
      IndexName: 'by-phone',
      KeyConditionExpression: 'phone = :p',
      ExpressionAttributeValues: { ':p': { S: '+12025550100' } },
    };
    await call(db, 'Query', query, recording);
    await call(db, 'Scan', { TableName: cases, IndexName: 'by-phone' }, recording);
    expect(asked).toEqual([
      `dynamodb:Query ${arn(cases)}/index/by-phone`,
      `dynamodb:Scan ${arn(cases)}/index/by-phone`,
    ]);
    const refused = await call(db, 'Query', query, except('dynamodb:Query', `${arn(cases)}/index/by-phone`));
    expect(refused.status).toBe(400);
  });

  test('a batch once for each table, a list of tables on everything', async () => {
    await call(
      db,
      'BatchGetItem',
      { RequestItems: { [cases]: { Keys: [caseKey] }, [orders]: { Keys: [orderKey] } } },
      recording,
    );
    await call(
      db,
      'BatchWriteItem',
      { RequestItems: { [orders]: [{ DeleteRequest: { Key: orderKey } }] } },
      recording,
    );
    await call(db, 'ListTables', {}, recording);
    expect(asked).toEqual([
      `dynamodb:BatchGetItem ${arn(cases)}`,
      `dynamodb:BatchGetItem ${arn(orders)}`,
      `dynamodb:BatchWriteItem ${arn(orders)}`,
      'dynamodb:ListTables *',
    ]);
  });

  test('a transaction action by action', async () => {
    await call(
      db,
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: cases, Item: caseKey } },
          {
            Update: {
              TableName: cases,
              Key: { ...caseKey, number: { N: '2' } },
              UpdateExpression: 'REMOVE x',
            },
          },
          { Delete: { TableName: orders, Key: { order: { S: 'o-2' } } } },
          {
            ConditionCheck: {
              TableName: orders,
              Key: orderKey,
              ConditionExpression: 'attribute_not_exists(absent)',
            },
          },
        ],
      },
      recording,
    );
    await call(
      db,
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName: orders, Key: orderKey } }] },
      recording,
    );
    expect(asked).toEqual([
      `dynamodb:PutItem ${arn(cases)}`,
      `dynamodb:UpdateItem ${arn(cases)}`,
      `dynamodb:DeleteItem ${arn(orders)}`,
      `dynamodb:ConditionCheckItem ${arn(orders)}`,
      `dynamodb:GetItem ${arn(orders)}`,
    ]);
    expect(contexts[0]).toEqual({
      'dynamodb:LeadingKeys': ['c-1'],
      'dynamodb:EnclosingOperation': 'TransactWriteItems',
    });
  });

  test('tags by the ARN that the request names', async () => {
    await call(db, 'ListTagsOfResource', { ResourceArn: arn(orders) }, recording);
    expect(asked).toEqual([`dynamodb:ListTagsOfResource ${arn(orders)}`]);
  });

  test('a table that is named by its ARN by that ARN', async () => {
    expect((await call(db, 'GetItem', { TableName: arn(orders), Key: orderKey }, recording)).status).toBe(
      200,
    );
    await call(db, 'BatchGetItem', { RequestItems: { [arn(orders)]: { Keys: [orderKey] } } }, recording);
    await call(
      db,
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName: arn(orders), Key: orderKey } }] },
      recording,
    );
    expect(asked.map((line) => line.split(' ')[1])).toEqual([arn(orders), arn(orders), arn(orders)]);
  });

  test('the partition keys that it touches are told as a condition key', async () => {
    await call(db, 'GetItem', { TableName: cases, Key: caseKey }, recording);
    await call(
      db,
      'Query',
      {
        TableName: cases,
        KeyConditionExpression: '#n > :n AND #c = :c',
        ExpressionAttributeNames: { '#n': 'number', '#c': 'customer' },
        ExpressionAttributeValues: { ':n': { N: '0' }, ':c': { S: 'c-7' } },
      },
      recording,
    );
    await call(
      db,
      'BatchGetItem',
      { RequestItems: { [orders]: { Keys: [orderKey, { order: { S: 'o-9' } }] } } },
      recording,
    );
    expect(contexts).toEqual([
      { 'dynamodb:LeadingKeys': ['c-1'] },
      { 'dynamodb:LeadingKeys': ['c-7'] },
      { 'dynamodb:LeadingKeys': ['o-1', 'o-9'] },
    ]);
  });
});

describe('a refusal', () => {
  test("is AWS's AccessDeniedException with the sentence of the decision", async () => {
    const refused = await call(
      db,
      'GetItem',
      { TableName: orders, Key: orderKey },
      except('dynamodb:GetItem'),
    );
    expect(refused).toMatchObject({
      status: 400,
      body: { __type: 'com.amazon.coral.service#AccessDeniedException', Message: sentence },
    });
  });

  test('of one action of a transaction leaves everything unwritten', async () => {
    const put = (name: string) => ({ Put: { TableName: orders, Item: { order: { S: name } } } });
    const denied = { Delete: { TableName: cases, Key: caseKey } };
    const refused = await call(
      db,
      'TransactWriteItems',
      { TransactItems: [put('denied-1'), denied, put('denied-2')] },
      except('dynamodb:DeleteItem'),
    );
    expect(refused.body['__type']).toBe('com.amazon.coral.service#AccessDeniedException');
    for (const name of ['denied-1', 'denied-2']) {
      const { body } = await call(db, 'GetItem', { TableName: orders, Key: { order: { S: name } } });
      expect(body['Item']).toBeUndefined();
    }
  });

  test('of one table of a batch leaves the other unwritten too', async () => {
    const RequestItems = {
      [orders]: [{ PutRequest: { Item: { order: { S: 'batch-denied' } } } }],
      [cases]: [{ PutRequest: { Item: caseKey } }],
    };
    await call(db, 'BatchWriteItem', { RequestItems }, except('dynamodb:BatchWriteItem', arn(cases)));
    const { body } = await call(db, 'GetItem', { TableName: orders, Key: { order: { S: 'batch-denied' } } });
    expect(body['Item']).toBeUndefined();
  });

  test('comes before anything is said about the table', async () => {
    const refused = await call(db, 'GetItem', { TableName: 'Nowhere', Key: {} }, except('dynamodb:GetItem'));
    expect(refused.body['__type']).toMatch(/AccessDeniedException$/);
  });

  const denyAll: Decide = () => ({ allowed: false, message: sentence });
  test.each([...operations])('stops %s whatever it is given', async (operation) => {
    const shapes = [
      {},
      { TableName: orders },
      { TableName: orders, Key: orderKey, Item: orderKey },
      { ResourceArn: arn(orders), Tags: [{ Key: 'k', Value: 'v' }], TagKeys: ['k'] },
      { RequestItems: { [orders]: [{ PutRequest: { Item: orderKey } }] } },
      { RequestItems: { [orders]: { Keys: [orderKey] } } },
      { TransactItems: [{ Put: { TableName: orders, Item: orderKey } }] },
      { TransactItems: [{ Get: { TableName: orders, Key: orderKey } }] },
      { TransactItems: [{ Put: { TableName: [orders], Item: orderKey } }] },
      { TransactItems: { 0: { Put: { TableName: orders, Item: orderKey } } } },
      { RequestItems: [orders] },
    ];
    for (const shape of shapes) expect((await call(db, operation, shape, denyAll)).status).toBe(400);
    const { body } = await call(db, 'GetItem', { TableName: orders, Key: orderKey });
    expect(body['Item']).toBeUndefined();
  });

  test('of tagging holds for the very ARN that was decided on', async () => {
    const ResourceArn = `${arn('Anything')}/x/${orders}`;
    const answer = await call(
      db,
      'TagResource',
      { ResourceArn, Tags: [{ Key: 'k', Value: 'v' }] },
      recording,
    );
    expect(answer.body['__type']).toMatch(/ResourceNotFoundException$/);
  });
});
