/** Opens cases with what is known of them: the case, its first note and its link in one transaction, once for each intent. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { caseNumbers } from '../domain/case.ts';
import { type AskedCase, caseAtOpening } from '../domain/case-opening.ts';
import type { Actor, WorkedCase } from '../domain/case-work.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { caseExpiry, orderLink } from './case-changes.ts';
import { changedAttributes, workedCaseOf } from './case-items.ts';
import { caseKey } from './case-keys.ts';
import { noteItemOf } from './case-note-item.ts';
import { digestOf } from './digest.ts';
import { getItem } from './requests.ts';
import type { Plain, Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

export interface Opening {
  readonly asked: Omit<AskedCase, 'intent'>;
  readonly by: Actor;
  /** Asked again with it, it is the same case: two agents, or a function, have intents of their own. */
  readonly intent: string;
  /** See `typeOfReason`. */
  readonly reason: string;
  /** The first number of the customer; `unknown` where they have none. */
  readonly phoneNumber: string;
}

export type Opened =
  | { readonly kind: 'opened'; readonly case: WorkedCase }
  /** With this intent another case was asked for. */
  | { readonly kind: 'other-content' };

/** Two who write one case at the same instant: the second looks again so often. */
const LOOKS_MAX = 3;

/**
 * Opens the case, or finds the one that the same request opened, whatever has become of it since.
 * @throws Error where both numbers that it may have belong to other cases
 */
export async function openFullCase(
  table: Table,
  opening: Opening,
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
): Promise<Opened> {
  const { asked, intent, reason, phoneNumber } = opening;
  const openedWith = digestOf(JSON.stringify(asked));
  const contactId = asked.contactId ?? intent;
  for (const caseNumber of caseNumbers(digestOf(intent))) {
    const whose = { caseNumber, customerId: asked.customerId, phoneNumber, contactId, reason };
    const begun = caseAtOpening(asked, whose, hours, now.getTime());
    const there = await writeFirst(table, begun, { intent, openedWith }, opening, signal);
    if (there === undefined) return { kind: 'opened', case: begun };
    if (there['intent'] !== intent) continue;
    return there['openedWith'] === openedWith
      ? { kind: 'opened', case: workedCaseOf(there, table) }
      : { kind: 'other-content' };
  }
  throw new Error('both numbers that this case may have belong to other cases; ask with another intent');
}

/** What is there already under the number; undefined where nothing was, and this is. */
async function writeFirst(
  table: Table,
  begun: WorkedCase,
  asWished: Plain,
  { asked, by }: Opening,
  signal: AbortSignal,
): Promise<Plain | undefined> {
  const { caseNumber, customerId, reason, phoneNumber, contactId, openedAtMs } = begun;
  const TableName = table.name;
  const expiresAt = caseExpiry(openedAtMs);
  const attributes = {
    ...changedAttributes(begun),
    ...asWished,
    customerId,
    reason,
    phoneNumber,
    contactId,
    isVerified: false,
    openedAt: new Date(openedAtMs).toISOString(),
    expiresAt,
  };
  const Item = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  const isNew = { ConditionExpression: 'attribute_not_exists(caseNumber)' };
  const { orderNumber } = asked.details;
  const note =
    asked.words === undefined
      ? undefined
      : ({
          atMs: openedAtMs,
          by,
          contactId: asked.contactId,
          visibility: 'internal',
          about: 'note',
          words: asked.words,
        } as const);
  const writes: readonly Write[] = [
    { Put: { TableName, Item: { ...caseKey(caseNumber), ...Item }, ...isNew } },
    ...(note === undefined
      ? []
      : [{ Put: { TableName, Item: noteItemOf(caseNumber, note, 'v1', expiresAt) } }]),
    ...(orderNumber === undefined
      ? []
      : [{ Put: { TableName, Item: orderLink(caseNumber, orderNumber, expiresAt) } }]),
  ];
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    try {
      await writeTogether(table.client, writes, signal);
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      if (codes[0] !== 'ConditionalCheckFailed' && !codes.includes('TransactionConflict')) throw error;
      const there = await getItem(table, { Key: caseKey(caseNumber), ConsistentRead: true }, signal);
      if (there !== undefined) return there;
    }
  }
  throw new Error(`case ${caseNumber} is being opened by others all the time; try again in a moment`);
}
