/** Follow-ups on the desk of the agent who promised them, each written with the task that comes at its time. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { CallMatter } from '../domain/callback.ts';
import { type FollowUp, followUpTask, shownFollowUp } from '../domain/follow-up.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { bookCallback, callbackTaskId } from './callbacks.ts';
import { forgottenAt } from './desk.ts';
import { agentPartition, FOLLOW_UP, followUpKey } from './desk-keys.ts';
import { messageWrite } from './message-writes.ts';
import { callbackKey, type OwedTables } from './owed-calls.ts';
import { getItem, queryItems } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

export const followUpItem = z.object(shownFollowUp.shape);
/** More than that nobody keeps an eye on. */
const SHOWN_MAX = 50;

export interface FollowUpWish {
  readonly agent: { readonly agentId: string; readonly username: string };
  readonly followUp: FollowUp;
  /** With a call: whom to call. */
  readonly toCall?: Pick<CallMatter, 'phoneNumber' | 'language'> | undefined;
}

export type FollowUpOutcome =
  /** It is kept, now or by the same request before. */
  | { readonly kind: 'kept'; readonly followUp: FollowUp }
  /** A call to this number is promised already. */
  | { readonly kind: 'already'; readonly atMs: number };

/** Keeps a follow-up with its task, or finds the one of this id, whatever it says. */
export async function keepFollowUp(
  { desk, messages, cases }: OwedTables & { readonly desk: Table },
  wish: FollowUpWish,
  hours: OpeningHours,
  nowMs: number,
  signal: AbortSignal,
): Promise<FollowUpOutcome> {
  const { agent, followUp, toCall } = wish;
  const before = await findFollowUp(desk, agent.agentId, followUp.followUpId, signal);
  if (before !== undefined) return { kind: 'kept', followUp: before };
  const own = ownWrite(desk, wish, nowMs);
  if (toCall === undefined) {
    const task = messageWrite(messages, followUpTask(followUp, agent, nowMs), Date.parse(followUp.dueAt));
    await unlessKept(() => writeTogether(desk.client, [own, task], signal));
  } else {
    const { followUpId, contactId, customerId = 'unknown', dueAt, words } = followUp;
    const booking = {
      ...toCall,
      customerId,
      contactId,
      atMs: Date.parse(dueAt),
      promise: { by: agent.username, words },
      onDesk: { agentId: agent.agentId, followUpId },
    };
    const { callback } = await bookCallback({ messages, cases }, booking, hours, nowMs, signal, [own]);
    const kept = await findFollowUp(desk, agent.agentId, followUp.followUpId, signal);
    return kept === undefined ? { kind: 'already', atMs: callback.atMs } : { kind: 'kept', followUp: kept };
  }
  const kept = await findFollowUp(desk, agent.agentId, followUp.followUpId, signal);
  return { kind: 'kept', followUp: kept ?? followUp };
}

function ownWrite(desk: Table, { agent, followUp, toCall }: FollowUpWish, nowMs: number): Write {
  const call =
    toCall === undefined
      ? {}
      : {
          callKey: callbackKey(toCall.phoneNumber),
          taskId: callbackTaskId(toCall.phoneNumber, nowMs),
          promisedBy: agent.username,
        };
  const said = Object.entries({ ...followUp, ...call }).filter(([, value]) => value !== undefined);
  return {
    Put: {
      TableName: desk.name,
      Item: {
        ...followUpKey(agent.agentId, followUp.followUpId),
        ...Object.fromEntries(said),
        expiresAt: forgottenAt(followUp.dueAt),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** The same request at the same moment has written it: then it is there. */
async function unlessKept(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (!codes.includes('ConditionalCheckFailed')) throw error;
  }
}

async function findFollowUp(
  desk: Table,
  agentId: string,
  followUpId: string,
  signal: AbortSignal,
): Promise<FollowUp | undefined> {
  const item = await getItem(desk, { Key: followUpKey(agentId, followUpId), ConsistentRead: true }, signal);
  return item === undefined ? undefined : readItem(followUpItem, item, desk);
}

/** What an agent has promised that is still to come, the next first. */
export async function followUpsOf(
  desk: Table,
  agentId: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<readonly FollowUp[]> {
  const { items } = await queryItems(
    desk,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
      ExpressionAttributeValues: { ':pk': agentPartition(agentId), ':begin': FOLLOW_UP },
    },
    signal,
  );
  return items
    .map((item) => readItem(followUpItem, item, desk))
    .filter(({ dueAt, cancelled }) => cancelled === undefined && Date.parse(dueAt) > nowMs)
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))
    .slice(0, SHOWN_MAX);
}
