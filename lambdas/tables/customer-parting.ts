/** Makes somebody who was merged into another customer one of their own again. */

import * as z from 'zod/mini';
import { customer, NOTHING_KNOWN } from '../domain/customer.ts';
import { profileKey } from './customer-keys.ts';
import { profileWrites } from './customer-writes.ts';
import type { GivenCustomer } from './customers.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

const mergedVersion = z.object({ mergedInto: z.string(), version: customer.shape.version });

/**
 * Their numbers must be nobody's any more. What followed them in the merge stays with the other: notes, consents, cases,
 * and orders that nobody writes anew. The versions go on, because what was changed is kept under them.
 * @throws Error where they are not merged, TransactionCanceledException where a number belongs to somebody else
 */
export async function partCustomer(table: Table, given: GivenCustomer): Promise<void> {
  const { customerId } = given;
  const item = await getItem(table, { Key: profileKey(customerId), ConsistentRead: true });
  if (item === undefined) throw new Error(`there is no customer '${customerId}'; save them`);
  const seen = readItem(mergedVersion, item, table).version;
  const after = z.parse(customer, { ...NOTHING_KNOWN, ...given, version: seen + 1 });
  const [, ...found] = profileWrites({ TableName: table.name, before: undefined, after });
  const profile = {
    Put: {
      TableName: table.name,
      Item: { ...profileKey(customerId), ...after },
      ConditionExpression: 'version = :seen AND attribute_exists(mergedInto)',
      ExpressionAttributeValues: { ':seen': seen },
    },
  };
  await writeTogether(table.client, [profile, ...found]);
}
