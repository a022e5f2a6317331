/** Calls that we owe a number: one at a time, booked and cancelled with the task that is sent when it is due. */

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { isoMoment } from '../domain/calendar.ts';
import {
  bookedCallback,
  type Callback,
  type CallMatter,
  callbackKeyOf,
  callbackMessages,
  callbackTask,
} from '../domain/callback.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { followUpKey } from './desk-keys.ts';
import { cancelledWrite, messageWrite } from './message-writes.ts';
import {
  callbackItem,
  callbackItemKey,
  callbackKey,
  callbackOf,
  forgottenAfter,
  isConflict,
  keyed,
  LOOKS_MAX,
  type OwedTables,
  undertakeCall,
} from './owed-calls.ts';
import { cancelPromise } from './promised-calls.ts';
import { getItem, updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

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
      ':startsAt': isoMoment(atMs),
      ':promisedAt': isoMoment(promisedAtMs),
      ':openUntil': isoMoment(openUntilMs),
      ':next': next,
      ':expiresAt': forgottenAfter(openUntilMs),
      ':taskId': taskId,
    },
  },
});

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
  tables: OwedTables,
  { contactId, atMs, onDesk, ...matter }: Booking,
  hours: HoursNow,
  nowMs: number,
  signal: AbortSignal,
  beside: readonly Write[] = [],
): Promise<{ readonly isNew: boolean; readonly callback: Callback }> {
  const { phoneNumber } = matter;
  const callback = bookedCallback({ key: callbackKey(phoneNumber), atMs, contactId, nowMs }, hours);
  const item = { ...callbackItem(phoneNumber, callback), ...(onDesk === undefined ? {} : { onDesk }) };
  const messages = callbackMessages(callback, { ...matter, nowMs });
  const sent = messages.map(({ message, atMs: dueMs }) => messageWrite(tables.messages, message, dueMs));
  const done = await undertakeCall(tables, item, [...sent, ...beside], nowMs, signal);
  if (done.kind === 'written') return { isNew: true, callback };
  if (done.kind === 'there') throw new Error('what goes with a call is there, and the call is not');
  return { isNew: done.callback.contactId === contactId, callback: done.callback };
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
  tables: OwedTables & { readonly desk: Table },
  { phoneNumber, contactId }: Pick<Booking, 'phoneNumber' | 'contactId'>,
  hours: OpeningHours,
  nowMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { messages: table, desk } = tables;
  const item = await getItem(table, { Key: callbackItemKey(phoneNumber), ConsistentRead: true }, signal);
  if (item === undefined) return false;
  if (item['cancelledIn'] === contactId) return true;
  const { taskId, openUntilMs, caseNumber } = callbackOf(item, table);
  const { onDesk } = readItem(withDesk, item, table);
  if (openUntilMs <= nowMs) return false;
  const guard = {
    TableName: table.name,
    Key: callbackItemKey(phoneNumber),
    UpdateExpression: 'SET openUntil = :now, cancelledIn = :contactId',
    ConditionExpression: 'taskId = :taskId',
    ExpressionAttributeValues: {
      ':now': isoMoment(nowMs),
      ':contactId': contactId,
      ':taskId': taskId,
    },
  };
  const told = onDesk === undefined ? [] : [calledOff(desk, onDesk, isoMoment(nowMs))];
  if (caseNumber !== undefined)
    return await cancelPromise(
      tables.cases,
      { caseNumber, contactId },
      { Update: guard },
      hours,
      nowMs,
      signal,
    );
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
        ExpressionAttributeValues: { ':now': isoMoment(nowMs), ':taskId': taskId },
      },
      signal,
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
}
