/** Sees to it that no call which nobody answered is forgotten: it leaves one case, and so does one that ended among the steps for a product. */

import type { OpeningHours } from '../domain/opening-hours.ts';
import { leftOverOf, unsolvedOf } from '../domain/unanswered.ts';
import { linkCase, readCase } from '../tables/case-changes.ts';
import { caseNumbersOf } from '../tables/case-links.ts';
import { callerEnded } from '../tables/contact-ends.ts';
import type { OwedTables } from '../tables/owed-calls.ts';
import { openOrOwe } from '../tables/promised-calls.ts';
import type { Table } from '../tables/table.ts';
import { openTechnicalOnce } from '../tables/technical-cases.ts';

/** Why such a case is open, as flows and desktop know it. */
export const NOT_ANSWERED = 'not-answered';

export interface LeftOverDone {
  /** What that was, in a word. */
  readonly done: 'case-linked' | 'case-known' | 'case-opened' | 'call-known';
  /** Absent where the caller has a call to come that stands in no case. */
  readonly caseNumber?: string | undefined;
}

/** Does what a contact record leaves to be done, however often it comes. */
export async function seeToLeftOver(
  tables: OwedTables & { readonly contacts: Table },
  record: unknown,
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
): Promise<LeftOverDone | undefined> {
  const { cases, contacts } = tables;
  const left = leftOverOf(record);
  const unsolved = await seeToUnsolved(cases, record, hours, now, signal);
  switch (left.kind) {
    case 'nothing':
      return unsolved;
    case 'about-case': {
      const { caseNumber, contactId } = left;
      const isLinked = await linkCase(cases, caseNumber, { contactId }, now, signal);
      return isLinked ? { done: 'case-linked', caseNumber } : unsolved;
    }
    case 'unanswered': {
      // Who wanted a person about it is called about it, once.
      if (unsolved !== undefined) return unsolved;
      const { caller, earlier, transferredFrom } = left;
      const { contactId } = caller;
      if (transferredFrom !== undefined && (await callerEnded(contacts, transferredFrom, signal)))
        return undefined;
      const [known] = await caseNumbersOf(cases, { contactId }, signal);
      if (known !== undefined) return { done: 'case-known', caseNumber: known };
      for (const before of earlier) {
        const [caseNumber] = await caseNumbersOf(cases, { contactId: before }, signal);
        if (caseNumber !== undefined && (await linkCase(cases, caseNumber, { contactId }, now, signal)))
          return { done: 'case-linked', caseNumber };
      }
      const wish = { ...caller, reason: NOT_ANSWERED };
      const done = await openOrOwe(tables, wish, hours, now, signal);
      return done.kind === 'opened'
        ? { done: 'case-opened', caseNumber: done.case.caseNumber }
        : { done: 'call-known', caseNumber: done.callback.caseNumber };
    }
  }
}

/**
 * The case of a trouble that was told and not solved: the one that the call has opened, or a new one. Whose number does
 * not show is called at the one that they keyed for another case of the call.
 */
async function seeToUnsolved(
  cases: Table,
  record: unknown,
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
): Promise<LeftOverDone | undefined> {
  const unsolved = unsolvedOf(record);
  if (unsolved === undefined) return undefined;
  const { caller, trouble } = unsolved;
  const phoneNumber = caller.phoneNumber ?? (await keyedIn(cases, caller.contactId, signal));
  if (phoneNumber === undefined) return undefined;
  const { caseNumber, openedAtMs } = await openTechnicalOnce(
    cases,
    { ...caller, phoneNumber },
    { trouble },
    hours,
    now,
    signal,
  );
  return { done: openedAtMs === now.getTime() ? 'case-opened' : 'case-known', caseNumber };
}

async function keyedIn(cases: Table, contactId: string, signal: AbortSignal): Promise<string | undefined> {
  for (const caseNumber of await caseNumbersOf(cases, { contactId }, signal)) {
    const opened = await readCase(cases, caseNumber, signal);
    if (opened?.contactId === contactId && opened.phoneNumber !== undefined) return opened.phoneNumber;
  }
  return undefined;
}
