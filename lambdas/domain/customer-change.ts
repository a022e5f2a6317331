/** Changes of a customer, one at a time, each told by what it does: what comes of it, or why it cannot be. */

import {
  ADDRESSES_MAX,
  type Address,
  type Confirmable,
  type Customer,
  EMAILS_MAX,
  mailbox,
  PHONE_NUMBERS_MAX,
  type Preferences,
} from './customer.ts';
import { DEFAULT_TIER, type Tier } from './tier.ts';

/** `undefined` as a preference takes it away. */
export type PreferenceChange = {
  readonly [Name in keyof Preferences]: Preferences[Name] | undefined;
};

export type CustomerChange =
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'add-number' | 'remove-number' | 'prefer-number'; readonly number: string }
  | { readonly kind: 'add-email' | 'remove-email'; readonly email: string }
  | { readonly kind: 'put-address'; readonly address: Address }
  | { readonly kind: 'remove-address'; readonly addressId: string }
  | { readonly kind: 'set-preferences'; readonly preferences: PreferenceChange }
  | { readonly kind: 'set-tier'; readonly tier: Tier }
  /** `on` is the day, YYYY-MM-DD. */
  | { readonly kind: 'confirm'; readonly what: readonly Confirmable[]; readonly on: string };

export type Changed =
  | { readonly outcome: 'changed'; readonly customer: Customer }
  /** It is so already: nothing is written, and nothing in the history. */
  | { readonly outcome: 'unchanged' }
  /** One sentence that says what stands in the way. */
  | { readonly outcome: 'refused'; readonly sentence: string };

const refused = (sentence: string): Changed => ({ outcome: 'refused', sentence });

/** What a change makes of a customer, the next version. The change has been checked by its schema. */
export function changeCustomer(customer: Customer, change: CustomerChange): Changed {
  const { phoneNumbers, emails } = customer;
  switch (change.kind) {
    case 'rename':
      return next(customer, { name: change.name });
    case 'add-number':
      if (phoneNumbers.includes(change.number)) return { outcome: 'unchanged' };
      if (phoneNumbers.length >= PHONE_NUMBERS_MAX)
        return refused(`A customer has at most ${PHONE_NUMBERS_MAX} numbers: remove one first.`);
      return next(customer, { phoneNumbers: [...phoneNumbers, change.number] });
    case 'remove-number':
      return next(customer, { phoneNumbers: phoneNumbers.filter((number) => number !== change.number) });
    case 'prefer-number':
      if (!phoneNumbers.includes(change.number))
        return refused('The customer does not have this number: add it first.');
      return next(customer, {
        phoneNumbers: [change.number, ...phoneNumbers.filter((number) => number !== change.number)],
      });
    case 'add-email':
      if (hasMailbox(emails, change.email)) return { outcome: 'unchanged' };
      if (emails.length >= EMAILS_MAX)
        return refused(`A customer has at most ${EMAILS_MAX} e-mail addresses: remove one first.`);
      return next(customer, { emails: [...emails, change.email] });
    case 'remove-email':
      return next(customer, {
        emails: emails.filter((kept) => mailbox(kept) !== mailbox(change.email)),
      });
    case 'put-address':
      return putAddress(customer, change.address);
    case 'remove-address':
      return removeAddress(customer, change.addressId);
    case 'set-preferences':
      return setPreferences(customer, change.preferences);
    case 'set-tier':
      if (change.tier === (customer.tier ?? DEFAULT_TIER)) return { outcome: 'unchanged' };
      return next(customer, { tier: change.tier });
    case 'confirm': {
      const days = Object.fromEntries(change.what.map((what) => [what, change.on]));
      return next(customer, { confirmed: { ...customer.confirmed, ...days } });
    }
  }
}

/** The fields that differ, as they were and as they are: what the history keeps. */
export function differences(
  before: Customer,
  after: Customer,
): { readonly before: Partial<Customer>; readonly after: Partial<Customer> } {
  const { version: _seen, ...was } = before;
  const { version: _next, ...is } = after;
  const differs = (name: string) => !isSame(Reflect.get(was, name), Reflect.get(is, name));
  const only = (fields: Partial<Customer>): Partial<Customer> =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => differs(name)));
  return { before: only(was), after: only(is) };
}

function putAddress(customer: Customer, address: Address): Changed {
  const { addresses } = customer;
  const at = addresses.findIndex(({ addressId }) => addressId === address.addressId);
  if (at >= 0) return next(customer, { addresses: addresses.with(at, address) });
  if (addresses.length >= ADDRESSES_MAX)
    return refused(`A customer has at most ${ADDRESSES_MAX} addresses: remove one first.`);
  return next(customer, { addresses: [...addresses, address] });
}

function removeAddress(customer: Customer, addressId: string): Changed {
  const { billing, shipping } = customer.preferences;
  const uses = [
    ...(billing?.addressId === addressId ? ['bills'] : []),
    ...(shipping?.addressId === addressId ? ['parcels'] : []),
  ];
  if (uses.length > 0)
    return refused(`The customer's ${uses.join(' and ')} go to this address: choose another one first.`);
  return next(customer, {
    addresses: customer.addresses.filter((address) => address.addressId !== addressId),
  });
}

function setPreferences(customer: Customer, change: PreferenceChange): Changed {
  const set = Object.entries({ ...customer.preferences, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  const preferences: Preferences = Object.fromEntries(set);
  const known = customer.addresses.map(({ addressId }) => addressId);
  const missing = [preferences.billing, preferences.shipping].find(
    (use) => use !== undefined && !known.includes(use.addressId),
  );
  if (missing !== undefined)
    return refused(`The customer has no address '${missing.addressId}': add it first.`);
  return next(customer, { preferences });
}

function next(customer: Customer, fields: Partial<Customer>): Changed {
  const same = Object.entries(fields).every(([name, value]) => isSame(Reflect.get(customer, name), value));
  return same
    ? { outcome: 'unchanged' }
    : { outcome: 'changed', customer: { ...customer, ...fields, version: customer.version + 1 } };
}

const hasMailbox = (emails: readonly string[], email: string): boolean =>
  emails.some((kept) => mailbox(kept) === mailbox(email));

/** Whatever order the keys of objects are in. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)));
}
