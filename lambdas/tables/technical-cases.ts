/** A case for a product that does not work, with what its caller said of it by key and what was tried. */

import type { Case, CaseWish } from '../domain/case.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { TROUBLE_REASON, type Trouble, troubleDetails, troubleNote } from '../domain/troubleshooting.ts';
import { caseExpiry } from './case-changes.ts';
import { noteItemOf } from './case-note-item.ts';
import { openCaseOnce } from './cases.ts';
import { putItem } from './requests.ts';
import type { Table } from './table.ts';

/**
 * Opens it or finds it, as {@link openCaseOnce} does. The note tells what was tried; told once more it is the same
 * one, and another trouble of the same call is a second note of the one case.
 */
export async function openTechnicalOnce(
  table: Table,
  caller: Omit<CaseWish, 'reason'>,
  trouble: Trouble,
  hours: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const wish = { ...caller, reason: TROUBLE_REASON };
  const kept = await openCaseOnce(table, wish, hours, now, signal, troubleDetails(trouble));
  const words = troubleNote(trouble);
  if (words === undefined) return kept;
  const { caseNumber, customerId, contactId, openedAtMs } = kept;
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
  return kept;
}
