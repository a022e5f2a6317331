/** What we owe a number: one call at a time, whether it is booked or promised in a case. One item for each number says so. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { isoMoment } from '../domain/calendar.ts';
import type { Callback } from '../domain/callback.ts';
import { caseKey } from './case-keys.ts';
import { digestOf } from './digest.ts';
import { plainItem } from './plain-item.ts';
import { getItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** Where calls are booked, and where they are promised. */
export interface OwedTables {
  readonly messages: Table;
  readonly cases: Table;
}

const KEPT_MS = 7 * 24 * 60 * 60_000;
/** Two who book or cancel one number's call at the same instant: the second looks again so often. */
export const LOOKS_MAX = 3;
const moment = z.iso.datetime();

const keptCallback = z.object({
  startsAt: moment,
  promisedAt: moment,
  openUntil: moment,
  isSoon: z.boolean(),
  contactId: z.string(),
  taskId: z.string(),
  caseNumber: z.optional(z.string()),
});

/** A number is no part of a key: keys are in logs and indexes. */
export const callbackKey = (phoneNumber: string): string => digestOf(phoneNumber).slice(0, 24);
export const keyed = (key: string) => ({ messageId: `CALLBACK#${key}` });
/** Of the item that keeps a second call from the number away. */
export const callbackItemKey = (phoneNumber: string) => keyed(callbackKey(phoneNumber));

export const forgottenAfter = (openUntilMs: number): number => Math.floor((openUntilMs + KEPT_MS) / 1000);

/** The call that we owe a number as it is kept. */
export function callbackItem(phoneNumber: string, callback: Callback): Plain {
  const { atMs, promisedAtMs, openUntilMs, isSoon, contactId, taskId, caseNumber } = callback;
  const item = {
    messageId: callbackItemKey(phoneNumber).messageId,
    isSoon,
    contactId,
    taskId,
    startsAt: isoMoment(atMs),
    promisedAt: isoMoment(promisedAtMs),
    openUntil: isoMoment(openUntilMs),
    expiresAt: forgottenAfter(openUntilMs),
  };
  return caseNumber === undefined ? item : { ...item, caseNumber };
}

export function callbackOf(item: Plain, table: Table): Callback {
  const { startsAt, promisedAt, openUntil, ...kept } = readItem(keptCallback, item, table);
  return {
    ...kept,
    atMs: Date.parse(startsAt),
    promisedAtMs: Date.parse(promisedAt),
    openUntilMs: Date.parse(openUntil),
  };
}

/** The call that we owe a number at this moment: its task has not ended, or its case is still with us. */
export async function owedCall(
  { messages, cases }: OwedTables,
  phoneNumber: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<Callback | undefined> {
  const item = await getItem(messages, { Key: callbackItemKey(phoneNumber), ConsistentRead: true }, signal);
  if (item === undefined) return undefined;
  const callback = callbackOf(item, messages);
  if (callback.openUntilMs <= nowMs) return undefined;
  return (await isKept(cases, callback, signal)) ? undefined : callback;
}

/** Whether the promise of a case is no call that we owe any more: somebody has dealt with it. */
async function isKept(cases: Table, { caseNumber }: Callback, signal: AbortSignal): Promise<boolean> {
  if (caseNumber === undefined) return false;
  const request = {
    Key: caseKey(caseNumber),
    ConsistentRead: true,
    ProjectionExpression: '#status',
    ExpressionAttributeNames: { '#status': 'status' },
  };
  const status = (await getItem(cases, request, signal))?.['status'];
  return status !== 'open' && status !== 'in-progress';
}

export type Undertaken =
  | { readonly kind: 'written' }
  /** We owe the number another call. */
  | { readonly kind: 'owed'; readonly callback: Callback }
  /** Something that was to be new is there. */
  | { readonly kind: 'there'; readonly item: Plain };

/** Undertakes a call with all that goes with it in one transaction, unless we owe the number one. */
export async function undertakeCall(
  { messages, cases }: OwedTables,
  item: Plain,
  beside: readonly Write[],
  nowMs: number,
  signal: AbortSignal,
): Promise<Undertaken> {
  let kept = 'none';
  for (let look = 1; ; look += 1) {
    const guard = {
      TableName: messages.name,
      Item: item,
      ConditionExpression: 'attribute_not_exists(messageId) OR openUntil <= :now OR caseNumber = :kept',
      ExpressionAttributeValues: { ':now': isoMoment(nowMs), ':kept': kept },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    try {
      await writeTogether(messages.client, [{ Put: guard }, ...beside], signal);
      return { kind: 'written' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [owed, ...others] = error.CancellationReasons ?? [];
      const there = others.find(({ Item }) => Item !== undefined)?.Item;
      if (there !== undefined) return { kind: 'there', item: plainItem(there) };
      if (owed?.Item !== undefined) {
        const callback = callbackOf(plainItem(owed.Item), messages);
        if (callback.caseNumber === undefined || !(await isKept(cases, callback, signal)))
          return { kind: 'owed', callback };
        kept = callback.caseNumber;
      } else if (!isConflict(error)) throw error;
      if (look === LOOKS_MAX) throw error;
    }
  }
}

/** Somebody else was at the same number at the same moment. */
export const isConflict = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.some(({ Code }) => Code === 'TransactionConflict');
