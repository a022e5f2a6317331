import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ItemChange, sameValue } from '../../../local/dynamodb/changes.ts';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { call } from './called.ts';
import { orders, ordersTable, provision, stack } from './tables.ts';

let db: DynamoDb;
const changes: ItemChange[] = [];
beforeAll(async () => {
  db = await openDynamoDb({ region: stack.region, accountId: stack.accountId, now: () => 1_000 });
  await provision(db, 'Orders', ordersTable);
  db.onChange((change) => changes.push(change));
});
beforeEach(() => {
  changes.length = 0;
});
afterAll(async () => {
  await db.close();
});

const Key = { order: { S: 'o' } };
const put = (more: object) => call(db, 'PutItem', { TableName: orders, Item: { ...Key, ...more } });

test('an item is told when it comes, changes and goes, with its images', async () => {
  await put({ n: { N: '1' } });
  await call(db, 'UpdateItem', {
    TableName: orders,
    Key,
    UpdateExpression: 'SET n = :n',
    ExpressionAttributeValues: { ':n': { N: '2' } },
  });
  await call(db, 'DeleteItem', { TableName: orders, Key });
  const one = { ...Key, n: { N: '1' } };
  const two = { ...Key, n: { N: '2' } };
  const common = { tableName: orders, keys: Key, atMs: 1_000 };
  expect(changes).toEqual([
    { ...common, eventName: 'INSERT', newImage: one },
    { ...common, eventName: 'MODIFY', oldImage: one, newImage: two },
    { ...common, eventName: 'REMOVE', oldImage: two },
  ]);
});

test('a write that changes nothing is not told', async () => {
  await put({ s: { SS: ['a', 'b'] }, n: { N: '1' } });
  changes.length = 0;
  await put({ n: { N: '1.0' }, s: { SS: ['b', 'a'] } });
  await call(db, 'UpdateItem', { TableName: orders, Key, UpdateExpression: 'REMOVE absent' });
  await call(db, 'DeleteItem', { TableName: orders, Key: { order: { S: 'never' } } });
  expect(changes).toEqual([]);
  await put({ s: { SS: ['b', 'a'] }, n: { N: '2' } });
  expect(changes).toHaveLength(1);
});

test('a refused write is not told', async () => {
  await call(db, 'PutItem', {
    TableName: orders,
    Item: { order: { S: 'refused' } },
    ConditionExpression: 'attribute_exists(absent)',
  });
  await call(db, 'TransactWriteItems', {
    TransactItems: [
      { Put: { TableName: orders, Item: { order: { S: 'in-transaction' } } } },
      { ConditionCheck: { TableName: orders, Key, ConditionExpression: 'attribute_exists(absent)' } },
    ],
  });
  expect(changes).toEqual([]);
});

test('a transaction and a batch tell each item, in order', async () => {
  const Item = (name: string) => ({ order: { S: name } });
  await call(db, 'TransactWriteItems', {
    TransactItems: ['t-1', 't-2'].map((name) => ({ Put: { TableName: orders, Item: Item(name) } })),
  });
  await call(db, 'BatchWriteItem', {
    RequestItems: { [orders]: ['b-1', 'b-2'].map((name) => ({ PutRequest: { Item: Item(name) } })) },
  });
  expect(changes.map(({ keys }) => keys['order']?.['S'])).toEqual(['t-1', 't-2', 'b-1', 'b-2']);
});

test('a listener that stopped hears no more', async () => {
  let heard = 0;
  const stop = db.onChange(() => {
    heard += 1;
  });
  await put({ n: { N: '10' } });
  stop();
  await put({ n: { N: '11' } });
  expect(heard).toBe(1);
});

test.each([
  [{ L: [{ S: 'a' }, { S: 'b' }] }, { L: [{ S: 'b' }, { S: 'a' }] }, false],
  [{ NS: ['1', '2'] }, { NS: ['2', '1'] }, true],
  [{ M: { a: { S: 'x' }, b: { S: 'y' } } }, { M: { b: { S: 'y' }, a: { S: 'x' } } }, true],
  [{ M: { a: { S: 'x' } } }, { M: { b: { S: 'x' } } }, false],
  [{ S: '1' }, { N: '1' }, false],
  [{ M: {} }, { L: [] }, false],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
});
