/** Changes of orders whose callers have not heard the end: kept in the table of orders until somebody has settled them. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { INTENT_KEPT_DAYS } from '../domain/order-intent.ts';
import {
  readWish,
  UNSETTLED_CHANGE_AFTER_MS,
  type UnsettledChange,
  wishText,
} from '../domain/unsettled-change.ts';
import { getItem, type Key, updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import type { Write } from './transaction.ts';

/** The value under which they share the index of what is unsettled. */
export const UNSETTLED_CHANGE = 'change';

const changeItem = z.object({
  orderNumber: z.string(),
  contactIds: z.set(z.string()),
  wish: z.string(),
  keptAt: z.iso.datetime(),
  unsettled: z.optional(z.string()),
});

/** A change as it is kept: since when, and all contacts in which it was confirmed so. */
export interface KeptChange extends Pick<UnsettledChange, 'orderNumber' | 'wish'> {
  readonly contactIds: readonly [string, ...string[]];
  readonly keptAtMs: number;
}

const keyOf = ({ orderNumber, wish }: Pick<UnsettledChange, 'orderNumber' | 'wish'>): Key => ({
  pk: `CHANGE#${orderNumber}#${wishText(wish)}`,
});

/**
 * Keeps a change for whoever settles it. The record of a contact that comes again finds it kept, settled or not; another
 * contact with the same wish has it settled anew, because it may have been done in that one.
 * @returns whether it was kept now
 */
export async function keepUnsettledChange(
  table: Table,
  change: UnsettledChange,
  nowMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { orderNumber, contactId, wish } = change;
  const attributes = {
    orderNumber,
    wish: wishText(wish),
    keptAt: new Date(nowMs).toISOString(),
    unsettled: UNSETTLED_CHANGE,
    expiresAt: new Date(nowMs + UNSETTLED_CHANGE_AFTER_MS).toISOString(),
    removeAfter: Math.floor(nowMs / 1000) + INTENT_KEPT_DAYS * 24 * 60 * 60,
  };
  const names = Object.keys(attributes);
  const request = {
    Key: keyOf(change),
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} ADD contactIds :contactIds`,
    ConditionExpression: 'NOT contains(contactIds, :contactId)',
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value])),
      ':contactId': contactId,
      ':contactIds': new Set([contactId]),
    },
  };
  try {
    await updateItem(table, request, signal);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * A change that is still to be settled; nothing where somebody has.
 * @param which what the index gives of it: the order and the wish
 */
export async function readUnsettledChange(
  table: Table,
  which: string,
  signal: AbortSignal,
): Promise<KeptChange | undefined> {
  const item = await getItem(table, { Key: { pk: `CHANGE#${which}` }, ConsistentRead: true }, signal);
  if (item === undefined) return undefined;
  const { unsettled, orderNumber, contactIds, keptAt, wish: text } = readItem(changeItem, item, table);
  const wish = readWish(text);
  if (wish === undefined)
    throw new Error(`an item of the table ${table.name} does not hold wish as it should; correct the item`);
  const [first, ...others] = contactIds;
  return unsettled === undefined || first === undefined
    ? undefined
    : { orderNumber, contactIds: [first, ...others], wish, keptAtMs: Date.parse(keptAt) };
}

/** The write that takes a change out of the index, once: with what its customer is told, or after its case is open. */
export function settledWrite(table: Table, change: KeptChange, settledAs: string): Write {
  return {
    Update: {
      TableName: table.name,
      Key: keyOf(change),
      UpdateExpression: 'SET settledAs = :as REMOVE unsettled',
      ConditionExpression: 'unsettled = :unsettled AND keptAt = :keptAt',
      ExpressionAttributeValues: {
        ':as': settledAs,
        ':unsettled': UNSETTLED_CHANGE,
        ':keptAt': new Date(change.keptAtMs).toISOString(),
      },
    },
  };
}
