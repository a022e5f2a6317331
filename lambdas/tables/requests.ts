/**
 * The requests that the stores make of a table, in plain values. The SDK's document client says the same, and costs
 * every request 10 µs more.
 *
 * Each is sent unless the invocation has given up meanwhile: then it throws, and nothing is sent. A request that is
 * already under way goes on to its own time-out, which is shorter than the function's; to hand the signal on to the
 * client would cost every request another 10 µs and could not take a write back either.
 */

import {
  type AttributeValue,
  BatchGetItemCommand,
  GetItemCommand,
  type GetItemInput,
  type KeysAndAttributes,
  PutItemCommand,
  type PutItemInput,
  QueryCommand,
  type QueryInput,
  UpdateItemCommand,
  type UpdateItemInput,
} from '@aws-sdk/client-dynamodb';
import { marshalledItem, plainItem } from './plain-item.ts';
import type { Plain, Table } from './table.ts';

/** A request as DynamoDB knows it, without the table's name and with plain values. */
type PlainRequest<Input> = Omit<
  Input,
  'TableName' | 'Key' | 'Item' | 'ExclusiveStartKey' | 'ExpressionAttributeValues'
>;

interface WithValues {
  readonly ExpressionAttributeValues?: Plain;
}

/** A key of ours: all its attributes are texts. */
export type Key = Readonly<Record<string, string>>;

/** Some items, and where the next page begins when there are more. */
export interface Page {
  readonly items: readonly Plain[];
  readonly next: Plain | undefined;
}

/** The item with a key, if there is one. */
export async function getItem(
  { client, name }: Table,
  request: PlainRequest<GetItemInput> & { readonly Key: Key },
  signal?: AbortSignal,
): Promise<Plain | undefined> {
  signal?.throwIfAborted();
  const { Item } = await client.send(
    new GetItemCommand({ ...request, TableName: name, Key: marshalledKey(request.Key) }),
  );
  return Item === undefined ? undefined : plainItem(Item);
}

/** The items with some keys, in one request and in no order; those that are not there are left out. */
export async function getItems(
  { client, name }: Table,
  keys: readonly Key[],
  how: Omit<KeysAndAttributes, 'Keys'>,
  signal?: AbortSignal,
): Promise<readonly Plain[]> {
  signal?.throwIfAborted();
  const { Responses = {}, UnprocessedKeys = {} } = await client.send(
    new BatchGetItemCommand({ RequestItems: { [name]: { ...how, Keys: keys.map(marshalledKey) } } }),
  );
  // What a single read would be refused for: nobody is taken for unknown because the table was busy.
  if (Object.keys(UnprocessedKeys).length > 0)
    throw new Error(`the table ${name} was too busy to answer for all keys; try again`);
  return (Responses[name] ?? []).map(plainItem);
}

/** One page of the items that a key condition finds. */
export async function queryItems(
  { client, name }: Table,
  request: PlainRequest<QueryInput> & WithValues & { readonly ExclusiveStartKey?: Plain },
  signal?: AbortSignal,
): Promise<Page> {
  signal?.throwIfAborted();
  const { ExclusiveStartKey, ExpressionAttributeValues } = request;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      ...request,
      TableName: name,
      ExpressionAttributeValues: marshalledValues(ExpressionAttributeValues),
      ExclusiveStartKey: ExclusiveStartKey === undefined ? undefined : marshalledItem(ExclusiveStartKey),
    }),
  );
  return {
    items: Items.map(plainItem),
    next: LastEvaluatedKey === undefined ? undefined : plainItem(LastEvaluatedKey),
  };
}

/** Changes an item; returns the attributes that `ReturnValues` asks for. Throws where the condition does not hold. */
export async function updateItem(
  { client, name }: Table,
  request: PlainRequest<UpdateItemInput> & WithValues & { readonly Key: Key },
  signal?: AbortSignal,
): Promise<Plain> {
  signal?.throwIfAborted();
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      ...request,
      TableName: name,
      Key: marshalledKey(request.Key),
      ExpressionAttributeValues: marshalledValues(request.ExpressionAttributeValues),
    }),
  );
  return Attributes === undefined ? {} : plainItem(Attributes);
}

/** Writes a whole item. Throws where the condition does not hold. */
export async function putItem(
  { client, name }: Table,
  request: PlainRequest<PutItemInput> & WithValues & { readonly Item: Plain },
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  await client.send(
    new PutItemCommand({
      ...request,
      TableName: name,
      Item: marshalledItem(request.Item),
      ExpressionAttributeValues: marshalledValues(request.ExpressionAttributeValues),
    }),
  );
}

/** A key as DynamoDB takes it: nothing but texts, so that the general conversion and its 6 µs are not needed. */
export function marshalledKey(key: Key): Record<string, AttributeValue> {
  const marshalled: Record<string, AttributeValue> = {};
  for (const name in key) marshalled[name] = { S: key[name] ?? '' };
  return marshalled;
}

/** The values of an expression as DynamoDB takes them; undefined, which is never sent, where there are none. */
export function marshalledValues(values: Plain | undefined): Record<string, AttributeValue> | undefined {
  return values === undefined ? undefined : marshalledItem(values);
}
