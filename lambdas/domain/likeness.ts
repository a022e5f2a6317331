/** By what two customers may turn out to be one person, and how long nobody has asked one whether all is still so. */

import { dateAt } from './calendar.ts';
import { CONFIRMABLE, type Confirmable, type Customer, mailbox } from './customer.ts';
import { nameWords } from './name-words.ts';

export const LIKENESSES = ['phone', 'email', 'name-and-postcode'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface LikenessKey {
  readonly because: Likeness;
  /** The same for all who are alike in it. */
  readonly value: string;
}

/** Of one customer so many are compared, the first of each: their writes fit into one transaction beside all others. */
const COMPARED_MAX: Readonly<Record<Likeness, number>> = { phone: 5, email: 4, 'name-and-postcode': 3 };

/** A number that somebody wrote with the zero of its country has the same end as without. */
const PHONE_END = 9;

/** What a customer is compared by. */
export function likenessKeys({
  name,
  phoneNumbers,
  emails,
  addresses,
}: Pick<Customer, 'name' | 'phoneNumbers' | 'emails' | 'addresses'>): readonly LikenessKey[] {
  const words = nameWords(name).toSorted().join(' ');
  const postcodes = addresses.flatMap(({ postcode, country }) =>
    postcode === undefined ? [] : [`${country} ${postcode.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')}`],
  );
  const values: Readonly<Record<Likeness, readonly string[]>> = {
    phone: phoneNumbers.map((number) => number.replace(/\D/g, '').slice(-PHONE_END)),
    // What stands after a plus in a mailbox sorts the letters of one owner.
    email: emails.map((email) => mailbox(email).replace(/\+[^@]*@/, '@')),
    'name-and-postcode': words === '' ? [] : postcodes.map((postcode) => `${words} ${postcode}`),
  };
  return LIKENESSES.flatMap((because) =>
    [...new Set(values[because].slice(0, COMPARED_MAX[because]))].map((value) => ({ because, value })),
  );
}

/** What a customer has of the things that they can be asked to confirm. */
const has = (customer: Pick<Customer, Confirmable>): readonly Confirmable[] =>
  CONFIRMABLE.filter((what) => customer[what].length > 0);

/**
 * The day (YYYY-MM-DD) on which the customer confirmed what they have confirmed least lately; `never` where they have
 * not confirmed something that they have. Undefined for somebody who has nothing to confirm.
 */
export function leastLatelyConfirmed(
  customer: Pick<Customer, Confirmable | 'confirmed'>,
): string | undefined {
  const days = has(customer).map((what) => customer.confirmed?.[what] ?? 'never');
  if (days.length === 0) return undefined;
  return days.includes('never') ? 'never' : days.toSorted()[0];
}

/** The day so many months before a moment; of a month that is too short its last day. */
export function monthsBefore(nowMs: number, months: number): string {
  const now = new Date(nowMs);
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getUTCDate(), last));
  return dateAt(first.getTime());
}
