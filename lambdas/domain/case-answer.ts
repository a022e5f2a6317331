/** What a customer says about a case by key: the fix works, it does not, or please call me. */

import type { CaseChange, CaseNote, WorkedCase } from './case-work.ts';
import { type Message, newMessage } from './message.ts';
import type { OpeningHours } from './opening-hours.ts';
import { promisedTime } from './promised-time.ts';

/** What they say of a case that is resolved. */
export type CaseAnswer = 'works' | 'not-fixed';

export function changeOfAnswer(answer: CaseAnswer): CaseChange {
  return answer === 'works'
    ? { action: 'confirm-fix' }
    : { action: 'reject-fix', words: 'The customer says by telephone that it is not fixed.' };
}

/** Whether a case stands as the answer leaves it. */
export function isSaid({ status, reopened }: WorkedCase, answer: CaseAnswer): boolean {
  return answer === 'works' ? status === 'verified' : status === 'open' && reopened > 0;
}

/** The note and the task of a customer who wants to be called about a case, once in a call. */
export function callWish(
  { caseNumber, customerId, department, owner }: WorkedCase,
  contactId: string,
  nowMs: number,
  hours: OpeningHours,
): { readonly note: CaseNote; readonly message: Message; readonly promisedAtMs: number } {
  const promisedAtMs = promisedTime(hours, nowMs);
  return {
    promisedAtMs,
    note: {
      atMs: nowMs,
      by: { role: 'caller', id: customerId },
      contactId,
      visibility: 'customer',
      about: 'note',
      words: 'Wants to be called about it.',
    },
    message: newMessage(
      `case-${caseNumber}-call-${contactId}`,
      {
        kind: 'task',
        team: department,
        name: `Case ${caseNumber}: call the customer`,
        description: `The customer wants to be called about it.${owner === undefined ? '' : ` ${owner} is at it.`}`,
        replyBy: new Date(promisedAtMs).toISOString(),
        level: 1,
      },
      nowMs,
      caseNumber,
    ),
  };
}
