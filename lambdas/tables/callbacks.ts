/** Calls that we owe a number: one at a time, booked and cancelled with the task that is sent when it is due. */

import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import {
  bookedCallback,
  type Callback,
  type CallMatter,
  callbackKeyOf,
  callbackMessages,
  callbackTask,
} from '../domain/callback.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { followUpKey } from './desk-keys.ts';
import { cancelledWrite, messageWrite } from './message-writes.ts';
import { plainItem } from './plain-item.ts';
import { getItem, updateItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

const KEPT_MS = 7 * 24 * 60 * 60_000;
/** Two who book or cancel one number's call at the same instant: the second looks again so often. */
const LOOKS_MAX = 3;
const moment = z.iso.datetime();

const keptCallback = z.object({
  startsAt: moment,
  promisedAt: moment,
  openUntil: moment,
  isSoon: z.boolean(),
  contactId: z.string(),
  taskId: z.string(),
});

/** A number is no part of a key: keys are in logs and indexes. */
export const callbackKey = (phoneNumber: string): string =>
  createHash('sha256').update(phoneNumber).digest('hex').slice(0, 24);
const keyed = (key: string) => ({ messageId: `CALLBACK#${key}` });
/** Of the item that keeps a second call from the number away. */
export const callbackItemKey = (phoneNumber: string) => keyed(callbackKey(phoneNumber));

/** The task of a call that is booked at a moment. */
export const callbackTaskId = (phoneNumber: string, nowMs: number): string =>
  callbackTask(callbackKey(phoneNumber), nowMs);

/** The write by which the call with that task stands in the way of no other one any more. */
export const callbackGuard = (table: Table, key: string, taskId: string, now: string): Write => ({
  Update: {
    TableName: table.name,
    Key: keyed(key),
    UpdateExpression: 'SET openUntil = :now',
    ConditionExpression: 'taskId = :taskId',
    ExpressionAttributeValues: { ':now': now, ':taskId': taskId },
  },
});

const iso = (ms: number): string => new Date(ms).toISOString();
const forgottenAfter = (openUntilMs: number): number => Math.floor((openUntilMs + KEPT_MS) / 1000);

/** The write by which the call with that task becomes another one: same number, other time, other task. */
export const movedCallback = (
  table: Table,
  key: string,
  taskId: string,
  { atMs, promisedAtMs, openUntilMs, taskId: next }: Callback,
): Write => ({
  Update: {
    TableName: table.name,
    Key: keyed(key),
    UpdateExpression:
      'SET startsAt = :startsAt, promisedAt = :promisedAt, openUntil = :openUntil, taskId = :next, expiresAt = :expiresAt',
    ConditionExpression: 'taskId = :taskId',
    ExpressionAttributeValues: {
      ':startsAt': iso(atMs),
      ':promisedAt': iso(promisedAtMs),
      ':openUntil': iso(openUntilMs),
      ':next': next,
      ':expiresAt': forgottenAfter(openUntilMs),
      ':taskId': taskId,
    },
  },
});

/** The call that we owe a number as it is kept. */
export const callbackItem = (
  phoneNumber: string,
  { atMs, promisedAtMs, openUntilMs, ...kept }: Callback,
) => ({
  ...callbackItemKey(phoneNumber),
  ...kept,
  startsAt: iso(atMs),
  promisedAt: iso(promisedAtMs),
  openUntil: iso(openUntilMs),
  expiresAt: forgottenAfter(openUntilMs),
});

function callbackOf(item: Plain, table: Table): Callback {
  const { startsAt, promisedAt, openUntil, ...kept } = readItem(keptCallback, item, table);
  return {
    ...kept,
    atMs: Date.parse(startsAt),
    promisedAtMs: Date.parse(promisedAt),
    openUntilMs: Date.parse(openUntil),
  };
}

/** The call that we owe a number at this moment. */
export async function openCallback(
  table: Table,
  phoneNumber: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<Callback | undefined> {
  const item = await getItem(table, { Key: callbackItemKey(phoneNumber), ConsistentRead: true }, signal);
  if (item === undefined) return undefined;
  const callback = callbackOf(item, table);
  return callback.openUntilMs > nowMs ? callback : undefined;
}

/** Where the desk keeps what an agent has promised. */
export interface DeskKey {
  readonly agentId: string;
  readonly followUpId: string;
}

export interface Booking extends CallMatter {
  readonly contactId: string;
  /** Where an agent has promised it. */
  readonly onDesk?: DeskKey;
  /** Undefined as soon as somebody is free. */
  readonly atMs: number | undefined;
}

/**
 * Books a call unless the number has one: then that one is told, and it is the caller's own where the same call asks
 * again. The booking, its task and the word to the customer are one transaction.
 */
export async function bookCallback(
  table: Table,
  { contactId, atMs, onDesk, ...matter }: Booking,
  hours: HoursNow,
  nowMs: number,
  signal: AbortSignal,
  beside: readonly Write[] = [],
): Promise<{ readonly isNew: boolean; readonly callback: Callback }> {
  const { phoneNumber } = matter;
  const callback = bookedCallback({ key: callbackKey(phoneNumber), atMs, contactId, nowMs }, hours);
  const guard = {
    TableName: table.name,
    Item: { ...callbackItem(phoneNumber, callback), ...(onDesk === undefined ? {} : { onDesk }) },
    ConditionExpression: 'attribute_not_exists(messageId) OR openUntil <= :now',
    ExpressionAttributeValues: { ':now': iso(nowMs) },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
  const messages = callbackMessages(callback, { ...matter, nowMs });
  const sent = messages.map(({ message, atMs: dueMs }) => messageWrite(table, message, dueMs));
  for (let look = 1; ; look += 1) {
    try {
      await writeTogether(table.client, [{ Put: guard }, ...sent, ...beside], signal);
      return { isNew: true, callback };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const item = error.CancellationReasons?.[0]?.Item;
      if (item !== undefined) {
        const there = callbackOf(plainItem(item), table);
        return { isNew: there.contactId === contactId, callback: there };
      }
      if (!isConflict(error) || look === LOOKS_MAX) throw error;
    }
  }
}

const withDesk = z.object({
  onDesk: z.optional(z.object({ agentId: z.string(), followUpId: z.string() })),
});

/** The write by which the agent who promised a call sees that whoever was to be called wants it no more. */
const calledOff = (desk: Table, { agentId, followUpId }: DeskKey, at: string): Write => ({
  Update: {
    TableName: desk.name,
    Key: followUpKey(agentId, followUpId),
    UpdateExpression: 'SET cancelled = :cancelled',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: {
      ':cancelled': { at, by: 'customer', why: 'Cancelled by the customer at the telephone.' },
    },
  },
});

/**
 * Cancels the call that we owe a number, with its task, and says so on the desk of the agent who promised it. False where there is none, or its task is out already; true
 * again for the call that has cancelled it.
 */
export async function cancelCallback(
  { messages: table, desk }: { readonly messages: Table; readonly desk: Table },
  { phoneNumber, contactId }: Pick<Booking, 'phoneNumber' | 'contactId'>,
  nowMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const item = await getItem(table, { Key: callbackItemKey(phoneNumber), ConsistentRead: true }, signal);
  if (item === undefined) return false;
  if (item['cancelledIn'] === contactId) return true;
  const { taskId, openUntilMs } = callbackOf(item, table);
  const { onDesk } = readItem(withDesk, item, table);
  if (openUntilMs <= nowMs) return false;
  const guard = {
    TableName: table.name,
    Key: callbackItemKey(phoneNumber),
    UpdateExpression: 'SET openUntil = :now, cancelledIn = :contactId',
    ConditionExpression: 'taskId = :taskId',
    ExpressionAttributeValues: {
      ':now': new Date(nowMs).toISOString(),
      ':contactId': contactId,
      ':taskId': taskId,
    },
  };
  const told = onDesk === undefined ? [] : [calledOff(desk, onDesk, iso(nowMs))];
  for (let look = 1; ; look += 1) {
    try {
      await writeTogether(table.client, [{ Update: guard }, cancelledWrite(table, taskId), ...told], signal);
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      if (codes.includes('ConditionalCheckFailed')) return false;
      if (!isConflict(error) || look === LOOKS_MAX) throw error;
    }
  }
}

/**
 * Lets a number have another call, because the task of this one is over. False where that is known, or where the number
 * has another call by now.
 */
export async function endCallback(
  table: Table,
  taskId: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const key = callbackKeyOf(taskId);
  if (key === undefined) return false;
  try {
    await updateItem(
      table,
      {
        Key: keyed(key),
        UpdateExpression: 'SET openUntil = :now',
        ConditionExpression: 'taskId = :taskId AND openUntil > :now',
        ExpressionAttributeValues: { ':now': iso(nowMs), ':taskId': taskId },
      },
      signal,
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
}

/** Somebody else was at the same number at the same moment. */
const isConflict = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.some(({ Code }) => Code === 'TransactionConflict');
