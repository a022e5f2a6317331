/** Writes and removes many items of a table. */

import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Plain, Table } from '../../lambdas/tables/table.ts';

/** BatchWriteItem takes no more. */
const BATCH_ITEMS_MAX = 25;

export const writeAll = (table: Table, items: readonly Plain[]): Promise<void> =>
  inBatches(
    table,
    items.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } })),
  );

export const removeAll = (table: Table, keys: readonly Plain[]): Promise<void> =>
  inBatches(
    table,
    keys.map((key) => ({ DeleteRequest: { Key: marshall(key) } })),
  );

/** What the table is too busy for is sent again; a table on demand is not for long. */
async function inBatches({ client, name }: Table, requests: readonly WriteRequest[]): Promise<void> {
  for (let from = 0; from < requests.length; from += BATCH_ITEMS_MAX) {
    let left = requests.slice(from, from + BATCH_ITEMS_MAX);
    while (left.length > 0) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [name]: [...left] } }),
      );
      left = UnprocessedItems?.[name] ?? [];
    }
  }
}
