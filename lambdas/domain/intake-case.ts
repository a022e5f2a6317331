/** What the orders team gets of an order that could not be taken in: why, what was sent, and a task. */

import type { Case } from './case.ts';
import type { CaseNote } from './case-work.ts';
import { type Message, newMessage } from './message.ts';

/** An order that a person has to look at. */
export interface OddOrder {
  /** From where it came, e.g. `web W-100` or `file in/W-100.json`. */
  readonly from: string;
  readonly because: string;
  /** As it was sent; nothing where nobody could read it. */
  readonly content: string | undefined;
}

/** As much as a person reads on a page: the rest is where it came from. */
const CONTENT_SHOWN_MAX = 3_500;

/** The first note of its case. */
export function noteOfOddOrder({ from, because, content }: OddOrder, { openedAtMs }: Case): CaseNote {
  const sent = content === undefined ? '' : `\n\n${content.slice(0, CONTENT_SHOWN_MAX)}`;
  const isCut = content !== undefined && content.length > CONTENT_SHOWN_MAX;
  return {
    atMs: openedAtMs,
    by: { role: 'system', id: 'order-intake' },
    visibility: 'internal',
    about: 'note',
    words: `The order from ${from} was not taken in: ${because}.${sent}${isCut ? '…' : ''}`,
  };
}

/** The task of its case; what is to be known is with the case, and not in the task: tasks are seen by many. */
export function taskOfOddOrder({ caseNumber, openedAtMs, promisedAtMs }: Case): Message {
  return newMessage(
    `case-${caseNumber}-intake-task`,
    {
      kind: 'task',
      team: 'orders',
      name: `Case ${caseNumber}: an order to look at`,
      description:
        'It did not come by telephone, and could not be taken in. Read the internal note of the case.',
      replyBy: new Date(promisedAtMs).toISOString(),
      level: 1,
    },
    openedAtMs,
    caseNumber,
  );
}
