/** Writes for customers who may be merged into others at this very moment. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { profileKey } from './customer-keys.ts';
import { plainItem } from './plain-item.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** A merge leads all earlier ids to the one who stays, so a second one comes only where that is not through yet. */
const MERGES_FOLLOWED_MAX = 2;

const gone = z.object({ mergedInto: z.optional(z.string()) });

/** Holds while a customer was not merged into another one; its refusal has the profile. */
export const notMerged = (customers: Table, customerId: string): Write => ({
  ConditionCheck: {
    TableName: customers.name,
    Key: profileKey(customerId),
    ConditionExpression: 'attribute_not_exists(mergedInto)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/**
 * Makes the writes for a customer, or for the one into whom they were merged: what was written under an earlier id
 * after its merge has looked would stay there. One transaction, and one more for each merge.
 * @returns for whom they were made
 * @throws TransactionCanceledException where a condition of the writes themselves does not hold, with its reasons in
 * their order
 */
export async function writeForCustomer(
  customers: Table,
  customerId: string,
  writesFor: (customerId: string) => readonly Write[],
  signal: AbortSignal,
): Promise<string> {
  let owner = customerId;
  for (let followed = 0; ; followed += 1) {
    try {
      await writeTogether(customers.client, [...writesFor(owner), notMerged(customers, owner)], signal);
      return owner;
    } catch (error) {
      const into = mergeInTheWay(error, customers);
      if (into === undefined || followed === MERGES_FOLLOWED_MAX) throw error;
      owner = into;
    }
  }
}

/** Into whom the customer was merged, where no condition but the last one was in the way. */
function mergeInTheWay(error: unknown, customers: Table): string | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const refused = (error.CancellationReasons ?? []).map(({ Code }) => Code === 'ConditionalCheckFailed');
  if (refused.indexOf(true) !== refused.length - 1) return undefined;
  const Item = error.CancellationReasons?.at(-1)?.Item;
  return Item === undefined ? undefined : readItem(gone, plainItem(Item), customers).mergedInto;
}
