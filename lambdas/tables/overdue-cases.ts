/** Raises an overdue case: the case, its note, the task of the supervisors and the word to the customer, at once. */

import { promisedCallback } from '../domain/callback.ts';
import { overdueCase } from '../domain/case-overdue.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { readCase, writeChanged } from './case-changes.ts';
import { messageWrite } from './message-writes.ts';
import { callbackItem, callbackItemKey } from './owed-calls.ts';
import { getItem } from './requests.ts';
import type { Table } from './table.ts';
import type { Write } from './transaction.ts';

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
  const owed = raised?.isTold === true ? await owedAnew(messages, before, raised.holdsUntilMs, signal) : [];
  const change = { before, after, note, attributes };
  if (!(await writeChanged(cases, change, [...beside, ...owed], signal))) return 'nothing';
  return raised === undefined ? 'reminded' : 'raised';
}

/** The call that the number is owed in this case has the new time too: whoever calls from it hears what they were told. */
async function owedAnew(
  messages: Table,
  { caseNumber, contactId, openedAtMs, phoneNumber }: WorkedCase,
  promisedAtMs: number,
  signal: AbortSignal,
): Promise<readonly Write[]> {
  if (phoneNumber === undefined) return [];
  const owed = await getItem(
    messages,
    { Key: callbackItemKey(phoneNumber), ConsistentRead: true, ProjectionExpression: 'caseNumber' },
    signal,
  );
  if (owed?.['caseNumber'] !== caseNumber) return [];
  return [
    {
      Put: {
        TableName: messages.name,
        Item: callbackItem(
          phoneNumber,
          promisedCallback({ caseNumber, contactId, openedAtMs, promisedAtMs }),
        ),
        ConditionExpression: 'caseNumber = :caseNumber',
        ExpressionAttributeValues: { ':caseNumber': caseNumber },
      },
    },
  ];
}
