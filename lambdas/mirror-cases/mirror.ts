/** Brings the mirror of one case to where the case stands now. */

import { type MirrorTerms, openedFields, standingFields } from '../domain/mirrored-case.ts';
import { keepMirror, readMirrored } from '../tables/mirrored-cases.ts';
import type { Table } from '../tables/table.ts';
import { type CasesApi, Refused } from './cases-api.ts';

export type Mirrored =
  | { readonly kind: 'mirrored' | 'unchanged' | 'gone' | 'refused-before' }
  | { readonly kind: 'refused'; readonly because: string };

/**
 * A change only says which case: what is written is how it stands now, so that changes which come late, twice or in
 * another order end in the same. Throws where it has to be tried again.
 */
export async function mirror(
  caseNumber: string,
  { table, api, terms }: { readonly table: Table; readonly api: CasesApi; readonly terms: MirrorTerms },
  signal: AbortSignal,
): Promise<Mirrored> {
  const found = await readMirrored(table, caseNumber, signal);
  if (found === undefined) return { kind: 'gone' };
  const { case: own, mirror: before, expiresAt } = found;
  const fields = standingFields(own, terms);
  const standing = JSON.stringify(fields);
  if (before.refused === standing) return { kind: 'refused-before' };
  if (before.written === standing) return { kind: 'unchanged' };
  const key = { caseNumber, expiresAt };
  const { written } = before;
  let { connectCaseId } = before;
  try {
    if (connectCaseId === undefined) {
      // What was never opened there need not be closed.
      if (own === undefined) return { kind: 'gone' };
      const { templateId } = terms;
      const opened = openedFields(own, terms);
      connectCaseId = await api.create({ templateId, clientToken: caseNumber, fields: opened }, signal);
      // Before anything else: a token is remembered there for a while, and not for as long as a case is open.
      await keepMirror(table, key, { connectCaseId }, signal);
    } else if (written !== undefined) {
      // Until it is known how the update ended, nobody may take for written there what was before.
      await keepMirror(table, key, { connectCaseId }, signal);
    }
    await api.update(connectCaseId, fields, signal);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await keepMirror(table, key, { connectCaseId, written, refused: standing }, signal);
    return { kind: 'refused', because: `case ${caseNumber} is not mirrored: ${error.message}` };
  }
  await keepMirror(table, key, { connectCaseId, written: standing }, signal);
  return { kind: 'mirrored' };
}
