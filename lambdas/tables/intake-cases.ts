/** Cases of the orders team about orders that could not be taken in: with the reason, what was sent, and a task. */

import type { Case, CaseWish } from '../domain/case.ts';
import { noteOfOddOrder, type OddOrder, taskOfOddOrder } from '../domain/intake-case.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { addNote } from './case-notes.ts';
import { openCaseOnce } from './cases.ts';
import { putMessage } from './message-writes.ts';
import type { Table } from './table.ts';

export interface IntakeCaseTables {
  readonly cases: Table;
  readonly messages: Table;
}

/** Case, note and task are one each, however often it is asked for, and wherever it was interrupted before. */
export async function openIntakeCase(
  { cases, messages }: IntakeCaseTables,
  wish: Pick<CaseWish, 'contactId' | 'intent' | 'customerId'>,
  odd: OddOrder,
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const whole = { ...wish, reason: 'order-intake', isVerified: false, phoneNumber: 'unknown' };
  const opened = await openCaseOnce(cases, whole, hours, now, signal);
  const { caseNumber } = opened;
  await addNote(cases, { caseNumber, note: noteOfOddOrder(odd, opened), mark: 'intake' }, signal);
  await putMessage(messages, taskOfOddOrder(opened), signal);
  return opened;
}
