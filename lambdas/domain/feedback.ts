/** What a caller says of a call that is over: one number, and a task where it is a low one. */

import * as z from 'zod/mini';
import { type Message, newMessage } from './message.ts';

/** From not content at all to very content, as keys. */
export const SCORES = ['1', '2', '3', '4', '5'] as const;

/** Who gives no more is looked after by a supervisor. */
const LOW_MAX = 2;

/** Nothing in it says who called: only the row of the contact does, and an erasure takes it from there. */
export const feedback = z.object({
  contactId: z.string(),
  score: z.int().check(z.minimum(1), z.maximum(5)),
  /** When it was said. */
  at: z.iso.datetime(),
  /** The ISO week of that moment where the centre is. */
  week: z.string(),
  /** The queue of the call; absent where it had none. */
  team: z.optional(z.string()),
  /** Why the caller wanted a person, as a code. */
  reason: z.optional(z.string()),
});
export type Feedback = z.output<typeof feedback>;

export const isLow = ({ score }: Feedback): boolean => score <= LOW_MAX;

/** The task of the supervisors for a low score; undefined for others. Whoever takes it listens to the contact by its id. */
export function lowScoreTask(given: Feedback): Message | undefined {
  if (!isLow(given)) return undefined;
  const { contactId, score, team, at } = given;
  return newMessage(
    `feedback-${contactId}`,
    {
      kind: 'task',
      team: 'escalations',
      name: `Feedback: ${score} of 5`,
      description: `A caller${team === undefined ? '' : ` of the team ${team}`} was not content. The contact is ${contactId}.`,
      level: 1,
    },
    Date.parse(at),
  );
}
