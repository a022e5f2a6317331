/** What is written down about a customer and never changed: notes, and what they agreed to. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Customer } from '../domain/customer.ts';
import { customerPartition, profileKey } from './customer-keys.ts';
import { queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

const noteItem = z.object({
  /** Given by whoever writes it, so that a request made again writes nothing twice. */
  noteId: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  contactId: z.optional(z.string()),
  text: z.string(),
});

const consentItem = z.object({
  purpose: z.string(),
  given: z.boolean(),
  /** Which words the customer heard or read. */
  textVersion: z.string(),
  channel: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  contactId: z.optional(z.string()),
});

export type Note = z.output<typeof noteItem>;
export type Consent = z.output<typeof consentItem>;

/** Writes a note unless one with its id is there: `known` then, whatever its words. */
export async function addNote(
  { client, name: TableName }: Table,
  customerId: string,
  note: Note,
  signal: AbortSignal,
): Promise<'written' | 'known' | 'no-customer'> {
  const pk = customerPartition(customerId);
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  const isThere = { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(mergedInto)' };
  try {
    await writeTogether(
      client,
      [
        { ConditionCheck: { TableName, Key: profileKey(customerId), ...isThere } },
        { Put: { TableName, Item: { pk, sk: `NOTE-ID#${note.noteId}` }, ...isNew } },
        { Put: { TableName, Item: { pk, sk: `NOTE#${note.at}#${note.noteId}`, ...note } } },
      ],
      signal,
    );
    return 'written';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [customer, guard] = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
    if (customer === 'ConditionalCheckFailed') return 'no-customer';
    if (guard === 'ConditionalCheckFailed') return 'known';
    throw error;
  }
}

/** Of whom something is kept: earlier ids count, because what is under them may not have followed a merge yet. */
export type Somebody = Pick<Customer, 'customerId' | 'mergedFrom'>;

/** The latest notes about a customer, at most so many. */
export async function notesOf(
  table: Table,
  somebody: Somebody,
  limit: number,
  signal: AbortSignal,
): Promise<readonly Note[]> {
  const notes = (await latest(table, somebody, 'NOTE#', limit, signal)).map((item) =>
    readItem(noteItem, item, table),
  );
  return notes.slice(0, limit);
}

/** Keeps what a customer agreed to or took back. The same at the same moment is kept once. */
export async function recordConsent(
  { client, name: TableName }: Table,
  customerId: string,
  consent: Consent,
  signal: AbortSignal,
): Promise<'written' | 'no-customer'> {
  const sk = `CONSENT#${consent.purpose}#${consent.at}`;
  const isThere = { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(mergedInto)' };
  try {
    await writeTogether(
      client,
      [
        { ConditionCheck: { TableName, Key: profileKey(customerId), ...isThere } },
        { Put: { TableName, Item: { pk: customerPartition(customerId), sk, ...consent } } },
      ],
      signal,
    );
    return 'written';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    if (error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed') return 'no-customer';
    throw error;
  }
}

/** Every consent of a customer, each purpose by itself, the latest first: it is the one that counts. */
export async function consentsOf(
  table: Table,
  somebody: Somebody,
  signal: AbortSignal,
): Promise<readonly Consent[]> {
  return (await latest(table, somebody, 'CONSENT#', CONSENTS_MAX, signal)).map((item) =>
    readItem(consentItem, item, table),
  );
}

/** A customer who changes their mind every day fills them in half a year. */
const CONSENTS_MAX = 200;

/**
 * Under all ids, those by which the key is later first; two requests in sequence where there are earlier ids. These
 * are read first: what moves meanwhile is seen twice and told once, and never missed.
 */
async function latest(
  table: Table,
  { customerId, mergedFrom }: Somebody,
  begin: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly Plain[]> {
  const under = async (id: string) => {
    const { items } = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
        ExpressionAttributeValues: { ':pk': customerPartition(id), ':begin': begin },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
      },
      signal,
    );
    return items;
  };
  const earlier = await Promise.all(mergedFrom.map(under));
  const all = [...earlier.flat(), ...(await under(customerId))];
  const byKey = new Map(all.map((item) => [String(item['sk']), item]));
  return [...byKey].toSorted(([one], [other]) => (one < other ? 1 : -1)).map(([, item]) => item);
}
