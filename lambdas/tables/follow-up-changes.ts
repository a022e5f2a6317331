/** Follow-ups that are called off or moved: with their task, and with the word to their customer, or not at all. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { bookedCallback, type CallMatter, callbackMessages, callbackTask } from '../domain/callback.ts';
import { type FollowUp, followUpMessage, followUpTaskId, whyNotThen } from '../domain/follow-up.ts';
import type { Message } from '../domain/message.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { callbackGuard, movedCallback } from './callbacks.ts';
import { forgottenAt } from './desk.ts';
import { followUpKey } from './desk-keys.ts';
import { followUpItem } from './follow-ups.ts';
import { cancelledWrite, messageWrite, movedWrite } from './message-writes.ts';
import { readMessage } from './messages.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** With a call: its task, the key of the number that is called, and the user name of who promised it. */
const withCall = z.object({
  taskId: z.optional(z.string()),
  callKey: z.optional(z.string()),
  promisedBy: z.optional(z.string()),
});

/** Somebody else at the same moment makes us look again, so often. */
const LOOKS_MAX = 3;

export interface FollowUpChange {
  /** Who has promised it. */
  readonly agentId: string;
  readonly contactId: string;
  readonly followUpId: string;
  /** The user name of who changes it. */
  readonly by: string;
  readonly why: string;
}

interface FollowUpTables {
  readonly desk: Table;
  readonly messages: Table;
}

export type FollowUpChanged =
  /** It is so, now or by the same request before. */
  | { readonly kind: 'changed'; readonly followUp: FollowUp }
  /** Its task is out already, or whoever is to be called has cancelled the call, or it was called off. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'hindered'; readonly because: string }
  | { readonly kind: 'unknown' };

interface Found {
  readonly followUp: FollowUp;
  readonly taskId: string;
  readonly callKey: string | undefined;
  readonly promisedBy: string | undefined;
}

/** What is written for a follow-up as it was found; the follow-up as it is then. */
type Decided =
  | { readonly followUp: FollowUp; readonly writes: readonly [Write, ...Write[]] }
  | FollowUpChanged;

/** Calls a follow-up off with its task, keeps who did it and why, and tells its customer. */
export function cancelFollowUp(
  tables: FollowUpTables,
  change: FollowUpChange,
  nowMs: number,
  signal: AbortSignal,
): Promise<FollowUpChanged> {
  const { agentId, followUpId, by, why } = change;
  const { desk, messages } = tables;
  const at = new Date(nowMs).toISOString();
  return changed(tables, change, signal, async ({ followUp, taskId, callKey }) => {
    if (followUp.cancelled !== undefined) return { kind: 'changed', followUp };
    const cancelled = { at, by, why };
    const own: Write = {
      Update: {
        TableName: desk.name,
        Key: followUpKey(agentId, followUpId),
        UpdateExpression: 'SET cancelled = :cancelled',
        ConditionExpression: 'attribute_not_exists(cancelled) AND dueAt = :seen',
        ExpressionAttributeValues: { ':cancelled': cancelled, ':seen': followUp.dueAt },
      },
    };
    const isCall = callKey !== undefined;
    const phoneNumber = isCall ? (await whomToCall(messages, taskId, signal))?.phoneNumber : undefined;
    const told = followUpMessage(
      `follow-up-${agentId}-${followUpId}-cancelled`,
      isCall ? 'callback-called-off' : 'follow-up-cancelled',
      { ...followUp, phoneNumber },
      nowMs,
    );
    const guard = callKey === undefined ? [] : [callbackGuard(messages, callKey, taskId, at)];
    return {
      followUp: { ...followUp, cancelled },
      writes: [own, cancelledWrite(messages, taskId), ...guard, ...sent(messages, told)],
    };
  });
}

/** Lets a follow-up come at another time, keeps who did it and why, and tells its customer. */
export function moveFollowUp(
  tables: FollowUpTables,
  change: FollowUpChange & { readonly dueAt: string },
  hours: OpeningHours,
  nowMs: number,
  signal: AbortSignal,
): Promise<FollowUpChanged> {
  const { agentId, followUpId, contactId, by, why, dueAt } = change;
  const { desk, messages } = tables;
  return changed(tables, change, signal, async ({ followUp, taskId, callKey, promisedBy }) => {
    const { dueAt: from, kind, customerId } = followUp;
    if (followUp.cancelled !== undefined) return { kind: 'gone' };
    if (from === dueAt) return { kind: 'changed', followUp };
    const because = whyNotThen({ kind, dueAt }, hours, nowMs);
    if (because !== undefined) return { kind: 'hindered', because };
    const moved = { at: new Date(nowMs).toISOString(), by, why, from };
    const own = (newTaskId: string): Write => ({
      Update: {
        TableName: desk.name,
        Key: followUpKey(agentId, followUpId),
        UpdateExpression: 'SET dueAt = :dueAt, moved = :moved, taskId = :taskId, expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(cancelled) AND dueAt = :seen',
        ExpressionAttributeValues: {
          ':dueAt': dueAt,
          ':moved': moved,
          ':taskId': newTaskId,
          ':expiresAt': forgottenAt(dueAt),
          ':seen': from,
        },
      },
    });
    const after = { ...followUp, dueAt, moved };
    if (callKey === undefined) {
      const key = `follow-up-${agentId}-${followUpId}-moved-${nowMs}`;
      const told = followUpMessage(key, 'follow-up-moved', { customerId, dueAt, from }, nowMs);
      return {
        followUp: after,
        writes: [own(taskId), movedWrite(messages, taskId, dueAt), ...sent(messages, told)],
      };
    }
    const toCall = await whomToCall(messages, taskId, signal);
    if (toCall === undefined) return { kind: 'gone' };
    // Moved at the very millisecond of its booking it would have the same task.
    const bookedMs = callbackTask(callKey, nowMs) === taskId ? nowMs + 1 : nowMs;
    const booking = { key: callKey, atMs: Date.parse(dueAt), contactId, nowMs: bookedMs };
    const callback = bookedCallback(booking, hours);
    const promise = { by: promisedBy ?? by, words: followUp.words };
    const whose = { ...toCall, customerId: customerId ?? 'unknown', promise, nowMs: bookedMs };
    const booked = callbackMessages(callback, whose).map(({ message, atMs }) =>
      messageWrite(messages, message, atMs),
    );
    return {
      followUp: after,
      writes: [
        own(callback.taskId),
        cancelledWrite(messages, taskId),
        movedCallback(messages, callKey, taskId, callback),
        ...booked,
      ],
    };
  });
}

/** Looks, decides and writes; looks again where somebody else was at it. */
async function changed(
  { desk }: FollowUpTables,
  { agentId, contactId, followUpId }: FollowUpChange,
  signal: AbortSignal,
  decide: (found: Found) => Promise<Decided>,
): Promise<FollowUpChanged> {
  for (let look = 1; ; look += 1) {
    const request = { Key: followUpKey(agentId, followUpId), ConsistentRead: true };
    const item = await getItem(desk, request, signal);
    if (item === undefined) return { kind: 'unknown' };
    const followUp = readItem(followUpItem, item, desk);
    if (followUp.contactId !== contactId) return { kind: 'unknown' };
    const {
      taskId = followUpTaskId(agentId, followUpId),
      callKey,
      promisedBy,
    } = readItem(withCall, item, desk);
    const decided = await decide({ followUp, taskId, callKey, promisedBy });
    if ('kind' in decided) return decided;
    try {
      await writeTogether(desk.client, decided.writes, signal);
      return { kind: 'changed', followUp: decided.followUp };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [ofOwn, ...others] = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      const isTheirs = ofOwn === 'ConditionalCheckFailed';
      if (!isTheirs && others.includes('ConditionalCheckFailed')) return { kind: 'gone' };
      if (look === LOOKS_MAX) throw error;
    }
  }
}

const sent = (messages: Table, told: Message | undefined): readonly Write[] =>
  told === undefined ? [] : [messageWrite(messages, told)];

/** The number that the task of a call names, and what is spoken there. */
async function whomToCall(
  messages: Table,
  taskId: string,
  signal: AbortSignal,
): Promise<Pick<CallMatter, 'phoneNumber' | 'language'> | undefined> {
  const task = await readMessage(messages, taskId, signal);
  if (task?.body.kind !== 'task' || task.body.phoneNumber === undefined) return undefined;
  return { phoneNumber: task.body.phoneNumber, language: task.body.language };
}
