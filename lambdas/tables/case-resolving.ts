/** Cases that a function has found the answer to: resolved while nobody works on them. */

import type { CaseChange } from '../domain/case-change-asked.ts';
import type { CaseDetails } from '../domain/case-details.ts';
import { isUnresolved } from '../domain/case-states.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { changeCase, readCase } from './case-changes.ts';
import type { Table } from './table.ts';

export interface FoundOut {
  readonly caseNumber: string;
  /** What its type asks for before it can be resolved. */
  readonly details: CaseDetails;
  /** For whoever reads the case; the customer gets a message of their own. */
  readonly words: string;
  /** The name of the function. */
  readonly by: string;
}

/**
 * Takes the case up, describes and resolves it, each step only where it is still to be done. One that a person has
 * taken up, or put into a state in which nobody resolves it, is theirs to resolve: that is answered by false.
 * @throws Error where somebody changed it between two steps: what is left to do is done by the next run
 */
export async function resolveUntaken(
  cases: Table,
  { caseNumber, details, words, by }: FoundOut,
  hours: OpeningHours,
  now: () => Date,
  signal: AbortSignal,
): Promise<boolean> {
  const changes: readonly CaseChange[] = [
    { action: 'take' },
    { action: 'describe', details },
    { action: 'resolve', resolution: { words } },
  ];
  for (const change of changes) {
    const found = await readCase(cases, caseNumber, signal);
    if (found === undefined || (found.owner ?? by) !== by) return false;
    const wish = {
      caseNumber,
      seenVersion: found.version,
      change,
      by: { role: 'system', id: by } as const,
    };
    const changed = await changeCase(cases, wish, hours, now(), signal);
    if (changed.kind === 'overtaken')
      throw new Error(`case ${caseNumber} was changed by somebody else just now; the next run looks again`);
    if (change.action === 'resolve')
      return changed.kind === 'changed' || (changed.kind === 'refused' && !isUnresolved(changed.case.status));
  }
  return false;
}
