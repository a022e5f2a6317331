/** Several writes that happen all or not at all, in plain values. */

import {
  type ConditionCheck,
  type Delete,
  type DynamoDBClient,
  type Put,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type Update,
} from '@aws-sdk/client-dynamodb';
import { marshalledItem } from './plain-item.ts';
import { type Key, marshalledKey, marshalledValues } from './requests.ts';
import type { Plain } from './table.ts';

type PlainWrite<W> = Omit<W, 'Key' | 'Item' | 'ExpressionAttributeValues'> & {
  readonly ExpressionAttributeValues?: Plain;
};
type Keyed<W> = PlainWrite<W> & { readonly Key: Key };

/** One write of a transaction, named as DynamoDB names it. */
export type Write =
  | { readonly Put: PlainWrite<Put> & { readonly Item: Plain } }
  | { readonly Update: Keyed<Update> }
  | { readonly Delete: Keyed<Delete> }
  | { readonly ConditionCheck: Keyed<ConditionCheck> };

/** What one transaction takes (dynamodb, TransactWriteItems: TransactItems). */
export const WRITES_MAX = 100;

/**
 * Makes all the writes or none; at most {@link WRITES_MAX}. Throws TransactionCanceledException, with the reasons in the order of the
 * writes, where a condition does not hold or another write was under way.
 */
export async function writeTogether(
  client: DynamoDBClient,
  writes: readonly Write[],
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  await client.send(new TransactWriteItemsCommand({ TransactItems: writes.map(marshalledWrite) }));
}

function marshalledWrite(write: Write): TransactWriteItem {
  if ('Put' in write) {
    const { Item, ExpressionAttributeValues } = write.Put;
    return {
      Put: {
        ...write.Put,
        Item: marshalledItem(Item),
        ExpressionAttributeValues: marshalledValues(ExpressionAttributeValues),
      },
    };
  }
  if ('Update' in write) return { Update: marshalledKeyed(write.Update) };
  if ('Delete' in write) return { Delete: marshalledKeyed(write.Delete) };
  return { ConditionCheck: marshalledKeyed(write.ConditionCheck) };
}

function marshalledKeyed<W extends { readonly Key: Key; readonly ExpressionAttributeValues?: Plain }>(
  write: W,
) {
  const { Key, ExpressionAttributeValues } = write;
  return {
    ...write,
    Key: marshalledKey(Key),
    ExpressionAttributeValues: marshalledValues(ExpressionAttributeValues),
  };
}
