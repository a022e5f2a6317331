/** What a desktop may say of a customer: changes and consents, as schemas. */

import * as z from 'zod/mini';
import { address, CONFIRMABLE, email, line, preferences, telephoneNumber } from './customer.ts';
import { contactId } from './request-ids.ts';
import { TIERS } from './tier.ts';

/** What a person writes who sees only the mask. */
const maskedNumber = z.string().check(z.regex(/^…\d{4}$/, 'must be … and four digits'));
const maskedMailbox = z
  .string()
  .check(z.maxLength(254), z.regex(/^[^\s@]…@[^\s@]+$/u, 'must be a masked e-mail address'));

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
  /** For supervisors. */
  z.strictObject({ kind: z.literal('set-tier'), tier: z.enum(TIERS) }),
  z.strictObject({ kind: z.literal('set-preferences'), preferences: z.partial(preferenceChange) }),
]);
export type AskedChange = z.output<typeof customerChange>;

export const consent = z.strictObject({
  /** What for, e.g. `marketing`. */
  purpose: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/, 'must be small letters and hyphens')),
  given: z.boolean(),
  textVersion: line(40),
  channel: z.enum(['call', 'sms', 'email', 'web', 'letter']),
  contactId: z.optional(contactId),
});
