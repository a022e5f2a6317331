/** Who was on both ends of a contact, and who of them ended it. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { getItem, updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

/** The key of the table. */
export const contactRowKey = (contactId: string) => ({ contactId });

const ends = z.object({ agentId: z.optional(z.string()), customerId: z.optional(z.string()) });

/** With whom a contact was, on both ends; undefined where it is unknown, or no agent had it. */
export async function agentOfContact(
  table: Table,
  contactId: string,
  signal: AbortSignal,
): Promise<{ readonly agentId: string; readonly customerId: string | undefined } | undefined> {
  const item = await getItem(table, { Key: contactRowKey(contactId), ConsistentRead: true }, signal);
  const { agentId, customerId } = item === undefined ? {} : readItem(ends, item, table);
  return agentId === undefined ? undefined : { agentId, customerId };
}

const ended = z.object({ reason: z.optional(z.string()) });

/** Whether a contact is known to have ended because its caller hung up (adminguide/ctr-data-model, DisconnectReason). */
export async function callerEnded(table: Table, contactId: string, signal: AbortSignal): Promise<boolean> {
  const item = await getItem(table, { Key: contactRowKey(contactId), ConsistentRead: true }, signal);
  return item !== undefined && readItem(ended, item, table).reason === 'CUSTOMER_DISCONNECT';
}

/**
 * Makes a contact that is kept that of the customer with whom an agent says that it was; whether the caller had shown to
 * be somebody was said of whom they were taken for. One that is not kept yet is named when it is (`keep-contact-record`).
 */
export async function nameCustomerOfContact(
  table: Table,
  contactId: string,
  customerId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await updateItem(
      table,
      {
        Key: contactRowKey(contactId),
        UpdateExpression: 'SET customerId = :customerId REMOVE isVerified',
        ConditionExpression:
          'attribute_exists(contactId) AND (attribute_not_exists(customerId) OR customerId <> :customerId)',
        ExpressionAttributeValues: { ':customerId': customerId },
      },
      signal,
    );
  } catch (error) {
    // It is not kept yet, or is theirs already.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
