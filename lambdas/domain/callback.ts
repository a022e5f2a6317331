/** Calls back at a time of the caller's choice: which times there are, and what is kept of one that is booked. */

import type { Language } from './language.ts';
import { type Message, newMessage } from './message.ts';
import { type HoursNow, nextFullHour, promisedTime } from './promised-time.ts';

const HOUR_MS = 60 * 60_000;
/** A time is offered so long ahead at the earliest, so that "as soon as possible" is another choice. */
const AHEAD_MS = HOUR_MS;
/** Times on one day are so far apart. */
const APART_MS = 3 * HOUR_MS;
/** The last one is on another day. */
const ANOTHER_DAY_MS = 24 * HOUR_MS;
/** A task that nobody has finished lives for so long (adminguide/tasks); then its call is none any more, whatever we heard of its end. */
const OPEN_AFTER_MS = 7 * 24 * HOUR_MS;

export type CallbackTimes = readonly [secondMs: number, thirdMs: number, fourthMs: number];

/** Three full hours inside the opening hours, the earliest first. */
export function callbackTimes(hours: HoursNow, nowMs: number): CallbackTimes {
  const second = nextFullHour(hours, nowMs + AHEAD_MS);
  const third = nextFullHour(hours, second + APART_MS);
  return [second, third, nextFullHour(hours, third + ANOTHER_DAY_MS)];
}

/** A call that we owe a number. */
export interface Callback {
  /** When the task rings at an agent. */
  readonly atMs: number;
  /** By when somebody has called. */
  readonly promisedAtMs: number;
  /** Until then there is no second one for the number, unless its task has ended before. */
  readonly openUntilMs: number;
  /** As soon as somebody is free, and not at a chosen time. */
  readonly isSoon: boolean;
  /** The call in which it was booked. */
  readonly contactId: string;
  /** The task that is sent at that time; a promise of a case has none, and a name in its place. */
  readonly taskId: string;
  /** The case in which it was promised, where it was not booked. */
  readonly caseNumber?: string | undefined;
}

export interface CallbackWish {
  readonly key: string;
  /** Undefined as soon as somebody is free. */
  readonly atMs: number | undefined;
  readonly contactId: string;
  readonly nowMs: number;
}

/** The message that carries the task of a call, booked at `nowMs`. */
export const callbackTask = (key: string, nowMs: number): string => `callback-${key}-${nowMs}`;

/** The key of the call whose task a message is; undefined for any other message. */
export const callbackKeyOf = (messageId: string): string | undefined =>
  /^callback-([0-9a-f]{24})-\d+$/.exec(messageId)?.[1];

/** A time that has passed while the caller was choosing is as soon as possible. */
export function bookedCallback({ key, atMs, contactId, nowMs }: CallbackWish, hours: HoursNow): Callback {
  const isSoon = atMs === undefined || atMs <= nowMs;
  const startsMs = isSoon ? nowMs : atMs;
  const promisedAtMs = isSoon ? promisedTime(hours, nowMs) : startsMs;
  return {
    atMs: startsMs,
    promisedAtMs,
    openUntilMs: promisedAtMs + OPEN_AFTER_MS,
    isSoon,
    contactId,
    taskId: callbackTask(key, nowMs),
  };
}

/** What an agent said who promised a call. */
export interface CallPromise {
  /** The agent's user name. */
  readonly by: string;
  readonly words?: string | undefined;
}

/** What whoever makes the call is told of it. */
function callDescription(isSoon: boolean, promise: CallPromise | undefined): string {
  if (promise !== undefined) return promise.words ?? `${promise.by} promised this call, and knows why.`;
  return isSoon
    ? 'The caller asked to be called as soon as somebody is free. The number is with the task.'
    : 'The caller chose to be called at this time. The number is with the task.';
}

/** Whom to call, and what about. */
export interface CallMatter {
  readonly phoneNumber: string;
  /** `unknown` where we know only the number. */
  readonly customerId: string;
  /** What they are spoken to in; absent where nobody knows. */
  readonly language?: Language | undefined;
  /** Absent where the caller has booked it. */
  readonly promise?: CallPromise | undefined;
}

/** A call that is promised in a case: by then, as soon as somebody takes the case up. */
export const promisedCallback = ({
  caseNumber,
  contactId,
  openedAtMs,
  promisedAtMs,
}: {
  readonly caseNumber: string;
  readonly contactId: string;
  readonly openedAtMs: number;
  readonly promisedAtMs: number;
}): Callback => ({
  atMs: openedAtMs,
  promisedAtMs,
  openUntilMs: promisedAtMs + OPEN_AFTER_MS,
  isSoon: true,
  contactId,
  taskId: `case-${caseNumber}`,
  caseNumber,
});

/** The message that tells the caller when they are called. */
export const callbackTold = (taskId: string): string => `${taskId}-booked`;

/** What the agents get at the time of the call, and what the caller reads now where a time was chosen. */
export function callbackMessages(
  { atMs, promisedAtMs, isSoon, taskId }: Callback,
  { phoneNumber, customerId, language, promise, nowMs }: CallMatter & { readonly nowMs: number },
): readonly { readonly message: Message; readonly atMs: number }[] {
  const replyBy = new Date(promisedAtMs).toISOString();
  const task = newMessage(
    taskId,
    {
      kind: 'task',
      team: 'support',
      name: promise === undefined ? 'Call back' : `Call back for ${promise.by}`,
      description: callDescription(isSoon, promise),
      replyBy,
      level: 2,
      phoneNumber,
      ...(language === undefined ? {} : { language }),
      ...(customerId === 'unknown' ? {} : { customerId }),
    },
    nowMs,
  );
  const told = newMessage(
    callbackTold(taskId),
    {
      kind: 'customer',
      news: 'callback-booked',
      customerId,
      phoneNumber,
      fields: { at: new Date(atMs).toISOString() },
    },
    nowMs,
  );
  return [{ message: task, atMs }, ...(isSoon ? [] : [{ message: told, atMs: nowMs }])];
}
