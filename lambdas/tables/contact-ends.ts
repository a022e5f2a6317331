/** Who was on both ends of a contact. */

import * as z from 'zod/mini';
import { getItem } from './requests.ts';
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
