/** Shelves of the table of customers on which reports find somebody: written with the customer, read by key. */

import { createHash } from 'node:crypto';
import type { Customer } from '../domain/customer.ts';
import { type LikenessKey, leastLatelyConfirmed, likenessKeys } from '../domain/likeness.ts';
import type { Key } from './requests.ts';

/** Customers who are alike lie side by side on one of so many shelves; what they are alike in cannot be read there. */
export const ALIKE_SHELVES = 64;
/** Customers by the day of what they confirmed least lately. */
export const CONFIRMED_SHELVES = 8;

const NEVER = '0000-00-00';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export const alikeShelf = (shelf: number): string => `ALIKE#${shelf.toString(16).padStart(2, '0')}`;
export const confirmedShelf = (shelf: number): string => `CONFIRMED#${shelf}`;

function alikeKey({ because, value }: LikenessKey, customerId: string): Key {
  const hash = digest(`${because} ${value}`);
  const mark = hash.subarray(1, 13).toString('hex');
  return { pk: alikeShelf((hash[0] ?? 0) % ALIKE_SHELVES), sk: `${because}#${mark}#${customerId}` };
}

/** Where a customer stands; each item holds nothing but the customer's id. */
export function shelfKeys(
  customer: Pick<Customer, 'customerId' | 'name' | 'phoneNumbers' | 'emails' | 'addresses' | 'confirmed'>,
): readonly Key[] {
  const { customerId } = customer;
  const day = leastLatelyConfirmed(customer);
  const shelf = (digest(customerId)[0] ?? 0) % CONFIRMED_SHELVES;
  const confirmed =
    day === undefined
      ? []
      : [{ pk: confirmedShelf(shelf), sk: `${day === 'never' ? NEVER : day}#${customerId}` }];
  return [...likenessKeys(customer).map((key) => alikeKey(key, customerId)), ...confirmed];
}

/** The day of an item of the second kind, or undefined where they have never confirmed it. */
export function confirmedDay(sk: string): string | undefined {
  const day = sk.slice(0, NEVER.length);
  return day === NEVER ? undefined : day;
}
