/** How a note about a case is written; `case-items.ts` reads it, with all that a case may be, which who only writes need not bring along. */

import type { CaseNote } from '../domain/case-work.ts';
import type { Plain } from './table.ts';

/**
 * A note as an item. `mark` tells notes of one moment apart, and makes one that is written twice the same.
 * @param expiresAt second after which it may be forgotten
 */
export function noteItemOf(caseNumber: string, note: CaseNote, mark: string, expiresAt: number): Plain {
  const { atMs, by, contactId, visibility, about, words } = note;
  const at = new Date(atMs).toISOString();
  return {
    caseNumber,
    sk: `NOTE#${at}#${mark}`,
    at,
    byRole: by.role,
    byId: by.id,
    ...(contactId === undefined ? {} : { inContact: contactId }),
    visibility,
    about,
    words,
    expiresAt,
  };
}
