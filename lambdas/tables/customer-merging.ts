/** Makes one customer of two: who they are in one transaction, then what they left behind, taken up where it stopped. */

import * as z from 'zod/mini';
import type { Customer } from '../domain/customer.ts';
import { differences } from '../domain/customer-change.ts';
import { mergeCustomers } from '../domain/customer-merge.ts';
import { nameWords } from '../domain/name-words.ts';
import { BOTH_HAVE_ONE, bringAppointment } from './appointment-merging.ts';
import { attempt, type ChangeNote, changeWrite } from './customer-changes.ts';
import { customerPartition, emailKey, nameKey, profileKey } from './customer-keys.ts';
import { shelfKeys } from './customer-shelves.ts';
import { asSeen, profileWrites } from './customer-writes.ts';
import { readCustomer } from './customers.ts';
import { bringDraft } from './draft-merging.ts';
import { type Key, queryItems, updateItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** A table whose rows name a customer: it has an index `by-customer`. */
export interface CustomersRows {
  readonly table: Table;
  /** The attributes of its key. */
  readonly keyNames: readonly string[];
}

/** Where else customers are named. */
export interface Elsewhere {
  readonly appointments: Table;
  /** What they have begun to order lies under their id. */
  readonly orders: Table;
  readonly rows: readonly CustomersRows[];
}

export type MergeOutcome =
  | { readonly outcome: 'merged' | 'moving'; readonly customerId: string }
  | { readonly outcome: 'changed-meanwhile' }
  | { readonly outcome: 'no-customer'; readonly customerId: string }
  | { readonly outcome: 'refused'; readonly sentence: string };

export interface Merge {
  readonly into: string;
  readonly from: string;
  readonly note: ChangeNote;
}

/** Rows of one page; each costs a request. */
const PAGE = 25;

/**
 * Merges `from` into `into`. Numbers, mailboxes, names and the appointment are the other's at one moment; orders, what they have begun to order, cases, contacts,
 * notes and consents follow, and whoever asks meanwhile finds them by the earlier ids of the customer. Asked again
 * for the same two, it goes on with what is left: `moving` says that there is more than there was time for.
 * @param hasTime whether one more page can be moved
 */
export async function mergeInto(
  table: Table,
  { appointments, orders, rows }: Elsewhere,
  { into, from, note }: Merge,
  hasTime: () => boolean,
  signal: AbortSignal,
): Promise<MergeOutcome> {
  const between = { into, from, nowMs: Date.parse(note.at) };
  const [one, other, brought] = await Promise.all([
    readCustomer(table, into, signal),
    readCustomer(table, from, signal),
    bringAppointment(appointments, between, signal),
  ]);
  if (one?.kind !== 'customer') return { outcome: 'no-customer', customerId: into };
  if (other === undefined) return { outcome: 'no-customer', customerId: from };
  if (other.kind === 'merged') {
    if (other.into !== into)
      return {
        outcome: 'refused',
        sentence: `The customer '${from}' was merged into '${other.into}' before.`,
      };
    // Versions before this one left it behind.
    if (brought.kind === 'goes-along') {
      const written = await attempt(0, () => writeTogether(table.client, brought.writes, signal));
      if (written !== 'written') return { outcome: 'changed-meanwhile' };
    }
  } else {
    const merged = mergeCustomers(one.customer, other.customer);
    if (merged.outcome === 'refused') return merged;
    if (brought.kind === 'both-have-one') return { outcome: 'refused', sentence: BOTH_HAVE_ONE };
    const writes = [
      ...writesOf(table.name, one.customer, merged.customer, other.customer, note),
      ...brought.writes,
    ];
    const numbers = merged.customer.phoneNumbers.length;
    const written = await attempt(numbers, () => writeTogether(table.client, writes, signal));
    if (written !== 'written') return { outcome: 'changed-meanwhile' };
  }
  const [areMoved] = await Promise.all([
    moveAllRows(rows, from, into, hasTime, signal),
    bringDraft(orders, between, signal),
  ]);
  if (!areMoved) return { outcome: 'moving', customerId: into };
  const isMoved = await moveRecords(table, from, into, hasTime, signal);
  if (!isMoved || !hasTime()) return { outcome: 'moving', customerId: into };
  const earlier = one.customer.mergedFrom.concat(other.kind === 'customer' ? other.customer.mergedFrom : []);
  await Promise.all(earlier.filter((id) => id !== from).map((id) => leadTo(table, id, into, signal)));
  return { outcome: 'merged', customerId: into };
}

/** An earlier id of the one who is gone leads to the one who stays, so that nobody has to go from merge to merge. */
async function leadTo(table: Table, earlierId: string, into: string, signal: AbortSignal): Promise<void> {
  try {
    await updateItem(
      table,
      {
        Key: profileKey(earlierId),
        UpdateExpression: 'SET mergedInto = :into',
        ConditionExpression: 'attribute_exists(mergedInto) AND mergedInto <> :into',
        ExpressionAttributeValues: { ':into': into },
      },
      signal,
    );
  } catch (error) {
    // It does already.
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
  }
}

/**
 * The profile of the one who stays comes first, then the numbers, as `attempt` wants it. At most 88 writes, because both
 * together have no more numbers and mailboxes than one customer may; the appointment needs two.
 */
function writesOf(
  TableName: string,
  before: Customer,
  after: Customer,
  gone: Customer,
  note: ChangeNote,
): readonly Write[] {
  const version = gone.version + 1;
  const { customerId } = gone;
  const tombstone = { ...profileKey(customerId), customerId, version, mergedInto: after.customerId };
  return [
    ...profileWrites({ TableName, before, after, owners: [customerId] }),
    { Put: { TableName, Item: { ...tombstone, phoneNumbers: [] }, ...asSeen(gone) } },
    ...gone.emails.map((email) => ({ Delete: { TableName, Key: emailKey(email, customerId) } })),
    ...nameWords(gone.name).map((word) => ({ Delete: { TableName, Key: nameKey(word, customerId) } })),
    ...shelfKeys(gone).map((Key) => ({ Delete: { TableName, Key } })),
    { Delete: { TableName, Key: { pk: customerPartition(customerId), sk: 'PIN' } } },
    changeWrite(TableName, after, note, differences(before, after)),
    changeWrite(TableName, { customerId, version }, note, {
      before: gone,
      after: { mergedFrom: [after.customerId] },
    }),
  ];
}

async function moveAllRows(
  rows: readonly CustomersRows[],
  from: string,
  into: string,
  hasTime: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  for (const row of rows) {
    if (!(await moveRows(row, from, into, hasTime, signal))) return false;
  }
  return true;
}

/** Whether all rows are moved. One that somebody moved or removed meanwhile is let be. */
async function moveRows(
  { table, keyNames }: CustomersRows,
  from: string,
  into: string,
  hasTime: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  let start: Plain | undefined;
  do {
    if (!hasTime()) return false;
    const { items, next } = await queryItems(
      table,
      {
        IndexName: 'by-customer',
        KeyConditionExpression: 'customerId = :from',
        ExpressionAttributeValues: { ':from': from },
        Limit: PAGE,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      },
      signal,
    );
    await Promise.all(
      items.map((item) =>
        moveRow(
          table,
          Object.fromEntries(keyNames.map((name) => [name, String(item[name])])),
          from,
          into,
          signal,
        ),
      ),
    );
    start = next;
  } while (start !== undefined);
  return true;
}

async function moveRow(table: Table, Key: Key, from: string, into: string, signal: AbortSignal) {
  try {
    await updateItem(
      table,
      {
        Key,
        UpdateExpression: 'SET customerId = :into',
        ConditionExpression: 'customerId = :from',
        ExpressionAttributeValues: { ':into': into, ':from': from },
      },
      signal,
    );
  } catch (error) {
    // The index follows the table, so it may still show a row that is moved.
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
  }
}

const keyed = z.looseObject({ pk: z.string(), sk: z.string() });

/** Notes, consents and orders by phone, page by page; each is written there and removed here at one moment. */
async function moveRecords(
  table: Table,
  from: string,
  into: string,
  hasTime: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  for (const begin of ['NOTE', 'CONSENT#', 'HISTORY#']) {
    for (;;) {
      if (!hasTime()) return false;
      const { items } = await queryItems(
        table,
        {
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
          ExpressionAttributeValues: { ':pk': customerPartition(from), ':begin': begin },
          ConsistentRead: true,
          Limit: PAGE,
        },
        signal,
      );
      if (items.length === 0) break;
      const TableName = table.name;
      const writes = items.flatMap((item): Write[] => {
        const { pk, sk, ...rest } = readItem(keyed, item, table);
        return [
          { Put: { TableName, Item: { ...rest, pk: customerPartition(into), sk } } },
          { Delete: { TableName, Key: { pk, sk } } },
        ];
      });
      await writeTogether(table.client, writes, signal);
    }
  }
  return true;
}
