/** What is in a message: something that a customer is told, a task, or a one-time code. */

import * as z from 'zod/mini';
import { DEPARTMENTS } from './case-types.ts';
import { LANGUAGES } from './language.ts';

/** What a customer is told of; the words are in `message-words.ts`. */
export const CUSTOMER_NEWS = [
  'case-opened',
  'case-question',
  'case-resolved',
  'case-reopened',
  'case-late',
  'callback-booked',
  'callback-cancelled',
  'callback-called-off',
  'follow-up-cancelled',
  'follow-up-moved',
  'appointment-booked',
  'appointment-reminder',
  'appointment-cancelled',
  'payment-made',
  'payment-not-made',
  'payment-returned',
  'payment-asked',
  'refund-granted',
  'refund-made',
  'refund-refused',
  'order-placed',
  'order-cancelled',
  'order-changed',
  'order-return-agreed',
  'order-return-withdrawn',
  'order-exchange-agreed',
  'order-part-sent',
  'order-parcel-missing',
] as const;
export type CustomerNews = (typeof CUSTOMER_NEWS)[number];

/** What is written down for somebody who has heard it: by text message or e-mail, and by nobody's call. */
export const isReceipt = (news: CustomerNews): boolean => news === 'case-opened' || news === 'order-placed';

/** Whose task it is: a department, or the supervisors. */
export const TASK_TEAMS = [...DEPARTMENTS, 'escalations'] as const;
export type TaskTeam = (typeof TASK_TEAMS)[number];

const toCustomer = z.object({
  kind: z.literal('customer'),
  news: z.enum(CUSTOMER_NEWS),
  /** `unknown` where we know only the number. */
  customerId: z.string(),
  /** Where they called from; used where their profile has no number. */
  phoneNumber: z.optional(z.string()),
  /** What the words are filled with; moments are ISO 8601. */
  fields: z.record(z.string(), z.string()),
});

const toDepartment = z.object({
  kind: z.literal('task'),
  team: z.enum(TASK_TEAMS),
  name: z.string(),
  description: z.string(),
  /** ISO 8601. */
  replyBy: z.optional(z.string()),
  /** 1 to 3; a higher one comes before the others. */
  level: z.int().check(z.minimum(1), z.maximum(3)),
  /** Whom to call, where the task is a call. */
  phoneNumber: z.optional(z.string()),
  /** What is spoken in it. */
  language: z.optional(z.enum(LANGUAGES)),
  /** Whom its words are about: they go when the customer is erased. */
  customerId: z.optional(z.string()),
});

/** Carries a one-time code, which nobody knows before it is sent: it is made then, and kept as a hash. */
const withCode = z.object({
  kind: z.literal('code'),
  customerId: z.string(),
  phoneNumber: z.string(),
  /** The call in which it was asked for. */
  contactId: z.string(),
  language: z.enum(LANGUAGES),
  /** ISO 8601; after that the caller has given up. */
  wantedUntil: z.string(),
});

export const messageBody = z.discriminatedUnion('kind', [toCustomer, toDepartment, withCode]);
export type MessageBody = z.output<typeof messageBody>;
export type CustomerMessage = z.output<typeof toCustomer>;
export type CodeMessage = z.output<typeof withCode>;
export type TaskMessage = z.output<typeof toDepartment>;
