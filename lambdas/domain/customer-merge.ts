/** Two customers who are one person: what the one who stays has afterwards. */

import {
  ADDRESSES_MAX,
  type Address,
  CONFIRMABLE,
  type Customer,
  EMAILS_MAX,
  MERGED_MAX,
  mailbox,
  PHONE_NUMBERS_MAX,
  type Preferences,
} from './customer.ts';

export type Merged =
  | { readonly outcome: 'merged'; readonly customer: Customer }
  | { readonly outcome: 'refused'; readonly sentence: string };

/**
 * The customer who stays, with what the other had. What both have said of the same thing counts as the one who stays
 * has said it; their first number stays the first.
 */
export function mergeCustomers(into: Customer, from: Customer): Merged {
  if (into.customerId === from.customerId)
    return refused('A customer cannot be merged with themselves: name two.');
  const mergedFrom = [...new Set([...into.mergedFrom, from.customerId, ...from.mergedFrom])];
  const phoneNumbers = [...new Set([...into.phoneNumbers, ...from.phoneNumbers])];
  const tier = into.tier ?? from.tier;
  const known = new Set(into.emails.map(mailbox));
  const emails = [...into.emails, ...from.emails.filter((email) => !known.has(mailbox(email)))];
  const { addresses, newIds } = mergedAddresses(into.addresses, from.addresses);
  for (const [what, count, most] of [
    ['numbers', phoneNumbers.length, PHONE_NUMBERS_MAX],
    ['e-mail addresses', emails.length, EMAILS_MAX],
    ['addresses', addresses.length, ADDRESSES_MAX],
  ] as const) {
    if (count > most)
      return refused(
        `Together they have ${count} ${what}, and a customer has at most ${most}: remove some first.`,
      );
  }
  if (mergedFrom.length > MERGED_MAX)
    return refused(
      `Together they would have ${mergedFrom.length} earlier ids, which nobody can take away, and a customer has at most ${MERGED_MAX}: leave them as two, and write a note about each that names the other.`,
    );
  return {
    outcome: 'merged',
    customer: {
      ...into,
      version: into.version + 1,
      mergedFrom,
      phoneNumbers,
      emails,
      addresses,
      ...(tier === undefined ? {} : { tier }),
      ...(into.confirmed === undefined ? {} : { confirmed: bothConfirmed(into, from) }),
      preferences: { ...renamed(from.preferences, newIds), ...into.preferences },
    },
  };
}

/** What both have confirmed, on the earlier day; what only one has of something, as that one did. */
function bothConfirmed(into: Customer, from: Customer): NonNullable<Customer['confirmed']> {
  const days = CONFIRMABLE.flatMap((what) => {
    const day = into.confirmed?.[what];
    const other = from[what].length === 0 ? day : from.confirmed?.[what];
    if (day === undefined || other === undefined) return [];
    return [[what, day < other ? day : other] as const];
  });
  return Object.fromEntries(days);
}

const refused = (sentence: string): Merged => ({ outcome: 'refused', sentence });

/** An address that both have is there once; one with an id that is taken gets the next free one. */
function mergedAddresses(
  kept: readonly Address[],
  added: readonly Address[],
): { readonly addresses: Address[]; readonly newIds: ReadonlyMap<string, string> } {
  const addresses = [...kept];
  const newIds = new Map<string, string>();
  for (const address of added) {
    const same = addresses.find((one) => placeOf(one) === placeOf(address));
    const addressId = same?.addressId ?? freeId(addresses, address.addressId);
    newIds.set(address.addressId, addressId);
    if (same === undefined) addresses.push({ ...address, addressId });
  }
  return { addresses, newIds };
}

const placeOf = ({ recipient, lines, city, postcode, region, country }: Address): string =>
  JSON.stringify([recipient, lines, city, postcode, region, country]);

function freeId(taken: readonly Address[], wanted: string): string {
  const isTaken = (id: string) => taken.some(({ addressId }) => addressId === id);
  let id = wanted;
  for (let number = 2; isTaken(id); number += 1) id = `${wanted.slice(0, 36)}-${number}`;
  return id;
}

function renamed({ billing, shipping, ...rest }: Preferences, ids: ReadonlyMap<string, string>): Preferences {
  const newId = (addressId: string) => ids.get(addressId) ?? addressId;
  return {
    ...rest,
    ...(billing === undefined ? {} : { billing: { ...billing, addressId: newId(billing.addressId) } }),
    ...(shipping === undefined ? {} : { shipping: { ...shipping, addressId: newId(shipping.addressId) } }),
  };
}
