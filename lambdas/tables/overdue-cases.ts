/** Raises an overdue case: the case, its note, the task of the supervisors and the word to the customer, at once. */

import { overdueCase } from '../domain/case-overdue.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { readCase, writeChanged } from './case-changes.ts';
import { messageWrite } from './message-writes.ts';
import type { Table } from './table.ts';

/** `nothing` where it is not due any more, or somebody is at it at this very moment: the next run looks again. */
export async function raiseOverdueCase(
  { cases, messages }: { readonly cases: Table; readonly messages: Table },
  caseNumber: string,
  hours: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<'raised' | 'reminded' | 'nothing'> {
  const before = await readCase(cases, caseNumber, signal);
  if (before === undefined) return 'nothing';
  const overdue = overdueCase(before, now.getTime(), hours);
  if (overdue === undefined) return 'nothing';
  const { case: after, note, raised } = overdue;
  const iso = (ms: number): string => new Date(ms).toISOString();
  // As a caller's own wish leaves it: whoever calls hears of the promise, and does not raise it once more.
  const attributes =
    raised === undefined
      ? {}
      : {
          escalations: after.escalations,
          escalatedAt: iso(now.getTime()),
          escalationContactId: before.contactId,
          escalationPromisedAt: iso(raised.promisedAtMs),
          escalationHoldsUntil: iso(raised.holdsUntilMs),
          escalationTask: 'started',
        };
  const beside = overdue.messages.map((message) => messageWrite(messages, message));
  if (!(await writeChanged(cases, { before, after, note, attributes }, beside, signal))) return 'nothing';
  return raised === undefined ? 'reminded' : 'raised';
}
