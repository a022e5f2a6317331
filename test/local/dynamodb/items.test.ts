import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testUnless } from './known-differences.ts';
import { type Served, serveTables } from './served.ts';
import { cases, orders } from './tables.ts';

let served: Served;
beforeAll(async () => {
  served = await serveTables();
});
afterAll(async () => {
  await served.close();
});

const key = (customer: string, number = 1) => ({ customer: { S: customer }, number: { N: String(number) } });

async function put(item: Record<string, object>) {
  return await served.client.send(new PutItemCommand({ TableName: cases, Item: item as never }));
}

describe('what is written is there at once', () => {
  test('an item comes back with every type as it was put', async () => {
    const item = {
      ...key('types'),
      text: { S: 'Grüße 🎧' },
      number38: { N: '12345678901234567890123456789012345678' },
      bytes: { B: new Uint8Array([0, 255, 7]) },
      yes: { BOOL: true },
      nothing: { NULL: true },
      list: { L: [{ S: 'a' }, { M: { deep: { N: '1.5' } } }] },
      texts: { SS: ['a', 'b'] },
      emptyText: { S: '' },
    };
    await put(item);
    const { Item } = await served.client.send(new GetItemCommand({ TableName: cases, Key: key('types') }));
    expect(Item).toEqual(item);
  });

  test('the document client writes, reads and deletes plain objects', async () => {
    const documents = DynamoDBDocumentClient.from(served.client);
    const Item = { customer: 'plain', number: 7, lines: [{ product: 'kettle', quantity: 2 }], paid: false };
    await documents.send(new PutCommand({ TableName: cases, Item }));
    const Key = { customer: 'plain', number: 7 };
    expect((await documents.send(new GetCommand({ TableName: cases, Key }))).Item).toEqual(Item);
    const deleted = await documents.send(
      new DeleteCommand({ TableName: cases, Key, ReturnValues: 'ALL_OLD' }),
    );
    expect(deleted.Attributes).toEqual(Item);
    expect((await documents.send(new GetCommand({ TableName: cases, Key }))).Item).toBeUndefined();
  });

  test('an item that is not there is no error', async () => {
    const found = await served.client.send(new GetItemCommand({ TableName: cases, Key: key('nobody') }));
    expect(found.Item).toBeUndefined();
  });
});

describe('a condition', () => {
  test('that fails changes nothing and gives the old item where that is asked for', async () => {
    const item = { ...key('guarded'), note: { S: 'first' } };
    await put(item);
    const again = new PutItemCommand({
      TableName: cases,
      Item: { ...item, note: { S: 'second' } },
      ConditionExpression: 'attribute_not_exists(customer)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    await expect(served.client.send(again)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: item,
    });
    const { Item } = await served.client.send(new GetItemCommand({ TableName: cases, Key: key('guarded') }));
    expect(Item).toEqual(item);
  });

  test('gives no old item where none is asked for', async () => {
    await put(key('unasked'));
    const failing = new DeleteItemCommand({
      TableName: cases,
      Key: key('unasked'),
      ConditionExpression: 'attribute_exists(absent)',
    });
    const error = await served.client.send(failing).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(Reflect.get(Object(error), 'Item')).toBeUndefined();
  });

  test.each([
    [
      'update',
      (ask: object) => new UpdateItemCommand({ UpdateExpression: 'SET note = :n', ...ask } as never),
    ],
    ['deletion', (ask: object) => new DeleteItemCommand(ask as never)],
  ])('of an %s gives the old item too', async (_kind, command) => {
    const item = { ...key('old-image'), note: { S: 'kept' } };
    await put(item);
    const isUpdate = _kind === 'update';
    const ask = {
      TableName: cases,
      Key: key('old-image'),
      ConditionExpression: 'note = :other',
      ExpressionAttributeValues: { ':other': { S: 'x' }, ...(isUpdate ? { ':n': { S: 'n' } } : {}) },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
    await expect(served.client.send(command(ask))).rejects.toMatchObject({ Item: item });
  });

  test('on an item that is not there has no old item to give', async () => {
    const failing = new DeleteItemCommand({
      TableName: cases,
      Key: key('never-there'),
      ConditionExpression: 'attribute_exists(customer)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const error = await served.client.send(failing).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(Reflect.get(Object(error), 'Item')).toBeUndefined();
  });

  test('decides between twenty writers at once: one wins', async () => {
    const claims = Array.from({ length: 20 }, (_, writer) =>
      served.client.send(
        new PutItemCommand({
          TableName: orders,
          Item: { order: { S: 'claimed-once' }, by: { N: String(writer) } },
          ConditionExpression: 'attribute_not_exists(#o)',
          ExpressionAttributeNames: { '#o': 'order' },
        }),
      ),
    );
    const outcomes = await Promise.allSettled(claims);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('an update', () => {
  const update = (customer: string, more: object) =>
    served.client.send(new UpdateItemCommand({ TableName: cases, Key: key(customer), ...more }));

  testUnless('oldImageOfNothing')('that makes an item has no old item to return', async () => {
    const answer = await update('made-from-nothing', {
      UpdateExpression: 'SET note = :v',
      ExpressionAttributeValues: { ':v': { S: 'v' } },
      ReturnValues: 'ALL_OLD',
    });
    expect(answer.Attributes).toBeUndefined();
  });

  test('makes the item where there is none, and returns nothing old', async () => {
    const answer = await update('made', {
      UpdateExpression: 'SET attempts = if_not_exists(attempts, :zero) + :one',
      ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    });
    expect(answer.Attributes).toEqual({ attempts: { N: '1' } });
  });

  test('counts every one of fifty concurrent additions', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        update('counted', {
          UpdateExpression: 'ADD calls :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      ),
    );
    const { Item } = await served.client.send(new GetItemCommand({ TableName: cases, Key: key('counted') }));
    expect(Item?.['calls']).toEqual({ N: '50' });
  });

  test('leaves Attributes out where none of the updated attributes was there', async () => {
    await put(key('no-old'));
    const answer = await update('no-old', {
      UpdateExpression: 'SET fresh = :v',
      ExpressionAttributeValues: { ':v': { S: 'v' } },
      ReturnValues: 'UPDATED_OLD',
    });
    expect(answer.Attributes).toBeUndefined();
  });

  testUnless('elementRemoval')(
    'removes the list elements that it names, as they were numbered before',
    async () => {
      await put({ ...key('listed'), list: { L: ['a', 'b', 'c', 'd'].map((S) => ({ S })) } });
      const answer = await update('listed', {
        UpdateExpression: 'REMOVE #l[0], #l[1]',
        ExpressionAttributeNames: { '#l': 'list' },
        ReturnValues: 'ALL_NEW',
      });
      expect(answer.Attributes?.['list']).toEqual({ L: [{ S: 'c' }, { S: 'd' }] });
    },
  );

  testUnless('missingPath')('that removes below an attribute that is not there is refused', async () => {
    await put(key('no-parent'));
    const error = await update('no-parent', { UpdateExpression: 'REMOVE gone.x' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      message: 'The document path provided in the update expression is invalid for update',
    });
  });

  testUnless('pathBelowNull')('that sets below a null is refused, and changes nothing', async () => {
    const item = { ...key('null-parent'), note: { NULL: true } };
    await put(item);
    await expect(
      update('null-parent', {
        UpdateExpression: 'SET note.x = :v',
        ExpressionAttributeValues: { ':v': { N: '1' } },
      }),
    ).rejects.toMatchObject({
      message: 'The document path provided in the update expression is invalid for update',
    });
    const read = new GetItemCommand({ TableName: cases, Key: key('null-parent') });
    expect((await served.client.send(read)).Item).toEqual(item);
  });

  test.each([
    ['the key', 'SET customer = :v', /part of the key/],
    ['a reserved word', 'SET status = :v', /reserved keyword: status/],
    ['an undefined value', 'SET note = :missing', /attribute value: :missing/],
    ['a broken expression', 'SET note', /Syntax error/],
    ['overlapping paths', 'SET note = :v, note.x = :v', /overlap/],
    [
      'a path through nothing',
      'SET gone.x = :v',
      /document path provided in the update expression is invalid/,
    ],
  ])('of %s is refused', async (_what, UpdateExpression, message) => {
    await put(key('refused'));
    const ask = { UpdateExpression, ExpressionAttributeValues: { ':v': { S: 'v' } } };
    const error = await update('refused', ask).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });
});

describe('the keys of indexes', () => {
  test.each([
    [
      'another type',
      { phone: { N: '1' } },
      /Type mismatch for Index Key phone Expected: S Actual: N IndexName: by-phone/,
    ],
    [
      'an empty text',
      { phone: { S: '' } },
      /cannot contain an empty string value. IndexName: by-phone, IndexKey: phone/,
    ],
    [
      'a text for a number',
      { status: { S: 'open' }, openedAt: { S: '1' } },
      /Type mismatch for Index Key openedAt/,
    ],
    ['NULL', { phone: { NULL: true } }, /Type mismatch for Index Key phone/],
  ])('refuse %s in a put', async (_what, attributes, message) => {
    const error = await put({ ...key('index-keys'), ...attributes }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });

  test.each([
    ['another type', { N: '1' }, /./],
    [
      'an empty text',
      { S: '' },
      /update a secondary index key to a value that is not supported.*empty string value/,
    ],
  ])('refuse %s in an update', async (_what, value, message) => {
    const command = new UpdateItemCommand({
      TableName: cases,
      Key: key('index-keys'),
      UpdateExpression: 'SET phone = :p',
      ExpressionAttributeValues: { ':p': value as never },
    });
    const error = await served.client.send(command).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
    const { Item } = await served.client.send(
      new GetItemCommand({ TableName: cases, Key: key('index-keys') }),
    );
    expect(Item).toBeUndefined();
  });

  testUnless('indexKeyBytes')('refuse more than 2,048 bytes', async () => {
    const error = await put({ ...key('index-keys'), phone: { S: 'ü'.repeat(1025) } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ message: expect.stringMatching(/Size of hashkey has exceeded/) });
  });

  test('may be missing: the item is in the table and not in the index', async () => {
    await put({ ...key('unindexed'), note: { S: 'no phone' } });
    const found = await served.client.send(
      new ScanCommand({
        TableName: cases,
        IndexName: 'by-phone',
        FilterExpression: 'customer = :c',
        ExpressionAttributeValues: { ':c': { S: 'unindexed' } },
      }),
    );
    expect(found.Items).toEqual([]);
  });
});

describe('a query', () => {
  const numbers = [-20, -3, 0, 1, 2, 10, 99];
  beforeAll(async () => {
    for (const number of numbers)
      await put({
        ...key('queried', number),
        phone: { S: '+12025550111' },
        status: { S: 'open' },
        openedAt: { N: String(-number) },
        note: { S: `n${number}` },
      });
  });
  const query = async (more: object) =>
    await served.client.send(new QueryCommand({ TableName: cases, ...more }));
  const ofCustomer = {
    KeyConditionExpression: 'customer = :c',
    ExpressionAttributeValues: { ':c': { S: 'queried' } },
  };

  test('gives the items in the order of their numbers, also backwards', async () => {
    const forward = await query(ofCustomer);
    expect(forward.Items?.map((item) => Number(item['number']?.N))).toEqual(numbers);
    const backward = await query({ ...ofCustomer, ScanIndexForward: false, Limit: 2 });
    expect(backward.Items?.map((item) => Number(item['number']?.N))).toEqual([99, 10]);
  });

  test.each([1, 2, 3, 7])(
    'in pages of %d gives every item once, on the table and on an index',
    async (Limit) => {
      const onIndex = {
        IndexName: 'by-phone',
        KeyConditionExpression: 'phone = :p',
        ExpressionAttributeValues: { ':p': { S: '+12025550111' } },
      };
      for (const [ask, forward] of [
        [ofCustomer, true],
        [ofCustomer, false],
        [onIndex, true],
        [onIndex, false],
      ] as const) {
        const seen: number[] = [];
        let ExclusiveStartKey: object | undefined;
        do {
          const page = await query({ ...ask, Limit, ScanIndexForward: forward, ExclusiveStartKey });
          seen.push(...(page.Items ?? []).map((item) => Number(item['number']?.N)));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);
        expect(seen.sort((a, b) => a - b)).toEqual(numbers);
      }
    },
  );

  test('on an index that projects keys gives the keys only', async () => {
    const { Items } = await query({
      IndexName: 'by-status',
      KeyConditionExpression: '#s = :s AND openedAt BETWEEN :a AND :b',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: { ':s': { S: 'open' }, ':a': { N: '-2' }, ':b': { N: '0' } },
    });
    expect(Items?.map((item) => Object.keys(item).sort())).toEqual(
      Array.from({ length: 3 }, () => ['customer', 'number', 'openedAt', 'status']),
    );
    expect(Items?.map((item) => item['openedAt'])).toEqual([{ N: '-2' }, { N: '-1' }, { N: '0' }]);
  });

  test('follows an item whose index key changes, and forgets one that is deleted', async () => {
    const phone = (value: string) => ({
      IndexName: 'by-phone',
      KeyConditionExpression: 'phone = :p',
      ExpressionAttributeValues: { ':p': { S: value } },
    });
    await put({ ...key('moves'), phone: { S: '+12025550121' } });
    await put({ ...key('moves'), phone: { S: '+12025550122' } });
    expect((await query(phone('+12025550121'))).Count).toBe(0);
    expect((await query(phone('+12025550122'))).Count).toBe(1);
    await served.client.send(new DeleteItemCommand({ TableName: cases, Key: key('moves') }));
    expect((await query(phone('+12025550122'))).Count).toBe(0);
  });

  test.each([
    [
      'a missing index',
      { ...ofCustomer, IndexName: 'by-colour' },
      /does not have the specified index: by-colour/,
    ],
    [
      'a strongly consistent read of an index',
      { ...ofCustomer, IndexName: 'by-phone', ConsistentRead: true, KeyConditionExpression: 'phone = :c' },
      /Consistent reads are not supported on global secondary indexes/,
    ],
    [
      'no partition key',
      { ...ofCustomer, KeyConditionExpression: '#n > :c', ExpressionAttributeNames: { '#n': 'number' } },
      /./,
    ],
  ])('of %s is refused', async (_what, ask, message) => {
    const error = await query(ask).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });
});

describe('a batch', () => {
  test('writes, deletes and reads over two tables', async () => {
    await put(key('batch', 1));
    const written = await served.client.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [cases]: [{ PutRequest: { Item: key('batch', 2) } }, { DeleteRequest: { Key: key('batch', 1) } }],
          [orders]: [{ PutRequest: { Item: { order: { S: 'b-1' } } } }],
        },
      }),
    );
    expect(written.UnprocessedItems).toEqual({});
    const read = await served.client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [cases]: { Keys: [key('batch', 1), key('batch', 2)] },
          [orders]: { Keys: [{ order: { S: 'b-1' } }] },
        },
      }),
    );
    expect(read.Responses).toEqual({ [cases]: [key('batch', 2)], [orders]: [{ order: { S: 'b-1' } }] });
  });

  const someOrders = (count: number, name: (position: number) => string) => ({
    RequestItems: {
      [orders]: Array.from({ length: count }, (_, position) => ({
        PutRequest: { Item: { order: { S: name(position) } } },
      })),
    },
  });
  test.each([
    ['the same item twice', someOrders(2, () => 'twice'), /duplicates/],
    [
      '26 writes',
      someOrders(26, (position) => `many-${position}`),
      /less than or equal to 25|Too many items/,
    ],
    [
      'a wrong key',
      { RequestItems: { [orders]: [{ PutRequest: { Item: { order: { N: '1' } } } }] } },
      /does not match the schema/,
    ],
  ])('with %s is refused whole', async (_what, input, message) => {
    const error = await served.client
      .send(new BatchWriteItemCommand(input as never))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });
});

describe('what does not fit is refused', () => {
  test('an item over 400 KB, counted in bytes', async () => {
    const big = put({ ...key('big'), note: { S: 'ü'.repeat(205 * 1024) } });
    await expect(big).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Item size has exceeded the maximum allowed size',
    });
  });

  test('an item of 390 KB is not', async () => {
    await put({ ...key('nearly'), note: { S: 'x'.repeat(390 * 1024) } });
  });

  test.each([
    ['a missing sort key', { customer: { S: 'x' } }, /Missing the key number in the item/],
    [
      'a key of another type',
      { customer: { S: 'x' }, number: { S: '1' } },
      /Type mismatch for key number expected: N actual: S/,
    ],
    ['an empty key', { customer: { S: '' }, number: { N: '1' } }, /empty string value/],
    ['a number that is none', { ...key('x'), n: { N: 'many' } }, /cannot be converted to a numeric value/],
    ['an empty set', { ...key('x'), s: { SS: [] } }, /may not be empty/],
    ['39 digits', { ...key('x'), n: { N: '1'.repeat(39) } }, /38 significant digits/],
  ])('an item with %s', async (_what, item, message) => {
    const error = await put(item as never).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });

  test('a table that is not there', async () => {
    const command = new GetItemCommand({ TableName: 'Nowhere', Key: key('x') });
    await expect(served.client.send(command)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Requested resource not found',
    });
  });
});
