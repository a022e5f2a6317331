/** What an agent promises on a contact to be done later: a task at its time, or a call to the customer. */

import * as z from 'zod/mini';
import { words } from './case-details.ts';
import { DEPARTMENTS } from './case-types.ts';
import { type Message, newMessage } from './message.ts';
import type { OpeningHours } from './opening-hours.ts';
import { nextOpening } from './promised-time.ts';

/** Whoever promises something for later than that should open a case. */
export const FOLLOW_UP_DAYS_MAX = 30;

export const FOLLOW_UPS = ['task', 'callback'] as const;

export const askedFollowUp = z.strictObject({
  kind: z.enum(FOLLOW_UPS),
  /** When the task comes, or the customer is called. */
  dueAt: z.iso.datetime(),
  /** What is to be done, for whoever gets the task. */
  words: z.optional(words),
  /** Whose task it is; `support` where nobody is named. A call is always that of `support`. */
  team: z.optional(z.enum(DEPARTMENTS)),
});
export type AskedFollowUp = z.output<typeof askedFollowUp>;

/** As the desktop shows it. */
export const shownFollowUp = z.strictObject({
  followUpId: z.string(),
  contactId: z.string(),
  /** Absent while nobody knows who it is. */
  customerId: z.optional(z.string()),
  ...askedFollowUp.shape,
  /** That it is not to come any more: since when, who said so, and why. */
  cancelled: z.optional(z.strictObject({ at: z.iso.datetime(), by: z.string(), why: words })),
  /** That it comes at another time than it was promised for: the last time that was said, by whom, and why. */
  moved: z.optional(
    z.strictObject({ at: z.iso.datetime(), by: z.string(), why: words, from: z.iso.datetime() }),
  ),
});
export type FollowUp = z.output<typeof shownFollowUp>;

/** What stands in the way of a promise, in one sentence; undefined where nothing does. */
export function whyNotThen(
  { kind, dueAt }: Pick<AskedFollowUp, 'kind' | 'dueAt'>,
  hours: OpeningHours,
  nowMs: number,
): string | undefined {
  const dueMs = Date.parse(dueAt);
  if (dueMs <= nowMs) return 'That time has passed: choose a later one.';
  if (dueMs > nowMs + FOLLOW_UP_DAYS_MAX * 86_400_000)
    return `A follow-up is due within ${FOLLOW_UP_DAYS_MAX} days: open a case for what is later.`;
  if (kind === 'callback' && nextOpening(hours, dueMs) !== dueMs)
    return 'Nobody is there to call at that time: choose one inside the opening hours.';
  return undefined;
}

/** The message that carries the task of a follow-up; a call has one of its own. */
export const followUpTaskId = (agentId: string, followUpId: string): string =>
  `follow-up-${agentId}-${followUpId}`;

/** What the customer reads of a promise that is called off or comes at another time. */
export type FollowUpNews = 'follow-up-cancelled' | 'follow-up-moved' | 'callback-called-off';

/**
 * Nothing where we know neither customer nor number.
 * @param key names what has been done: written twice, it is one message
 */
export function followUpMessage(
  key: string,
  news: FollowUpNews,
  {
    customerId,
    phoneNumber,
    ...times
  }: {
    readonly customerId?: string | undefined;
    readonly phoneNumber?: string | undefined;
    readonly dueAt: string;
    readonly from?: string;
  },
  nowMs: number,
): Message | undefined {
  if (customerId === undefined && phoneNumber === undefined) return undefined;
  const { dueAt: at, from } = times;
  return newMessage(
    key,
    {
      kind: 'customer',
      news,
      customerId: customerId ?? 'unknown',
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
      fields: { at, ...(from === undefined ? {} : { from }) },
    },
    nowMs,
  );
}

/** The task as its team gets it; Connect takes descriptions of at most 4,096 characters. */
export function followUpTask(
  { followUpId, customerId, dueAt, words: text, team = 'support' }: FollowUp,
  agent: { readonly agentId: string; readonly username: string },
  nowMs: number,
): Message {
  return newMessage(
    followUpTaskId(agent.agentId, followUpId),
    {
      kind: 'task',
      team,
      name: `Follow up for ${agent.username}`,
      description: text ?? 'Promised on a contact; the agent knows what.',
      replyBy: dueAt,
      level: 1,
      ...(customerId === undefined ? {} : { customerId }),
    },
    nowMs,
  );
}
