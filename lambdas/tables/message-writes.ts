/** How messages and tasks get into the outbox, and out of it before they are sent. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { messagesOfChange } from '../domain/case-messages.ts';
import type { Message } from '../domain/message.ts';
import type { WritesBeside } from './case-changes.ts';
import type { Plain, Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** Messages are kept for so long after they were written. */
export const MESSAGE_KEPT_DAYS = 90;

/**
 * The write that puts a message into the outbox, for the transaction of what causes it.
 * @param dueAtMs when it is to be sent; at once where left out
 */
export function messageWrite(table: Table, message: Message, dueAtMs = message.createdAtMs): Write {
  const { body, createdAtMs, caseNumber, ...kept } = message;
  const createdAt = new Date(createdAtMs).toISOString();
  const { customerId } = body;
  const customer = customerId === undefined || customerId === 'unknown' ? {} : { customerId };
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...kept,
        ...customer,
        ...(caseNumber === undefined ? {} : { caseNumber }),
        body: withoutUndefined(body),
        state: 'due',
        at: new Date(dueAtMs).toISOString(),
        createdAt,
        expiresAt: Math.floor(dueAtMs / 1000) + MESSAGE_KEPT_DAYS * 24 * 60 * 60,
      },
      ConditionExpression: 'attribute_not_exists(messageId)',
    },
  };
}

/** Puts a message that stands for itself into the outbox; one of the same id is that one. */
export async function putMessage(table: Table, message: Message, signal: AbortSignal): Promise<void> {
  try {
    await writeTogether(table.client, [messageWrite(table, message)], signal);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (!codes.includes('ConditionalCheckFailed')) throw error;
  }
}

/** The write that takes a message out of the outbox before it is sent; there is none where it has been. */
export const cancelledWrite = (table: Table, messageId: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { messageId },
    UpdateExpression: 'SET #state = :cancelled',
    ConditionExpression: '#state = :due',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':cancelled': 'cancelled', ':due': 'due' },
  },
});

/** The write that lets a task come at another time; there is none where it is out already. */
export const movedWrite = (table: Table, messageId: string, dueAt: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { messageId },
    UpdateExpression: 'SET #at = :at, body.replyBy = :at, expiresAt = :expiresAt',
    ConditionExpression: '#state = :due',
    ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
    ExpressionAttributeValues: {
      ':at': new Date(dueAt).toISOString(),
      ':due': 'due',
      ':expiresAt': Math.floor(Date.parse(dueAt) / 1000) + MESSAGE_KEPT_DAYS * 24 * 60 * 60,
    },
  },
});

/** What `changeCase` writes beside: the messages of the change. */
export const tellingOf =
  (messages: Table): WritesBeside =>
  (_before, after, note) =>
    messagesOfChange(after, note, after.phoneNumber).map((message) => messageWrite(messages, message));

const withoutUndefined = (body: object): Plain =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
