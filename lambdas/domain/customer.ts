/** A customer as the centre knows them: names, numbers, addresses, and how they want to be dealt with. */

import * as z from 'zod/mini';
import { LANGUAGES } from './language.ts';
import { phoneNumber } from './phone-number.ts';
import { TIERS } from './tier.ts';

export const PHONE_NUMBERS_MAX = 20;
export const EMAILS_MAX = 10;
export const ADDRESSES_MAX = 20;
/**
 * Customers that were merged into one, and those that had been merged into them. Nobody can take one away: more than
 * anybody is ever known twice, and no more than a door asks about side by side (the SDK has 50 connections).
 */
export const MERGED_MAX = 40;

/** Words on one line, in any script; no tabs, line ends or other signs that nobody sees. */
export const line = (longest: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => text.trim() === text, 'must not begin or end with a space'),
    z.refine((text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text), 'must be words on one line'),
  );

/** Small letters, digits and hyphens; `unknown` stands for callers whom we do not know. */
export const customerId = z.string().check(
  z.regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'),
  z.refine((id) => id !== 'unknown', "must not be 'unknown', which stands for nobody"),
);

export const telephoneNumber = z
  .string()
  .check(z.refine((number) => phoneNumber(number) === number, 'must be in E.164 form, such as +12025550101'));

/** Not every address that mail servers take, and none that they would not: who knows is the server alone. */
export const email = z
  .string()
  .check(
    z.maxLength(254),
    z.regex(/^[^\s@\p{C}…]{1,64}@[^\s@\p{C}.]+(?:\.[^\s@\p{C}.]+)+$/u, 'must be an e-mail address'),
  );

const addressId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'));

export const address = z.strictObject({
  addressId,
  /** Whose name is on the parcel, where it is not the customer's own. */
  recipient: z.optional(line(100)),
  lines: z.array(line(100)).check(z.minLength(1), z.maxLength(5)),
  city: line(100),
  postcode: z.optional(line(20)),
  region: z.optional(line(100)),
  /** ISO 3166. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'must be two capital letters, such as US')),
});

export const preferences = z.strictObject({
  language: z.optional(z.enum(LANGUAGES)),
  /** How the customer wants to hear from us. */
  channel: z.optional(z.enum(['call', 'sms', 'email'])),
  billing: z.optional(z.strictObject({ addressId, documentsBy: z.enum(['email', 'letter']) })),
  shipping: z.optional(z.strictObject({ addressId, instructions: z.optional(line(200)) })),
});

/** What a customer can be asked whether it is still so. */
export const CONFIRMABLE = ['phoneNumbers', 'emails', 'addresses'] as const;
export type Confirmable = (typeof CONFIRMABLE)[number];

const day = z.optional(z.iso.date());

const different = (what: string) =>
  z.refine<readonly string[]>(
    (values) => new Set(values).size === values.length,
    `must not have ${what} twice`,
  );

export const customer = z.strictObject({
  customerId,
  /** Counts the changes; the first is 1. */
  version: z.int().check(z.minimum(0)),
  name: line(100),
  /** The first is the one at which the customer is called back. */
  phoneNumbers: z.array(telephoneNumber).check(z.maxLength(PHONE_NUMBERS_MAX), different('a number')),
  emails: z.array(email).check(z.maxLength(EMAILS_MAX), different('an e-mail address')),
  addresses: z.array(address).check(z.maxLength(ADDRESSES_MAX)),
  preferences,
  /** On which day the customer last said that all of it is still so. */
  confirmed: z.optional(z.strictObject({ phoneNumbers: day, emails: day, addresses: day })),
  /** `standard` where nobody has said so. */
  tier: z.optional(z.enum(TIERS)),
  /** Ids under which this customer was known before; orders and cases may still have them. */
  mergedFrom: z.array(customerId).check(z.maxLength(MERGED_MAX)),
});

export type Address = z.output<typeof address>;
export type Preferences = z.output<typeof preferences>;
export type Customer = z.output<typeof customer>;

/** What a customer has who has nothing yet. */
export const NOTHING_KNOWN = {
  version: 0,
  phoneNumbers: [],
  emails: [],
  addresses: [],
  preferences: {},
  mergedFrom: [],
} as const satisfies Omit<Customer, 'customerId' | 'name'>;

/** An e-mail address as it is looked up: nobody means another mailbox by capitals. */
export const mailbox = (written: string): string => written.normalize('NFC').toLowerCase();
