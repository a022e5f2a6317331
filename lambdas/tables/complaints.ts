/** What goes with a complaint by key beside its case: the order that it is about, or that its caller named one which is none of theirs. */

import type { Case } from '../domain/case.ts';
import { caseExpiry, orderLink } from './case-changes.ts';
import { noteItemOf } from './case-note-item.ts';
import { putItem } from './requests.ts';
import type { Table } from './table.ts';

/** However often it is written, it is one link. */
export async function linkToOrder(
  table: Table,
  { caseNumber, openedAtMs }: Case,
  orderNumber: string,
  signal: AbortSignal,
): Promise<void> {
  await putItem(table, { Item: orderLink(caseNumber, orderNumber, caseExpiry(openedAtMs)) }, signal);
}

/** What was keyed is not kept: it may have been meant for something else. One note, however often it is written. */
export async function noteUnknownOrder(
  table: Table,
  { caseNumber, customerId, contactId, openedAtMs }: Case,
  signal: AbortSignal,
): Promise<void> {
  const note = {
    atMs: openedAtMs,
    by: { role: 'caller', id: customerId },
    contactId,
    visibility: 'internal',
    about: 'note',
    words: 'Keyed the number of an order that is none of theirs: ask which one it is about.',
  } as const;
  const Item = noteItemOf(caseNumber, note, 'unknown-order', caseExpiry(openedAtMs));
  await putItem(table, { Item }, signal);
}
