import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { call } from './called.ts';
import { orders, ordersTable, provision, stack } from './tables.ts';

// Straight into the service, so that it is certain which request came first.
let db: DynamoDb;
beforeAll(async () => {
  db = await openDynamoDb({ region: stack.region, accountId: stack.accountId });
  await provision(db, 'Orders', ordersTable);
});
afterAll(async () => {
  await db.close();
});

const put = (order: string) => ({ Put: { TableName: orders, Item: { order: { S: order }, n: { N: '1' } } } });
const transact = (names: string[], ClientRequestToken?: string) =>
  call(db, 'TransactWriteItems', { TransactItems: names.map(put), ClientRequestToken });

describe('while a transaction is going on', () => {
  test('another one with the same item is cancelled, naming the item', async () => {
    const [first, second] = await Promise.all([transact(['a', 'b']), transact(['c', 'b'])]);
    expect(first.status).toBe(200);
    expect(second).toMatchObject({
      status: 400,
      body: {
        __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
        CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
      },
    });
    const { body } = await call(db, 'GetItem', { TableName: orders, Key: { order: { S: 'c' } } });
    expect(body['Item']).toBeUndefined();
  });

  test.each([
    ['PutItem', { Item: { order: { S: 'held' } } }],
    ['UpdateItem', { Key: { order: { S: 'held' } }, UpdateExpression: 'REMOVE n' }],
    ['DeleteItem', { Key: { order: { S: 'held' } } }],
  ])('a %s of one of its items is refused', async (operation, input) => {
    const [transaction, single] = await Promise.all([
      transact(['held']),
      call(db, operation, { TableName: orders, ...input }),
    ]);
    expect(transaction.status).toBe(200);
    expect(single.body['__type']).toBe('com.amazonaws.dynamodb.v20120810#TransactionConflictException');
  });

  test('a transactional read of one of its items is cancelled, a plain read is not', async () => {
    const Key = { order: { S: 'read' } };
    const [, transactional, plain] = await Promise.all([
      transact(['read']),
      call(db, 'TransactGetItems', { TransactItems: [{ Get: { TableName: orders, Key } }] }),
      call(db, 'GetItem', { TableName: orders, Key }),
    ]);
    expect(transactional.body['CancellationReasons']).toMatchObject([{ Code: 'TransactionConflict' }]);
    expect(plain.status).toBe(200);
  });

  test('other items are free, and afterwards its own are too', async () => {
    const [first, second] = await Promise.all([transact(['x']), transact(['y'])]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await transact(['x', 'y'])).status).toBe(200);
  });

  test('a repetition under its token is told that it is in progress', async () => {
    const [first, second] = await Promise.all([transact(['t'], 'token'), transact(['t'], 'token')]);
    expect(first.status).toBe(200);
    expect(second.body['__type']).toBe('com.amazonaws.dynamodb.v20120810#TransactionInProgressException');
    expect((await transact(['t'], 'token')).status).toBe(200);
  });

  test('a cancelled one gives its items back', async () => {
    const never = { ConditionExpression: 'attribute_exists(absent)' };
    const cancelled = await call(db, 'TransactWriteItems', {
      TransactItems: [{ Delete: { TableName: orders, Key: { order: { S: 'freed' } }, ...never } }],
    });
    expect(cancelled.status).toBe(400);
    expect((await transact(['freed'])).status).toBe(200);
  });
});
