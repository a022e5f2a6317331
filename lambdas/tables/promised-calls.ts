/** Calls that we promise in a case, because nobody could help at once: one for a number, beside those that are booked. */

import { type Callback, promisedCallback } from '../domain/callback.ts';
import { type Case, type CaseWish, caseNumbers, isSameWish, openedCase, wishKey } from '../domain/case.ts';
import { changedCase } from '../domain/case-change.ts';
import type { CaseChange } from '../domain/case-change-asked.ts';
import { typeOfReason } from '../domain/case-reasons.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { readCase, writeChanged } from './case-changes.ts';
import { caseItemOf, isNewCase, keptCaseOf, openCaseOnce } from './cases.ts';
import { digestOf } from './digest.ts';
import { callbackItem, type OwedTables, undertakeCall } from './owed-calls.ts';
import type { Table } from './table.ts';
import type { Write } from './transaction.ts';

export type PromisedCall =
  | { readonly kind: 'opened'; readonly case: Case }
  /** The number has a call to come already. */
  | { readonly kind: 'owed'; readonly callback: Callback };

/**
 * Opens a case as `openCaseOnce` does. One that promises a call to the number is opened only where we owe the number
 * none: both are one transaction, and whoever asks again for the same wish has the same case.
 */
export async function openOrOwe(
  tables: OwedTables,
  wish: CaseWish,
  hours: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<PromisedCall> {
  const { cases } = tables;
  if (typeOfReason(wish.reason) !== 'callback')
    return { kind: 'opened', case: await openCaseOnce(cases, wish, hours, now, signal) };
  for (const caseNumber of caseNumbers(digestOf(wishKey(wish)))) {
    const opened = openedCase(wish, caseNumber, hours, now.getTime());
    const put = { Put: { TableName: cases.name, Item: caseItemOf(opened, {}), ...isNewCase } };
    const item = callbackItem(wish.phoneNumber, promisedCallback(opened));
    const done = await undertakeCall(tables, item, [put], now.getTime(), signal);
    if (done.kind === 'written') return { kind: 'opened', case: opened };
    if (done.kind === 'owed') return done;
    const kept = keptCaseOf(done.item, cases);
    if (isSameWish(kept, wish)) return { kind: 'opened', case: kept };
  }
  throw new Error('both numbers that this case may have belong to other cases; open the case by hand');
}

const CANCELLED: CaseChange = {
  action: 'resolve',
  resolution: { words: 'The call was cancelled at the telephone, from the number that was to be called.' },
};

/**
 * Resolves the case of a promised call that nobody has taken up, together with `guard`. False where somebody has, who is
 * about to call.
 */
export async function cancelPromise(
  cases: Table,
  { caseNumber, contactId }: { readonly caseNumber: string; readonly contactId: string },
  guard: Write,
  hours: OpeningHours,
  nowMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const before = await readCase(cases, caseNumber, signal);
  if (before?.status !== 'open') return false;
  const by = { role: 'system', id: 'cancel-callback' } as const;
  const moment = { nowMs, hours, contactId };
  const taken = changedCase(before, { action: 'take' }, by, moment);
  if (taken.kind === 'refused') return false;
  const resolved = changedCase(taken.case, CANCELLED, by, moment);
  if (resolved.kind === 'refused') return false;
  return await writeChanged(cases, { before, after: resolved.case, note: resolved.note }, [guard], signal);
}
