// What local/dynamodb/quirks.md says of dynalite, and what the layer makes of it.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import rules from 'dynalite/db/index.js';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { call } from './called.ts';
import { cases, casesTable, provision, stack } from './tables.ts';

let db: DynamoDb;
beforeAll(async () => {
  db = await openDynamoDb({ region: stack.region, accountId: stack.accountId });
  await provision(db, 'Cases', casesTable);
});
afterAll(async () => {
  await db.close();
});

const Key = { customer: { S: 'q' }, number: { N: '1' } };
const update = async (more: object) =>
  (await call(db, 'UpdateItem', { TableName: cases, Key, ReturnValues: 'ALL_NEW', ...more })).body;

test('the tests are about the pinned version', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(dependencies.dynalite).toBe('4.0.0');
});

describe('entries of an index', () => {
  test('would overwrite each other in dynalite; here a thousand with one key are all found', async () => {
    // Two items whose hashes of 24 bits are the same: found by trying.
    const table = {
      TableName: 't',
      TableArn: '',
      TableId: '',
      TableStatus: 'ACTIVE',
      KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' as const }],
      AttributeDefinitions: [{ AttributeName: 'customer', AttributeType: 'S' as const }],
    };
    const seen = new Map<string, string>();
    let pair: string[] = [];
    for (let attempt = 0; pair.length === 0; attempt += 1) {
      const customer = `c-${attempt}`;
      const entry = rules.createIndexKey({ customer: { S: customer } }, table, []).slice('undefined'.length);
      const other = seen.get(entry);
      if (other !== undefined) pair = [other, customer];
      seen.set(entry, customer);
    }
    const RequestItems = {
      [cases]: pair.map((customer) => ({
        PutRequest: { Item: { customer: { S: customer }, number: { N: '0' }, phone: { S: '+12025550151' } } },
      })),
    };
    await call(db, 'BatchWriteItem', { RequestItems });
    const byPhone = {
      TableName: cases,
      IndexName: 'by-phone',
      KeyConditionExpression: 'phone = :p',
      ExpressionAttributeValues: { ':p': { S: '+12025550151' } },
    };
    expect((await call(db, 'Query', byPhone)).body['Count']).toBe(2);
    for (const ScanIndexForward of [true, false]) {
      const first = (await call(db, 'Query', { ...byPhone, Limit: 1, ScanIndexForward })).body;
      const second = await call(db, 'Query', {
        ...byPhone,
        Limit: 1,
        ScanIndexForward,
        ExclusiveStartKey: first['LastEvaluatedKey'],
      });
      expect([first['Count'], second.body['Count']]).toEqual([1, 1]);
      expect(second.body['Items']).not.toEqual(first['Items']);
    }
  });
});

describe('an update expression', () => {
  test('removes elements from the end, as DynamoDB numbers them', async () => {
    await call(db, 'PutItem', {
      TableName: cases,
      Item: { ...Key, l: { L: ['a', 'b', 'c', 'd', 'e'].map((S) => ({ S })) } },
    });
    const { Attributes } = await update({ UpdateExpression: 'REMOVE l[1], l[0], l[3]' });
    expect(Attributes).toMatchObject({ l: { L: [{ S: 'c' }, { S: 'e' }] } });
  });

  test('that copies a map and changes the original in one go changes the copy too: not corrected', async () => {
    await call(db, 'PutItem', { TableName: cases, Item: { ...Key, m: { M: { x: { N: '1' } } } } });
    const { Attributes } = await update({
      UpdateExpression: 'SET copied = m, m.x = :two',
      ExpressionAttributeValues: { ':two': { N: '2' } },
    });
    expect(Attributes).toMatchObject({ m: { M: { x: { N: '2' } } }, copied: { M: { x: { N: '2' } } } });
  });
});

describe('a condition', () => {
  const holds = async (ConditionExpression: string, more: object = {}) => {
    const answer = await call(db, 'UpdateItem', {
      TableName: cases,
      Key,
      ConditionExpression,
      UpdateExpression: 'REMOVE nothing',
      ...more,
    });
    if (answer.status !== 200) expect(answer.body['__type']).toMatch(/ConditionalCheckFailedException$/);
    return answer.status === 200;
  };
  const item = {
    ...Key,
    m: { M: { a: { L: [{ N: '1' }] } } },
    l: { L: [{ M: { a: { S: 'x' } } }, { S: 'y' }] },
    s: { SS: ['p', 'q'] },
    t: { S: 'abc' },
    n: { N: '-1.5' },
    b: { B: 'AQID' },
  };
  beforeAll(async () => {
    await call(db, 'PutItem', { TableName: cases, Item: item });
  });
  test.each([
    ['m = :c', { M: { a: { L: [{ N: '1' }] } } }, true],
    ['m <> :c', { M: { a: { L: [{ N: '1' }] } } }, false],
    ['m = :c', { M: { a: { L: [{ N: '2' }] } } }, false],
    ['contains(l, :c)', { M: { a: { S: 'x' } } }, true],
    ['contains(l, :c)', { S: 'z' }, false],
    ['contains(s, :c)', { S: 'q' }, true],
    ['contains(s, :c)', { N: '1' }, false],
    ['contains(t, :c)', { S: 'bc' }, true],
    ['contains(b, :c)', { B: 'AgM=' }, true],
    ['s = :c', { SS: ['q', 'p'] }, true],
    ['m IN (:c)', { M: { a: { L: [{ N: '1' }] } } }, true],
    ['absent <> :c', { S: 'x' }, true],
    ['absent = :c', { S: 'x' }, false],
    ['n < :c', { N: '-1.4' }, true],
    ['n < :c', { N: '-1.6' }, false],
    ['n >= :c', { N: '-1.50' }, true],
    ['n < :c', { S: '0' }, false],
    ['m >= :c', { M: {} }, false],
    ['t BETWEEN :c AND :c', { S: 'abc' }, true],
    ['begins_with(b, :c)', { B: 'AQI=' }, true],
    ['begins_with(t, :c)', { S: 'b' }, false],
    ['attribute_type(m, :c)', { S: 'M' }, true],
    ['size(l) = :c', { N: '2' }, true],
    ['size(b) = :c', { N: '3' }, true],
    ['size(n) = :c', { N: '1' }, false],
    ['NOT (t = :c OR attribute_not_exists(m))', { S: 'x' }, true],
  ])('%s with %j is %s', async (condition, value, expected) => {
    expect(await holds(condition, { ExpressionAttributeValues: { ':c': value } })).toBe(expected);
  });

  test('of two missing attributes is not met', async () => {
    expect(await holds('absent = gone')).toBe(false);
  });

  test('as a filter decides the same, with counts and projection as DynamoDB has them', async () => {
    const query = {
      TableName: cases,
      KeyConditionExpression: 'customer = :q',
      FilterExpression: 'm = :c',
      ExpressionAttributeValues: { ':q': { S: 'q' }, ':c': item.m },
    };
    const found = await call(db, 'Query', { ...query, ProjectionExpression: 't' });
    expect(found.body).toEqual({ Count: 1, ScannedCount: 1, Items: [{ t: { S: 'abc' } }] });
    const counted = await call(db, 'Query', { ...query, Select: 'COUNT' });
    expect(counted.body).toEqual({ Count: 1, ScannedCount: 1 });
    const none = await call(db, 'Query', { ...query, FilterExpression: 'm <> :c', Limit: 1 });
    expect(none.body).toMatchObject({ Count: 0, ScannedCount: 1, Items: [], LastEvaluatedKey: Key });
  });
});

test('an empty UPDATED_OLD is left out', async () => {
  const answer = await update({
    UpdateExpression: 'SET fresh = :v',
    ExpressionAttributeValues: { ':v': { S: 'v' } },
    ReturnValues: 'UPDATED_OLD',
  });
  expect(answer).toEqual({});
});

test('a new table is active at once', async () => {
  const created = await call(db, 'CreateTable', {
    TableName: 'at-once',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  expect(created.body).toMatchObject({ TableDescription: { TableStatus: 'CREATING' } });
  const described = await call(db, 'DescribeTable', { TableName: 'at-once' });
  expect(described.body).toMatchObject({ Table: { TableStatus: 'ACTIVE' } });
  expect((await call(db, 'DeleteTable', { TableName: 'at-once' })).status).toBe(200);
  expect((await call(db, 'DescribeTable', { TableName: 'at-once' })).status).toBe(400);
});

test('a null in place of an attribute value is refused, not a fault', async () => {
  const answer = await call(db, 'GetItem', { TableName: cases, Key: { customer: null, number: { N: '1' } } });
  expect(answer.body['message']).toMatch(/Supplied AttributeValue is empty/);
});
