/** Recordings that an erasure could not delete: kept by the id of whoever was erased, so that it is done again until they are gone. */

import * as z from 'zod/mini';
import { putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

const owedItem = z.object({ recording: z.string() });

const owedKey = (customerId: string, recording: string) => ({
  pk: `ERASURE#${customerId}`,
  sk: `RECORDING#${recording}`,
});

/** @param recording as `bucket/key` */
export const oweDeletion = (table: Table, customerId: string, recording: string): Promise<void> =>
  putItem(table, { Item: { ...owedKey(customerId, recording), recording } });

/** It is gone. */
export async function deletionIsDone(
  { client, name }: Table,
  customerId: string,
  recording: string,
): Promise<void> {
  await writeTogether(client, [{ Delete: { TableName: name, Key: owedKey(customerId, recording) } }]);
}

/** What erasures of this id have left, as `bucket/key`. */
export async function owedDeletions(table: Table, customerId: string): Promise<readonly string[]> {
  const found: string[] = [];
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': owedKey(customerId, '').pk },
      ConsistentRead: true,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    });
    found.push(...items.map((item) => readItem(owedItem, item, table).recording));
    from = next;
  } while (from !== undefined);
  return found;
}
