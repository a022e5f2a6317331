/** Changes to cases: with the version that was seen, and with the note that tells of each, or not at all. */

import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { CASE_KEPT_DAYS } from '../domain/case.ts';
import { changedCase, type Refusal } from '../domain/case-change.ts';
import type { CaseChange } from '../domain/case-change-asked.ts';
import type { Actor, CaseNote, WorkedCase } from '../domain/case-work.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { changedAttributes, noteOf, workedCaseOf } from './case-items.ts';
import { caseKey } from './case-keys.ts';
import { noteItemOf } from './case-note-item.ts';
import { getItem, queryItems } from './requests.ts';
import type { Plain, Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** Two people who change one case at the same instant: the second looks again so often. */
const LOOKS_MAX = 3;

const BUSY = (caseNumber: string): string =>
  `case ${caseNumber} is being changed by others all the time; try again in a moment`;

/** The case as it stands at this moment. */
export async function readCase(
  table: Table,
  caseNumber: string,
  signal: AbortSignal,
): Promise<WorkedCase | undefined> {
  const item = await getItem(table, { Key: caseKey(caseNumber), ConsistentRead: true }, signal);
  return item === undefined ? undefined : workedCaseOf(item, table);
}

/** A case with everything that is written down about it, the oldest first, and what it is linked to. */
export interface CaseFile {
  readonly case: WorkedCase;
  readonly notes: readonly CaseNote[];
  readonly contactIds: readonly string[];
  readonly orderNumbers: readonly string[];
}

export async function readCaseFile(
  table: Table,
  caseNumber: string,
  signal: AbortSignal,
): Promise<CaseFile | undefined> {
  const items: Plain[] = [];
  let from: Plain | undefined;
  do {
    const page = await queryItems(
      table,
      {
        KeyConditionExpression: 'caseNumber = :caseNumber',
        ExpressionAttributeValues: { ':caseNumber': caseNumber },
        ConsistentRead: true,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    items.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  const own = items.find(({ sk }) => sk === 'CASE');
  if (own === undefined) return undefined;
  const under = (prefix: string) => items.filter(({ sk }) => String(sk).startsWith(prefix));
  return {
    case: workedCaseOf(own, table),
    notes: under('NOTE#').map((item) => noteOf(item, table)),
    contactIds: [own, ...under('LINK#CONTACT#')].map(({ contactId }) => String(contactId)),
    orderNumbers: under('LINK#ORDER#').map(({ orderNumber }) => String(orderNumber)),
  };
}

/** A change that somebody wants to make to the version of a case that they have seen. */
export interface ChangeWish {
  readonly caseNumber: string;
  readonly seenVersion: number;
  readonly change: CaseChange;
  readonly by: Actor;
  readonly contactId?: string | undefined;
}

export type Changed =
  | { readonly kind: 'changed'; readonly case: WorkedCase }
  | ({ readonly kind: 'refused'; readonly case: WorkedCase } & Refusal)
  /** Somebody else was first: this is what the case has become. */
  | { readonly kind: 'overtaken'; readonly case: WorkedCase }
  | { readonly kind: 'unknown' };

/** What has to happen together with a change, such as a message to the customer. */
export type WritesBeside = (before: WorkedCase, after: WorkedCase, note: CaseNote) => readonly Write[];

/**
 * Makes a change where the case is still as it was seen: the case, its note, a link to the order that it names, and
 * whatever `beside` adds, in one transaction. Of several at once one wins, and the others are told.
 */
export async function changeCase(
  table: Table,
  wish: ChangeWish,
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
  beside: WritesBeside = () => [],
): Promise<Changed> {
  const { caseNumber, seenVersion, change, by, contactId } = wish;
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const before = await readCase(table, caseNumber, signal);
    if (before === undefined) return { kind: 'unknown' };
    if (before.version !== seenVersion) return { kind: 'overtaken', case: before };
    const decided = changedCase(before, change, by, { nowMs: now.getTime(), hours, contactId });
    if (decided.kind === 'refused') return { ...decided, case: before };
    const { case: after, note } = decided;
    const more = beside(before, after, note);
    if (await writeChanged(table, { before, after, note }, more, signal)) {
      return { kind: 'changed', case: after };
    }
  }
  throw new Error(BUSY(caseNumber));
}

/** A decided change; `attributes` are those of the item that a {@link WorkedCase} does not have. */
export interface WrittenChange {
  readonly before: WorkedCase;
  readonly after: WorkedCase;
  readonly note: CaseNote;
  readonly attributes?: Plain;
}

/** Writes a change with its note and what comes beside, or nothing: false where somebody else was at the case. */
export async function writeChanged(
  table: Table,
  change: WrittenChange,
  beside: readonly Write[],
  signal: AbortSignal,
): Promise<boolean> {
  return await wereWritten(table, [...changeWrites(table, change), ...beside], signal);
}

function changeWrites(
  table: Table,
  { before, after, note, attributes = {} }: WrittenChange,
): readonly Write[] {
  const { caseNumber, version, openedAtMs } = after;
  const { orderNumber } = after.details;
  const expiresAt = caseExpiry(openedAtMs);
  const TableName = table.name;
  const noted = { TableName, Item: noteItemOf(caseNumber, note, `v${version}`, expiresAt) };
  const linked =
    orderNumber === undefined || orderNumber === before.details.orderNumber
      ? []
      : [{ Put: { TableName, Item: orderLink(caseNumber, orderNumber, expiresAt) } }];
  return [
    { Update: { TableName, Key: caseKey(caseNumber), ...updateFrom(before.version, after, attributes) } },
    { Put: noted },
    ...linked,
  ];
}

function updateFrom(seenVersion: number, after: WorkedCase, attributes: Plain) {
  const entries = Object.entries({ ...changedAttributes(after), ...attributes });
  const kept = entries.filter(([, value]) => value !== undefined);
  const gone = entries.filter(([, value]) => value === undefined);
  const set = `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  const remove = gone.length === 0 ? '' : ` REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}`;
  return {
    UpdateExpression: `${set}${remove}`,
    ConditionExpression: '#version = :seenVersion',
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
      ':seenVersion': seenVersion,
    },
  };
}

/** False where somebody else was at the case: then it has to be looked at again. */
async function wereWritten(table: Table, writes: readonly Write[], signal: AbortSignal): Promise<boolean> {
  try {
    await writeTogether(table.client, writes, signal);
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    const isOvertaken =
      codes[0] === 'ConditionalCheckFailed' || codes.some((code) => code === 'TransactionConflict');
    if (!isOvertaken) throw error;
    return false;
  }
}

/** Remembers that a case came up in another contact, or is about an order. False where there is no such case. */
export async function linkCase(
  table: Table,
  caseNumber: string,
  to: { readonly contactId: string } | { readonly orderNumber: string },
  now: Date,
  signal: AbortSignal,
): Promise<boolean> {
  const expiresAt = caseExpiry(now.getTime());
  const Item =
    'contactId' in to
      ? { caseNumber, sk: `LINK#CONTACT#${to.contactId}`, contactId: to.contactId, expiresAt }
      : orderLink(caseNumber, to.orderNumber, expiresAt);
  const refused = await writtenUnder(table, caseNumber, [{ Put: { TableName: table.name, Item } }], signal);
  return refused === undefined;
}

/**
 * Writes beside a case where there is one; nobody is ever overtaken by it.
 * @returns undefined where it is written, or else why each of the case and the writes was refused
 */
export async function writtenUnder(
  table: Table,
  caseNumber: string,
  writes: readonly Write[],
  signal: AbortSignal,
): Promise<readonly CancellationReason[] | undefined> {
  const exists = {
    TableName: table.name,
    Key: caseKey(caseNumber),
    ConditionExpression: 'attribute_exists(caseNumber)',
  };
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    try {
      await writeTogether(table.client, [{ ConditionCheck: exists }, ...writes], signal);
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return reasons;
      if (!reasons.some(({ Code }) => Code === 'TransactionConflict')) throw error;
    }
  }
  throw new Error(BUSY(caseNumber));
}

/** The link that says which order a case is about. */
export const orderLink = (caseNumber: string, orderNumber: string, expiresAt: number): Plain => ({
  caseNumber,
  sk: `LINK#ORDER#${orderNumber}`,
  orderNumber,
  expiresAt,
});

/** The second after which what was written at a moment may be forgotten. */
export const caseExpiry = (fromMs: number): number =>
  Math.floor(fromMs / 1000) + CASE_KEPT_DAYS * 24 * 60 * 60;
