/** The cases that came up in a contact, or that are about an order. */

import * as z from 'zod/mini';
import { queryItems } from './requests.ts';
import { readItem, type Table } from './table.ts';

const numbered = z.object({ caseNumber: z.string() });

/** The numbers of the cases that came up in a contact, or that are about an order; at most 25. */
export async function caseNumbersOf(
  table: Table,
  of: { readonly contactId: string } | { readonly orderNumber: string },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [name, value] = 'contactId' in of ? ['contactId', of.contactId] : ['orderNumber', of.orderNumber];
  const { items } = await queryItems(
    table,
    {
      IndexName: name === 'contactId' ? 'by-contact' : 'by-order',
      KeyConditionExpression: `${name} = :value`,
      ExpressionAttributeValues: { ':value': value },
      Limit: 25,
    },
    signal,
  );
  return [...new Set(items.map((item) => readItem(numbered, item, table).caseNumber))];
}

/** A case that came up in more contacts than these is known by its customer. */
const CONTACTS_MAX = 25;

const link = z.object({ contactId: z.string() });

/** The contacts in which a case came up after it was opened, at most 25. */
export async function contactsOfCase(
  table: Table,
  caseNumber: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { items } = await queryItems(
    table,
    {
      KeyConditionExpression: 'caseNumber = :caseNumber AND begins_with(sk, :begin)',
      ExpressionAttributeValues: { ':caseNumber': caseNumber, ':begin': 'LINK#CONTACT#' },
      ConsistentRead: true,
      Limit: CONTACTS_MAX,
    },
    signal,
  );
  return items.map((item) => readItem(link, item, table).contactId);
}
