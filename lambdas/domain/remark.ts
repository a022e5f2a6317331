/** What a customer says of us to an agent, who notes it on the contact. */

import * as z from 'zod/mini';
import { contactId, noteId } from './request-ids.ts';
import { words } from './written-words.ts';

/** What it is about. */
export const SUBJECTS = ['product', 'delivery', 'price', 'service', 'other'] as const;

export const askedRemark = z.strictObject({
  subject: z.enum(SUBJECTS),
  opinion: z.enum(['good', 'bad']),
  /** What was said, as the agent puts it. */
  words: words(1_000),
});
export type AskedRemark = z.output<typeof askedRemark>;

/** As the desktop shows it. */
export const shownRemark = z.strictObject({
  remarkId: noteId,
  contactId,
  at: z.iso.datetime(),
  ...askedRemark.shape,
});

/** As it is kept. Who said it is in it only by our id of them, and only where the agent's contact is with somebody whom we know. */
export const remark = z.object({
  ...shownRemark.shape,
  agentId: z.string(),
  customerId: z.optional(z.string()),
  /** The ISO week in which it was noted, where the centre is: a week that has been told of gets no more of them. */
  week: z.string(),
});
export type Remark = z.output<typeof remark>;

/** Whether one is what another request with its id has noted. */
export const isSameRemark = (one: Remark, other: Remark): boolean =>
  one.agentId === other.agentId &&
  one.subject === other.subject &&
  one.opinion === other.opinion &&
  one.words === other.words;
