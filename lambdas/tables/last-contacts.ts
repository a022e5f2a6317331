/** The last contact of a number in the customers table, so that whoever calls again about the same is known. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type LastContact, lastContact, returnExpiresAt } from '../domain/last-contact.ts';
import { lastContactKey } from './customer-keys.ts';
import { putItem } from './requests.ts';
import type { Plain, Table } from './table.ts';

/** Keeps it unless a later one is kept already: records come twice, and in any order. */
export async function keepLastContact(
  table: Table,
  phoneNumber: string,
  contact: LastContact,
  signal: AbortSignal,
): Promise<void> {
  try {
    await putItem(
      table,
      {
        Item: { ...lastContactKey(phoneNumber), ...contact, expiresAt: returnExpiresAt(contact) },
        ConditionExpression: 'attribute_not_exists(pk) OR endedAt <= :endedAt',
        ExpressionAttributeValues: { ':endedAt': contact.endedAt },
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Of an item that was read along; one that is not as it should be is none: the caller is then somebody new. */
export function lastContactIn(item: Plain | undefined): LastContact | undefined {
  if (item === undefined) return undefined;
  const { success, data } = z.safeParse(lastContact, item);
  return success ? data : undefined;
}
