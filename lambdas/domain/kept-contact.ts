/** What a company keeps of a contact: what happened when, and to whose account, and nothing that the caller said. */

import * as z from 'zod/mini';

const seconds = z.optional(z.int().check(z.minimum(0)));
const text = z.optional(z.string());

/** Moments are ISO 8601 in UTC; spans are whole seconds. */
export const keptContact = z.object({
  contactId: z.string(),
  /** The record's own time of update: a later one replaces an earlier one, whatever comes first. */
  version: z.string(),
  /** `awaiting-record` until the contact record has come: one that stays so was lost on the way. */
  state: z.enum(['recorded', 'awaiting-record']),
  channel: z.string(),
  initiation: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  reason: text,
  initialContactId: text,
  previousContactId: text,
  nextContactId: text,
  relatedContactId: text,
  attempts: seconds,
  queue: text,
  waitSeconds: seconds,
  agentId: text,
  connectedAt: text,
  talkSeconds: seconds,
  holdSeconds: seconds,
  holds: seconds,
  afterContactWorkSeconds: seconds,
  recording: text,
  /** The contact that the caller is back about. */
  returnOf: text,
  /** Whom our flows took the caller for; absent for somebody whom we do not know. */
  customerId: text,
  /** Whether the caller has said the PIN. */
  isVerified: z.optional(z.boolean()),
});
export type KeptContact = z.output<typeof keptContact>;

/** The second (since the epoch) after which the contact may be forgotten. */
export const forgottenAfter = ({ endedAt }: KeptContact, keptDays: number): number =>
  Math.floor(Date.parse(endedAt) / 1000) + keptDays * 86_400;
