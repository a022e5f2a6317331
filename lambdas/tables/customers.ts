/** Customers: who they are and the telephone numbers they call from. PINs and attempts are in the same table. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type Customer, customer, NOTHING_KNOWN } from '../domain/customer.ts';
import { differences } from '../domain/customer-change.ts';
import { follow } from './customer-ids.ts';
import { profileKey } from './customer-keys.ts';
import { profileWrites } from './customer-writes.ts';
import type { TableDefinition } from './definition.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { WRITES_MAX, type Write, writeTogether } from './transaction.ts';

/**
 * Items, by key:
 * - `CUSTOMER#<id>` / `PROFILE`: a customer; one who was merged into another has nothing but the other's id,
 * - `PHONE#<number>` / `PHONE`: whose number it is, so that a look-up by number is one read and a customer may have
 *   several numbers but a number only one customer,
 * - `EMAIL#<mailbox>` / `CUSTOMER#<id>`: whose mailbox it is; that of a couple has two,
 * - `NAME#<two characters>` / `<word>#<id>`: who has that word in their name, by how it begins,
 * - `ALIKE#<shelf>` / `<what>#<hash>#<id>` and `CONFIRMED#<shelf>` / `<day>#<id>`: where reports find the customer,
 * - `CUSTOMER#<id>` / `CHANGE#<version>`: what somebody changed, why, and how it was before; never written twice,
 * - `CUSTOMER#<id>` / `NOTE#<moment>#<id>` and `NOTE-ID#<id>`: what somebody wrote down, and that it was written,
 * - `CUSTOMER#<id>` / `CONSENT#<purpose>#<moment>`: what the customer agreed to, or took back, in which words,
 * - `CUSTOMER#<id>` / `PIN`: the hashed PIN,
 * - `CUSTOMER#<id>` or `CALLER#<hash>` / `ATTEMPTS#<day>`: failures of one UTC day, of a customer or of a caller
 *   whom we do not know,
 * - `CUSTOMER#<id>` or `CALLER#<hash>` / `CODE`: the one-time code of a call, hashed, and how many were asked for,
 * - `PHONE#<number>` / `LAST`: the last contact of a number in which somebody wanted a person, for three days,
 * - `ANNOUNCEMENTS` / `CURRENT`: what callers are told now and in time to come, read along with the number,
 * - `ERASURE#<id>` / `RECORDING#<bucket/key>`: a recording that an erasure could not delete (`owed-deletions.ts`),
 * - `CUSTOMER#<id>` / `HISTORY#<moment>#<order number>`: an order that the customer placed by phone.
 */
export const definition: TableDefinition = {
  name: 'customers',
  purpose: 'Customers, their telephone numbers, hashed PINs and the count of wrong ones.',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [],
  timeToLiveAttribute: 'expiresAt',
  personalFields: [
    'name',
    'words',
    'phoneNumbers',
    'phoneNumber',
    'emails',
    'addresses',
    'preferences',
    'before',
    'after',
    'why',
    'text',
    'salt',
    'digest',
  ],
  retention: [
    {
      items: 'customers with their numbers, mailboxes, PINs, consents, notes and changes',
      keptDays: 'until-erased',
      why: 'the customer is one until they leave',
    },
    {
      items: 'history of orders by phone',
      keptDays: 'until-erased',
      why: 'it is the customer whom it is about',
    },
    { items: 'last contacts', keptDays: 3, why: 'who calls again after that starts anew' },
    { items: 'announcements', keptDays: 'until-erased', why: 'one item, about nobody' },
    { items: 'one-time codes', keptDays: 2, why: 'how many are sent counts by the day' },
    {
      items: 'recordings that an erasure could not delete',
      keptDays: 'until-erased',
      why: 'erase-person tries them again; they name an id and no person',
    },
    { items: 'attempts', keptDays: 2, why: 'a count matters on its own day only' },
  ],
};

/** A customer as the demo world and other feeds write one: what is left out, nobody has. */
export type GivenCustomer = Pick<Customer, 'customerId' | 'name' | 'phoneNumbers'> &
  Partial<Pick<Customer, 'emails' | 'addresses' | 'preferences' | 'tier' | 'mergedFrom'>>;

/** Attributes that only later profiles have. */
const profileItem = z.object({
  ...customer.shape,
  version: z._default(customer.shape.version, NOTHING_KNOWN.version),
  emails: z._default(customer.shape.emails, []),
  addresses: z._default(customer.shape.addresses, []),
  preferences: z._default(customer.shape.preferences, {}),
  mergedFrom: z._default(customer.shape.mergedFrom, []),
});
const mergedItem = z.object({ mergedInto: z.string() });

/** A customer, or the id of the one into whom they were merged. */
export type FoundCustomer =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'merged'; readonly into: string };

/** The customer with an id, as they are at this moment. */
export async function readCustomer(
  table: Table,
  customerId: string,
  signal?: AbortSignal,
): Promise<FoundCustomer | undefined> {
  const item = await getItem(table, { Key: profileKey(customerId), ConsistentRead: true }, signal);
  if (item === undefined) return undefined;
  if ('mergedInto' in item) return { kind: 'merged', into: readItem(mergedItem, item, table).mergedInto };
  return { kind: 'customer', customer: readItem(profileItem, item, table) };
}

/**
 * The customer with an id, or into whom they were merged: `follow` says in how many requests.
 * @throws Error where merges lead back to themselves, which no merge of ours makes
 */
export const followedCustomer = (
  table: Table,
  customerId: string,
  signal: AbortSignal,
): Promise<Customer | undefined> =>
  follow(customerId, async (id) => {
    const step = await readCustomer(table, id, signal);
    return step?.kind === 'customer' ? { found: step.customer } : step;
  });

/**
 * The number at which a customer is called back when no call says another: the first that we have, if any. What was
 * kept before a merge names the customer by an earlier id.
 */
export const findPhoneNumber = async (
  table: Table,
  customerId: string,
  signal: AbortSignal,
): Promise<string | undefined> => (await followedCustomer(table, customerId, signal))?.phoneNumbers[0];

/**
 * Writes a customer with all their numbers, or nothing: a number that is no longer theirs is free again. Nothing of
 * it is in the history; changes that people make are written by `tables/customer-changes.ts`. Throws where a number
 * belongs to somebody else, the customer is being changed at the same time, or more changes than one transaction takes.
 */
export async function saveCustomer(table: Table, given: GivenCustomer): Promise<void> {
  const { customerId } = given;
  const found = await readCustomer(table, z.parse(customer.shape.customerId, customerId));
  if (found?.kind === 'merged')
    throw new Error(`customer '${customerId}' was merged into '${found.into}'; save that one`);
  const before = found?.customer;
  const wanted = {
    ...NOTHING_KNOWN,
    mergedFrom: before?.mergedFrom ?? [],
    ...(before?.confirmed === undefined ? {} : { confirmed: before.confirmed }),
    ...(before?.tier === undefined ? {} : { tier: before.tier }),
    ...given,
  };
  const seen = before?.version ?? 0;
  const same = z.parse(customer, { ...wanted, version: seen });
  const isNew = before === undefined || Object.keys(differences(before, same).after).length > 0;
  const after = { ...same, version: isNew ? seen + 1 : seen };
  await saveAll(customerId, table, profileWrites({ TableName: table.name, before, after }));
}

async function saveAll(customerId: string, { client }: Table, writes: readonly Write[]): Promise<void> {
  if (writes.length > WRITES_MAX)
    throw new Error(
      `customer '${customerId}' was not saved: ${writes.length} things of theirs would change at once, and ${WRITES_MAX} can; take numbers or e-mail addresses away first, and save them again`,
    );
  try {
    await writeTogether(client, writes);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    throw new Error(
      `customer '${customerId}' was not saved: one of the numbers belongs to another customer, or somebody is changing the customer; correct the numbers or try again`,
      { cause: error },
    );
  }
}
