import {
  GetItemCommand,
  PutItemCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testUnless } from './known-differences.ts';
import { type Served, serveTables } from './served.ts';
import { cases, orders } from './tables.ts';

let served: Served;
let nowMs = Date.parse('2026-11-22T10:00:00Z');
beforeAll(async () => {
  served = await serveTables({ now: () => nowMs });
});
afterAll(async () => {
  await served.close();
});

const key = (customer: string, number = 1) => ({ customer: { S: customer }, number: { N: String(number) } });
const order = (name: string) => ({ order: { S: name } });
const putOrder = (name: string, more: object = {}): TransactWriteItem => ({
  Put: { TableName: orders, Item: { ...order(name), ...more } },
});
const write = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  served.client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
const refusal = (promise: Promise<unknown>): Promise<unknown> => promise.catch((thrown: unknown) => thrown);
const orderAt = async (name: string) =>
  (await served.client.send(new GetItemCommand({ TableName: orders, Key: order(name) }))).Item;

describe('a transaction', () => {
  test('puts, updates, deletes and checks over two tables at once', async () => {
    await served.client.send(new PutItemCommand({ TableName: orders, Item: order('gone') }));
    await served.client.send(new PutItemCommand({ TableName: orders, Item: order('checked') }));
    await write([
      { Put: { TableName: cases, Item: { ...key('tx'), note: { S: 'put' } } } },
      {
        Update: {
          TableName: cases,
          Key: key('tx', 2),
          UpdateExpression: 'ADD hits :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
      { Delete: { TableName: orders, Key: order('gone') } },
      {
        ConditionCheck: {
          TableName: orders,
          Key: order('checked'),
          ConditionExpression: 'attribute_exists(#o)',
          ExpressionAttributeNames: { '#o': 'order' },
        },
      },
    ]);
    const { Responses } = await served.client.send(
      new TransactGetItemsCommand({
        TransactItems: [
          { Get: { TableName: cases, Key: key('tx') } },
          { Get: { TableName: cases, Key: key('tx', 2) } },
          { Get: { TableName: orders, Key: order('gone') } },
          { Get: { TableName: orders, Key: order('checked') } },
        ],
      }),
    );
    expect(Responses).toEqual([
      { Item: { ...key('tx'), note: { S: 'put' } } },
      { Item: { ...key('tx', 2), hits: { N: '1' } } },
      {},
      { Item: order('checked') },
    ]);
  });

  test('that fails one condition writes nothing, and says which, with the old item', async () => {
    const kept = { ...order('kept'), state: { S: 'paid' } };
    await served.client.send(new PutItemCommand({ TableName: orders, Item: kept }));
    const error = await refusal(
      write([
        putOrder('not-written'),
        {
          Update: {
            TableName: orders,
            Key: order('kept'),
            UpdateExpression: 'SET #s = :new',
            ConditionExpression: '#s = :open',
            ExpressionAttributeNames: { '#s': 'state' },
            ExpressionAttributeValues: { ':new': { S: 'shipped' }, ':open': { S: 'open' } },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
        },
        putOrder('not-written-either'),
      ]),
    );
    expect(error).toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None]',
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: kept },
        { Code: 'None' },
      ],
    });
    expect(await orderAt('not-written')).toBeUndefined();
    expect(await orderAt('not-written-either')).toBeUndefined();
    expect(await orderAt('kept')).toEqual(kept);
  });

  test('names every action that is in the way, and gives no old item unasked', async () => {
    const absent = (name: string): TransactWriteItem => ({
      ConditionCheck: {
        TableName: orders,
        Key: order(name),
        ConditionExpression: 'attribute_exists(#o)',
        ExpressionAttributeNames: { '#o': 'order' },
      },
    });
    const error = await refusal(write([absent('absent-1'), putOrder('between'), absent('absent-2')]));
    expect(error).toMatchObject({
      CancellationReasons: [
        { Code: 'ConditionalCheckFailed' },
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
  });

  test('that meets an item of another type is cancelled as a validation error of that action', async () => {
    await served.client.send(
      new PutItemCommand({ TableName: orders, Item: { ...order('text'), n: { S: 'x' } } }),
    );
    const error = await refusal(
      write([
        putOrder('beside-text'),
        {
          Update: {
            TableName: orders,
            Key: order('text'),
            UpdateExpression: 'ADD n :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ]),
    );
    expect(error).toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ValidationError',
          Message: 'An operand in the update expression has an incorrect data type',
        },
      ],
    });
    expect(await orderAt('beside-text')).toBeUndefined();
  });

  test.each([
    ['an empty index key', { ...key('tx-phone'), phone: { S: '' } }],
    ['an empty key', { customer: { S: '' }, number: { N: '1' } }],
  ])('with %s is refused whole', async (_what, Item) => {
    const error = await refusal(write([putOrder('beside-empty'), { Put: { TableName: cases, Item } }]));
    expect(error).toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(/cannot contain an empty string value/),
    });
    expect(await orderAt('beside-empty')).toBeUndefined();
  });

  test.each([
    ['an index key', { Put: { TableName: cases, Item: { ...key('tx-type'), phone: { N: '1' } } } }],
    ['a key', { Put: { TableName: cases, Item: { ...key('tx-type'), number: { S: '1' } } } }],
    [
      'the key of a deletion',
      { Delete: { TableName: cases, Key: { ...key('tx-type'), number: { S: '1' } } } },
    ],
  ])('with %s of another type is cancelled', async (_what, action) => {
    const error = await refusal(write([putOrder('beside-type'), action]));
    expect(error).toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
    expect(await orderAt('beside-type')).toBeUndefined();
  });

  test.each([
    [
      'the same item twice',
      () => [putOrder('same'), { Delete: { TableName: orders, Key: order('same') } }],
      /cannot include multiple operations on one item/,
    ],
    ['no action', () => [], /greater than or equal to 1/],
    [
      '101 actions',
      () => Array.from({ length: 101 }, (_, at) => putOrder(`many-${at}`)),
      /less than or equal to 100/,
    ],
    [
      'a check without a condition',
      () => [{ ConditionCheck: { TableName: orders, Key: order('x') } }],
      /onditionExpression/,
    ],
    [
      'more than 4 MB',
      () =>
        Array.from({ length: 11 }, (_, at) => putOrder(`big-${at}`, { note: { S: 'x'.repeat(390 * 1024) } })),
      /4 ?MB/,
    ],
  ])('with %s is refused', async (_what, actions, message) => {
    const error = await refusal(write(actions() as TransactWriteItem[]));
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });

  testUnless('transactionalSyntax')('with a broken expression is refused', async () => {
    const broken = { Update: { TableName: orders, Key: order('x'), UpdateExpression: 'SET' } };
    expect(await refusal(write([broken]))).toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(/Invalid UpdateExpression/),
    });
  });

  test('of 100 actions passes', async () => {
    await write(Array.from({ length: 100 }, (_, at) => putOrder(`hundred-${at}`)));
    expect(await orderAt('hundred-99')).toEqual(order('hundred-99'));
  });

  test('on a table that is not there is refused', async () => {
    const error = await refusal(write([{ Put: { TableName: 'Nowhere', Item: order('x') } }]));
    expect(error).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a client token', () => {
  const add = (amount: string): TransactWriteItem[] => [
    {
      Update: {
        TableName: orders,
        Key: order('counted'),
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': { N: amount } },
      },
    },
  ];

  test('makes a repeated transaction do nothing, and refuses another one', async () => {
    await write(add('1'), 'token-1');
    await write(add('1'), 'token-1');
    expect(await orderAt('counted')).toMatchObject({ n: { N: '1' } });
    const error = await refusal(write(add('2'), 'token-1'));
    expect(error).toMatchObject({ name: 'IdempotentParameterMismatchException' });
    expect(await orderAt('counted')).toMatchObject({ n: { N: '1' } });
  });

  test('of a transaction that was cancelled is free again', async () => {
    const once: TransactWriteItem[] = [
      {
        Put: {
          TableName: orders,
          Item: order('after-blocker'),
          ConditionExpression: 'attribute_not_exists(#o)',
          ExpressionAttributeNames: { '#o': 'order' },
        },
      },
    ];
    await served.client.send(new PutItemCommand({ TableName: orders, Item: order('after-blocker') }));
    expect(await refusal(write(once, 'token-2'))).toMatchObject({ name: 'TransactionCanceledException' });
    await write(add('1'), 'token-2');
  });

  testUnless('tokenExpiry')('protects for ten minutes and no longer', async () => {
    await write(add('1'), 'token-3');
    const before = Number((await orderAt('counted'))?.['n']?.N);
    nowMs += 10 * 60 * 1000 - 1;
    await served.db.sweepExpired(nowMs);
    await write(add('1'), 'token-3');
    expect(await orderAt('counted')).toMatchObject({ n: { N: String(before) } });
    nowMs += 1;
    await write(add('1'), 'token-3');
    expect(await orderAt('counted')).toMatchObject({ n: { N: String(before + 1) } });
  });
});

describe('reads in a transaction', () => {
  testUnless('transactionalProjection')('give the attributes that were asked for', async () => {
    await served.client.send(
      new PutItemCommand({ TableName: orders, Item: { ...order('p'), a: { S: 'a' }, b: { S: 'b' } } }),
    );
    const get = { Get: { TableName: orders, Key: order('p'), ProjectionExpression: 'b' } };
    const { Responses } = await served.client.send(new TransactGetItemsCommand({ TransactItems: [get] }));
    expect(Responses).toEqual([{ Item: { b: { S: 'b' } } }]);
  });

  test.each([
    [
      'the same item twice',
      [{ Get: { TableName: orders, Key: order('a') } }, { Get: { TableName: orders, Key: order('a') } }],
      /multiple operations on one item/,
    ],
    [
      '101 items',
      Array.from({ length: 101 }, (_, at) => ({ Get: { TableName: orders, Key: order(`r-${at}`) } })),
      /less than or equal to 100/,
    ],
  ])('of %s are refused', async (_what, TransactItems, message) => {
    const error = await refusal(served.client.send(new TransactGetItemsCommand({ TransactItems })));
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });

  test('never see half of a transaction', async () => {
    const both = (n: number) => ['left', 'right'].map((name) => putOrder(name, { n: { N: String(n) } }));
    await write(both(0));
    const writing = (async () => {
      for (let n = 1; n <= 30; n += 1)
        // A reader may hold the items; the write is then simply tried again.
        while ((await refusal(write(both(n)))) instanceof Error);
    })();
    for (let read = 0; read < 30; read += 1) {
      const answer = await refusal(
        served.client.send(
          new TransactGetItemsCommand({
            TransactItems: ['left', 'right'].map((name) => ({
              Get: { TableName: orders, Key: order(name) },
            })),
          }),
        ),
      );
      if (answer instanceof Error) {
        expect(answer.name).toBe('TransactionCanceledException');
        continue;
      }
      const responses: unknown = Reflect.get(Object(answer), 'Responses');
      const seen = (Array.isArray(responses) ? responses : []).map((entry) => entry.Item.n.N);
      expect(seen).toHaveLength(2);
      expect(seen[0]).toBe(seen[1]);
    }
    await writing;
  });
});
