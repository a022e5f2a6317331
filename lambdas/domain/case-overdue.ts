/** What happens by itself when the due time of a case passes: it goes up a level, or somebody is reminded. */

import type { CaseNote, WorkedCase } from './case-work.ts';
import { escalationPromise, LEVEL_MAX, levelOf } from './escalation.ts';
import { type Message, newMessage } from './message.ts';
import { type HoursNow, promisedTime, RESPONSE_MS } from './promised-time.ts';

/** A case at the highest level is told to the supervisors once a working day, not every two hours. */
const AT_HIGHEST_MS = 8 * 60 * 60_000;
/** Who is reminded has so long (open time, ms) until the next time. */
const REMINDED_MS = 8 * 60 * 60_000;

export interface Overdue {
  readonly case: WorkedCase;
  readonly note: CaseNote;
  readonly messages: readonly Message[];
  /** By when a supervisor takes it up; absent where it was not raised. */
  readonly raised?: {
    readonly promisedAtMs: number;
    readonly holdsUntilMs: number;
    /** Whether the customer is told that they hear from us until then. */
    readonly isTold: boolean;
  };
}

const BY = { role: 'system', id: 'raise-overdue' } as const;

/** What was owed, for whoever has to see to it. */
const OWED: Readonly<Record<NonNullable<WorkedCase['due']>['for'], string>> = {
  'first-answer': 'Nobody has answered in the time that was promised.',
  resolution: 'It is not resolved in its time.',
  'department-reply': 'The department has not replied in its time.',
  'customer-reply': 'The customer has not answered. Ask again, or go on without.',
  verification: 'Nobody has seen that the fix was made. Ask the customer, or look.',
  escalation: 'It was raised, and nobody has taken it up in the time that was promised.',
};

/**
 * The case after its due time has passed, or undefined where it has not. `hours` are those of the escalation team. It
 * moves the due time on, so that a second look at the same case finds nothing to do.
 */
export function overdueCase(before: WorkedCase, nowMs: number, hours: HoursNow): Overdue | undefined {
  const { due, caseNumber } = before;
  if (due === undefined || due.atMs > nowMs) return undefined;
  const isOurs = due.for !== 'customer-reply' && due.for !== 'verification';
  return isOurs ? raised(before, due, nowMs, hours) : reminded(before, due, nowMs, hours, caseNumber);
}

type Due = NonNullable<WorkedCase['due']>;

/** One for each promise that passes, whoever looks, and however often. */
const idOf = (caseNumber: string, due: Due, what: string): string =>
  `case-${caseNumber}-overdue-${new Date(due.atMs).toISOString()}-${what}`;

function raised(before: WorkedCase, due: Due, nowMs: number, hours: HoursNow): Overdue {
  const { caseNumber, customerId, phoneNumber } = before;
  const escalations = before.escalations + 1;
  const isHighest = before.escalations >= LEVEL_MAX;
  const promise = escalationPromise(hours, nowMs);
  const holdsUntilMs = isHighest ? promisedTime(hours, nowMs, AT_HIGHEST_MS) : promise.holdsUntilMs;
  const level = levelOf({ count: escalations });
  const at = new Date(holdsUntilMs).toISOString();
  const task = newMessage(
    idOf(caseNumber, due, 'task'),
    {
      kind: 'task',
      team: 'escalations',
      name: `Case ${caseNumber}, level ${level}: overdue`,
      description: `${OWED[due.for]} It is with ${before.owner ?? before.department}.`,
      replyBy: at,
      level: level === 1 ? 1 : level === 2 ? 2 : 3,
    },
    nowMs,
    caseNumber,
  );
  const isReachable = customerId !== 'unknown' || phoneNumber !== undefined;
  // What a department owes a colleague, the customer was not promised; at the highest level they have heard it thrice.
  const isPromised = due.for !== 'department-reply' && !isHighest && isReachable;
  const told = newMessage(
    idOf(caseNumber, due, 'customer'),
    {
      kind: 'customer',
      news: 'case-late',
      customerId,
      fields: { caseNumber, at },
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
    },
    nowMs,
    caseNumber,
  );
  return {
    case: {
      ...before,
      escalations,
      version: before.version + 1,
      changedAtMs: nowMs,
      due: { atMs: holdsUntilMs, for: 'escalation' },
    },
    note: {
      atMs: nowMs,
      by: BY,
      visibility: 'internal',
      about: 'escalate',
      words: `To level ${level}. ${OWED[due.for]}`,
    },
    messages: isPromised ? [task, told] : [task],
    raised: { promisedAtMs: promise.promisedAtMs, holdsUntilMs, isTold: isPromised },
  };
}

function reminded(before: WorkedCase, due: Due, nowMs: number, hours: HoursNow, caseNumber: string): Overdue {
  const again = promisedTime(hours, nowMs, REMINDED_MS);
  return {
    case: {
      ...before,
      version: before.version + 1,
      changedAtMs: nowMs,
      due: { ...due, atMs: Math.max(again, nowMs + RESPONSE_MS) },
    },
    note: { atMs: nowMs, by: BY, visibility: 'internal', about: 'note', words: OWED[due.for] },
    messages: [
      newMessage(
        idOf(caseNumber, due, 'task'),
        {
          kind: 'task',
          team: before.department,
          name: `Case ${caseNumber}: ${due.for === 'verification' ? 'verify the fix' : 'no answer'}`,
          description: OWED[due.for],
          replyBy: new Date(again).toISOString(),
          level: 1,
        },
        nowMs,
        caseNumber,
      ),
    ],
  };
}
