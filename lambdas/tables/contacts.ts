/** Contacts: one row for each, the latest that Connect has said of it. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { forgottenAfter, type KeptContact, keptContact } from '../domain/kept-contact.ts';
import type { TableDefinition } from './definition.ts';
import { putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

export const definition: TableDefinition = {
  name: 'contacts',
  purpose: 'What happened in each contact, when and for how long, and nothing that was said in it.',
  partitionKey: { name: 'contactId', type: 'S' },
  indexes: [
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'startedAt', type: 'S' },
      projection: 'all',
    },
  ],
  timeToLiveAttribute: 'expiresAt',
  /** Numbers, names and words stay in Connect: an id of ours is all that leads to a person. */
  personalFields: [],
  retention: [
    {
      items: 'contacts',
      keptDays: 'configured',
      why: 'retentionDays.contacts: a company decides how far it looks back',
    },
  ],
};

/**
 * Keeps a contact unless the same or a later version of it is kept already: whatever comes twice or late, the latest
 * version stays. One conditional request decides it.
 * @param keptDays days from the contact's end until it is forgotten
 */
export async function keepContact(
  table: Table,
  contact: KeptContact,
  keptDays: number,
  signal: AbortSignal,
): Promise<'kept' | 'known'> {
  try {
    await putItem(
      table,
      {
        Item: { ...contact, expiresAt: forgottenAfter(contact, keptDays) },
        ConditionExpression: 'attribute_not_exists(contactId) OR version < :version',
        ExpressionAttributeValues: { ':version': contact.version },
      },
      signal,
    );
    return 'kept';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'known';
    throw error;
  }
}

/** A customer's contacts, the latest first. */
export async function* contactsOf(
  table: Table,
  customerId: string,
  signal: AbortSignal,
): AsyncGenerator<KeptContact> {
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      table,
      {
        IndexName: 'by-customer',
        KeyConditionExpression: 'customerId = :customerId',
        ExpressionAttributeValues: { ':customerId': customerId },
        ScanIndexForward: false,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    for (const item of items) yield readItem(keptContact, item, table);
    from = next;
  } while (from !== undefined);
}
