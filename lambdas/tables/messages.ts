/** Messages to customers and tasks for departments: written with the change that causes them, sent afterwards. */

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CHANNELS, type Message } from '../domain/message.ts';
import { messageBody } from '../domain/message-body.ts';
import type { NextStep } from '../domain/message-sending.ts';
import type { TableDefinition } from './definition.ts';
import { MESSAGE_KEPT_DAYS } from './message-writes.ts';
import { getItem, queryItems, updateItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/**
 * Items, by key: messages by their id, and `CALLBACK#<hash of a number>`: the call that we owe a number, so that there
 * is one.
 */
export const definition: TableDefinition = {
  name: 'messages',
  purpose: 'What customers are told and departments have to do: what is to be sent, and what was.',
  partitionKey: { name: 'messageId', type: 'S' },
  indexes: [
    {
      name: 'by-state',
      partitionKey: { name: 'state', type: 'S' },
      sortKey: { name: 'at', type: 'S' },
      projection: 'all',
    },
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'createdAt', type: 'S' },
      projection: 'all',
    },
  ],
  timeToLiveAttribute: 'expiresAt',
  personalFields: ['body'],
  retention: [
    { items: 'calls that we owe', keptDays: 7, why: 'they matter until they are made' },
    {
      items: 'messages',
      keptDays: MESSAGE_KEPT_DAYS,
      why: 'a customer may ask what we told them last month',
    },
  ],
};

/** `due`: is to be sent at `at`. `given-up`: by no channel; but for a receipt, a person was asked to see to it. */
export const MESSAGE_STATES = ['due', 'sent', 'given-up', 'cancelled'] as const;

const messageItem = z.object({
  messageId: z.string(),
  caseNumber: z.optional(z.string()),
  body: messageBody,
  createdAt: z.iso.datetime(),
  tries: z.int(),
  refused: z.array(z.enum(CHANNELS)),
  state: z.enum(MESSAGE_STATES),
  at: z.iso.datetime(),
  channel: z.optional(z.string()),
  reference: z.optional(z.string()),
  because: z.optional(z.string()),
});

/** A message with what has become of it. */
export interface KeptMessage extends Message {
  readonly state: (typeof MESSAGE_STATES)[number];
  /** When it is to be sent, or was. */
  readonly atMs: number;
  readonly channel?: string | undefined;
  /** What the channel calls it. */
  readonly reference?: string | undefined;
  readonly because?: string | undefined;
}

/** The messages in a state up to a moment, the oldest first, or the latest first; at most `limit`. */
export async function messagesIn(
  table: Table,
  state: (typeof MESSAGE_STATES)[number],
  { untilMs, limit, latest = false }: { untilMs: number; limit: number; latest?: boolean },
  signal: AbortSignal,
): Promise<readonly KeptMessage[]> {
  const { items } = await queryItems(
    table,
    {
      IndexName: 'by-state',
      KeyConditionExpression: '#state = :state AND #at <= :until',
      ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
      ExpressionAttributeValues: { ':state': state, ':until': new Date(untilMs).toISOString() },
      ScanIndexForward: !latest,
      Limit: limit,
    },
    signal,
  );
  return items.map((item) => keptMessage(item, table));
}

/** A message by its id, as it stands at this moment. */
export async function readMessage(
  table: Table,
  messageId: string,
  signal: AbortSignal,
): Promise<KeptMessage | undefined> {
  const item = await getItem(table, { Key: { messageId }, ConsistentRead: true }, signal);
  return item === undefined ? undefined : keptMessage(item, table);
}

/**
 * Takes a message that is due, so that nobody else attempts it until `untilMs`; whoever does then, does it under
 * another number. Undefined where somebody has it already.
 */
export async function claimMessage(
  table: Table,
  seen: KeptMessage,
  untilMs: number,
  signal: AbortSignal,
): Promise<KeptMessage | undefined> {
  try {
    await updateItem(
      table,
      {
        Key: { messageId: seen.messageId },
        UpdateExpression: 'SET #at = :until, tries = :tries',
        ConditionExpression: '#state = :due AND #at = :seenAt',
        ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
        ExpressionAttributeValues: {
          ':due': 'due',
          ':seenAt': new Date(seen.atMs).toISOString(),
          ':until': new Date(untilMs).toISOString(),
          ':tries': seen.tries + 1,
        },
      },
      signal,
    );
    return { ...seen, atMs: untilMs };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return undefined;
  }
}

function keptMessage(item: Plain, table: Table): KeptMessage {
  const { createdAt, at, ...kept } = readItem(messageItem, item, table);
  return { ...kept, createdAtMs: Date.parse(createdAt), atMs: Date.parse(at) };
}

/**
 * Keeps what came of an attempt, with the task that it leaves to a person, unless somebody else has kept it meanwhile:
 * two senders at once send twice under one token, which the channel takes for one.
 */
export async function keepAttempt(
  table: Table,
  seen: KeptMessage,
  { next, channel }: { readonly next: NextStep; readonly channel: string },
  nowMs: number,
  signal: AbortSignal,
  beside: readonly Write[] = [],
): Promise<void> {
  const change = { ...changeOf(next, nowMs), channel };
  const names = Object.keys(change);
  const update = {
    TableName: table.name,
    Key: { messageId: seen.messageId },
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    ConditionExpression: '#state = :due AND #at = :seenAt',
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ':due': 'due',
      ':seenAt': new Date(seen.atMs).toISOString(),
      ...Object.fromEntries(Object.entries(change).map(([name, value]) => [`:${name}`, value])),
    },
  };
  try {
    await writeTogether(table.client, [{ Update: update }, ...beside], signal);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    const isTheirs = codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict');
    if (!isTheirs) throw error;
  }
}

/** Every one has a state and a moment. */
function changeOf(next: NextStep, nowMs: number): Plain {
  const now = new Date(nowMs).toISOString();
  switch (next.kind) {
    case 'sent':
      return { state: 'sent', at: now, reference: next.reference };
    case 'given-up':
      return { state: 'given-up', at: now, because: next.because };
    case 'again': {
      const { tries, refused } = next.message;
      return { state: 'due', at: new Date(next.atMs).toISOString(), tries, refused };
    }
  }
}
