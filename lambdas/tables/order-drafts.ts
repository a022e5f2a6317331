/** Drafts in the table of orders: one item for each customer, the one that was begun last. */

import { ConditionalCheckFailedException, DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { basketDigest, isTakenByPhone, SKU_PATTERN } from '../domain/basket.ts';
import { expiresAtMs, isOpenDraft, type OrderDraft } from '../domain/order-draft.ts';
import { readIntent } from './intent-items.ts';
import { getItem, putItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

const draftItem = z.object({
  customerId: z.string(),
  lines: z
    .array(z.strictObject({ sku: z.string().check(z.regex(SKU_PATTERN)), quantity: z.int() }))
    .check(z.refine(isTakenByPhone)),
  contactId: z.string(),
  begunAt: z.iso.datetime(),
});

export const draftKey = (customerId: string) => ({ pk: `DRAFT#${customerId}` });

/** A draft as it lies in the table. */
export function draftItemOf(draft: OrderDraft) {
  const { customerId, contactId, begunAtMs } = draft;
  const lines = draft.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const begunAt = new Date(begunAtMs).toISOString();
  const removeAfter = Math.floor(expiresAtMs(draft) / 1000);
  return { ...draftKey(customerId), customerId, lines, contactId, begunAt, removeAfter };
}

/** Keeps what a customer has begun in the place of what they began before. */
export const keepDraft = (table: Table, draft: OrderDraft, signal: AbortSignal): Promise<void> =>
  putItem(table, { Item: draftItemOf(draft) }, signal);

/** What a customer has begun last, whether or not it was ordered since: one request. */
export async function readDraft(
  table: Table,
  customerId: string,
  signal: AbortSignal,
): Promise<OrderDraft | undefined> {
  const item = await getItem(table, { Key: draftKey(customerId), ConsistentRead: true }, signal);
  if (item === undefined) return undefined;
  const { begunAt, ...draft } = readItem(draftItem, item, table);
  return { ...draft, begunAtMs: Date.parse(begunAt) };
}

/** The draft that a customer can go on with: two requests, one where there is none. */
export async function findOpenDraft(
  table: Table,
  customerId: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<OrderDraft | undefined> {
  const draft = await readDraft(table, customerId, signal);
  if (draft === undefined) return undefined;
  const newest = await readIntent(table, { customerId, digest: basketDigest(draft) }, signal);
  return isOpenDraft(draft, newest, nowMs) ? draft : undefined;
}

/** Takes a draft away. Where one was begun that nobody asking has seen, it stays, and the answer is false. */
export async function dropDraft(
  { client, name }: Table,
  { customerId, begunAtMs }: Pick<OrderDraft, 'customerId' | 'begunAtMs'>,
  signal: AbortSignal,
): Promise<boolean> {
  signal.throwIfAborted();
  try {
    await client.send(
      new DeleteItemCommand({
        TableName: name,
        Key: { pk: { S: draftKey(customerId).pk } },
        ConditionExpression: 'attribute_not_exists(pk) OR begunAt = :seen',
        ExpressionAttributeValues: { ':seen': { S: new Date(begunAtMs).toISOString() } },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
