/** What a customer adds to an open case by key: it is still not right, please call me, or I no longer need it. */

import type { CaseNote, WorkedCase } from './case-work.ts';
import { type Message, newMessage } from './message.ts';
import { type HoursNow, promisedTime } from './promised-time.ts';

export const CUSTOMER_WISHES = ['still-so', 'call-me', 'not-needed'] as const;
export type CustomerWish = (typeof CUSTOMER_WISHES)[number];

interface WishWords {
  /** With the case, for its customer too. */
  readonly note: string;
  /** For the department, after the number of the case. */
  readonly task: string;
  readonly description: string;
}

const WORDS: Readonly<Record<CustomerWish, WishWords>> = {
  'still-so': {
    note: 'Says by telephone that it is still not right.',
    task: 'still not right',
    description: 'The customer says that it is still not right, and was promised a call.',
  },
  'call-me': {
    note: 'Wants to be called about it.',
    task: 'call the customer',
    description: 'The customer wants to be called about it.',
  },
  'not-needed': {
    note: 'Says by telephone that it is no longer needed.',
    task: 'no longer needed',
    description: 'The customer no longer needs it. See what is still to be stopped, and resolve the case.',
  },
};

/** A wish as it is kept: the same one again is none until `promisedAtMs` has passed. */
export interface KeptWish {
  readonly wish: CustomerWish;
  readonly promisedAtMs: number;
  readonly note: CaseNote;
  readonly message: Message;
}

/** The note and the task of a wish, by when somebody sees to it. */
export function keptWish(
  { caseNumber, customerId, department, owner }: WorkedCase,
  wish: CustomerWish,
  contactId: string,
  nowMs: number,
  hours: HoursNow,
): KeptWish {
  const promisedAtMs = promisedTime(hours, nowMs);
  const { note, task, description } = WORDS[wish];
  return {
    wish,
    promisedAtMs,
    note: {
      atMs: nowMs,
      by: { role: 'caller', id: customerId },
      contactId,
      visibility: 'customer',
      about: 'note',
      words: note,
    },
    message: newMessage(
      `case-${caseNumber}-${wish}-${promisedAtMs}`,
      {
        kind: 'task',
        team: department,
        name: `Case ${caseNumber}: ${task}`,
        description: `${description}${owner === undefined ? '' : ` ${owner} is at it.`}`,
        replyBy: new Date(promisedAtMs).toISOString(),
        level: 1,
      },
      nowMs,
      caseNumber,
    ),
  };
}
