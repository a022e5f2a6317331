/** A case for a product that does not work, with what its caller said of it by key and what was tried. */

import type { Case, CaseWish } from '../domain/case.ts';
import { detailsOfOrder } from '../domain/case-order.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import {
  TROUBLE_REASON,
  type Trouble,
  troubleDetails,
  troubleIntent,
  troubleNote,
} from '../domain/troubleshooting.ts';
import { caseExpiry } from './case-changes.ts';
import { noteItemOf } from './case-note-item.ts';
import { openCaseOnce } from './cases.ts';
import { keepNamedOrder, type NamedOrder } from './named-orders.ts';
import { putItem } from './requests.ts';
import type { Table } from './table.ts';

/** What a caller told: the trouble, and which order the product is of where they were asked. */
export interface ToldTrouble {
  readonly trouble: Trouble;
  readonly named?: NamedOrder;
}

/**
 * Opens it or finds it, as {@link openCaseOnce} does. The first trouble of a call has the case of its reason alone, so
 * that whoever knows no more than the contact finds it; a product of another order has a case of its own beside it. The
 * note tells what was tried; told once more it is the same one, and another trouble is a second note of the one case.
 */
export async function openTechnicalOnce(
  table: Table,
  caller: Omit<CaseWish, 'reason'>,
  { trouble, named }: ToldTrouble,
  hours: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const order = named?.order;
  const said = { ...troubleDetails(trouble), ...detailsOfOrder(order) };
  const opens = (intent?: string) =>
    openCaseOnce(table, { ...caller, reason: TROUBLE_REASON, intent }, hours, now, signal, said);
  const first = await opens();
  const kept =
    order === undefined || order.orderNumber === first.orderNumber
      ? first
      : await opens(troubleIntent(caller.contactId, order.orderNumber));
  await Promise.all([
    keepTried(table, kept, trouble, signal),
    named === undefined ? undefined : keepNamedOrder(table, kept, named, signal),
  ]);
  return kept;
}

async function keepTried(
  table: Table,
  { caseNumber, customerId, contactId, openedAtMs }: Case,
  trouble: Trouble,
  signal: AbortSignal,
): Promise<void> {
  const words = troubleNote(trouble);
  if (words === undefined) return;
  const note = {
    atMs: openedAtMs,
    by: { role: 'caller', id: customerId },
    contactId,
    visibility: 'internal',
    about: 'note',
    words,
  } as const;
  const mark = `tried-${trouble.symptom}-${trouble.tried}`;
  await putItem(table, { Item: noteItemOf(caseNumber, note, mark, caseExpiry(openedAtMs)) }, signal);
}
