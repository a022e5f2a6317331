/** What a desktop may say of a customer: changes, notes, consents and searches, as schemas. */

import * as z from 'zod/mini';
import { address, CONFIRMABLE, email, line, preferences, telephoneNumber } from './customer.ts';
import { maskedMailbox, maskedNumber } from './masking.ts';
import { ORDER_NUMBER } from './order-number.ts';

export const contactId = z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/, "must be a contact's id"));

/** Words of an agent, several lines of them; no signs that nobody sees but line ends and tabs. */
export const words = (longest: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => text.trim() !== '', 'must have words'),
    z.refine((text) => !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text), 'must be words'),
  );

export const why = words(500);

const { language, channel, billing, shipping } = preferences.shape;

/** `null` takes a preference away. */
const preferenceChange = z.strictObject({
  language: z.nullable(language),
  channel: z.nullable(channel),
  billing: z.nullable(billing),
  shipping: z.nullable(shipping),
});

export const customerChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename'), name: line(100) }),
  z.strictObject({ kind: z.literal('add-number'), number: telephoneNumber }),
  z.strictObject({
    kind: z.literal(['remove-number', 'prefer-number']),
    number: z.union([telephoneNumber, maskedNumber]),
  }),
  z.strictObject({ kind: z.literal('add-email'), email }),
  z.strictObject({ kind: z.literal('remove-email'), email: z.union([email, maskedMailbox]) }),
  z.strictObject({ kind: z.literal('put-address'), address }),
  z.strictObject({ kind: z.literal('remove-address'), addressId: address.shape.addressId }),
  /** The customer says that all of it is still so. */
  z.strictObject({
    kind: z.literal('confirm'),
    what: z.array(z.enum(CONFIRMABLE)).check(z.minLength(1), z.maxLength(CONFIRMABLE.length)),
  }),
  z.strictObject({ kind: z.literal('set-preferences'), preferences: z.partial(preferenceChange) }),
]);
export type AskedChange = z.output<typeof customerChange>;

/** Numbers of orders and cases; others are those of nothing. */
const ofOrder = z.string().check(z.regex(ORDER_NUMBER, 'must be up to twelve digits'));
const ofCase = z.string().check(z.regex(/^\d{1,20}$/, 'must be digits'));

export const search = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('number'), number: telephoneNumber }),
  z.strictObject({ by: z.literal('email'), email }),
  z.strictObject({ by: z.literal('name'), name: line(100) }),
  z.strictObject({ by: z.literal('order'), orderNumber: ofOrder }),
  z.strictObject({ by: z.literal('case'), caseNumber: ofCase }),
]);
export type Search = z.output<typeof search>;

export const noteId = z
  .string()
  .check(
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'must be a UUID'),
  );

export const consent = z.strictObject({
  /** What for, e.g. `marketing`. */
  purpose: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/, 'must be small letters and hyphens')),
  given: z.boolean(),
  textVersion: line(40),
  channel: z.enum(['call', 'sms', 'email', 'web', 'letter']),
  contactId: z.optional(contactId),
});
