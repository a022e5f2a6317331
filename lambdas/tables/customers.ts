/** Customers: who they are and the telephone numbers they call from. PINs and attempts are in the same table. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { phoneNumber } from '../domain/phone-number.ts';
import type { TableDefinition } from './definition.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/**
 * Items, by key:
 * - `CUSTOMER#<id>` / `PROFILE`: a customer,
 * - `PHONE#<number>` / `PHONE`: whose number it is, so that a look-up by number is one read and a customer may have
 *   several numbers but a number only one customer,
 * - `CUSTOMER#<id>` / `PIN`: the hashed PIN,
 * - `CUSTOMER#<id>` or `CALLER#<hash>` / `ATTEMPTS#<day>`: failures of one UTC day, of a customer or of a caller
 *   whom we do not know,
 * - `CUSTOMER#<id>` / `HISTORY#<moment>#<order number>`: an order that the customer placed by phone.
 */
export const definition: TableDefinition = {
  name: 'customers',
  purpose: 'Customers, their telephone numbers, hashed PINs and the count of wrong ones.',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [],
  timeToLiveAttribute: 'expiresAt',
  personalFields: ['name', 'phoneNumbers', 'phoneNumber', 'salt', 'digest'],
  retention: [
    {
      items: 'customers, numbers and PINs',
      keptDays: 'until-erased',
      why: 'the customer is one until they leave',
    },
    {
      items: 'history of orders by phone',
      keptDays: 'until-erased',
      why: 'it is the customer whom it is about',
    },
    { items: 'attempts', keptDays: 2, why: 'a count matters on its own day only' },
  ],
};

export const customerSchema = z.strictObject({
  /** Small letters, digits and hyphens; `unknown` stands for callers whom we do not know. */
  customerId: z.string().check(
    z.regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'),
    z.refine((id) => id !== 'unknown', "must not be 'unknown', which stands for nobody"),
  ),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  phoneNumbers: z
    .array(
      z
        .string()
        .check(
          z.refine((number) => phoneNumber(number) === number, 'must be in E.164 form, such as +12025550101'),
        ),
    )
    .check(z.maxLength(20)),
});

export type Customer = z.output<typeof customerSchema>;

const phoneItem = z.object({ customerId: z.string() });
const profileItem = z.object({ phoneNumbers: z.array(z.string()) });

export const profileKey = (customerId: string) => ({ pk: `CUSTOMER#${customerId}`, sk: 'PROFILE' });
export const historyKey = (customerId: string, at: string, orderNumber: string) => ({
  pk: `CUSTOMER#${customerId}`,
  sk: `HISTORY#${at}#${orderNumber}`,
});
const phoneKey = (number: string) => ({ pk: `PHONE#${number}`, sk: 'PHONE' });

/** The id of the customer whom a number (E.164) belongs to: one read, of nothing but the id. */
export async function findCustomerIdByNumber(
  table: Table,
  number: string,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const item = await getItem(
    table,
    { Key: phoneKey(number), ProjectionExpression: 'customerId' },
    abortSignal,
  );
  return item === undefined ? undefined : readItem(phoneItem, item, table).customerId;
}

/** The number at which a customer is called back when no call says another: the first that we have, if any. */
export async function findPhoneNumber(
  table: Table,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const item = await getItem(
    table,
    {
      Key: profileKey(customerId),
      ProjectionExpression: 'phoneNumbers',
    },
    abortSignal,
  );
  return item === undefined ? undefined : readItem(profileItem, item, table).phoneNumbers[0];
}

/**
 * Writes a customer with all their numbers, or nothing: a number that is no longer theirs is free again. Throws
 * where a number belongs to somebody else or the customer is being changed at the same time.
 */
export async function saveCustomer(table: Table, customer: Customer): Promise<void> {
  const { customerId, phoneNumbers } = z.parse(customerSchema, customer);
  const item = await getItem(table, { Key: profileKey(customerId), ConsistentRead: true });
  const known = item === undefined ? undefined : readItem(profileItem, item, table).phoneNumbers;
  const gone = known?.filter((number) => !phoneNumbers.includes(number)) ?? [];
  const TableName = table.name;
  const isTheirs = {
    ConditionExpression: 'attribute_not_exists(pk) OR customerId = :customerId',
    ExpressionAttributeValues: { ':customerId': customerId },
  };
  const profile = { TableName, Item: { ...profileKey(customerId), ...customer } };
  const unchanged =
    known === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'phoneNumbers = :known', ExpressionAttributeValues: { ':known': known } };
  await saveAll(customerId, table, [
    { Put: { ...profile, ...unchanged } },
    ...phoneNumbers.map((number) => ({
      Put: { TableName, Item: { ...phoneKey(number), phoneNumber: number, customerId }, ...isTheirs },
    })),
    ...gone.map((number) => ({ Delete: { TableName, Key: phoneKey(number), ...isTheirs } })),
  ]);
}

async function saveAll(customerId: string, { client }: Table, writes: readonly Write[]): Promise<void> {
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
