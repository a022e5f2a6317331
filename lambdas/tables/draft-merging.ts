/** What a customer has begun to order goes along when they turn out to be another one. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { draftItemOf, dropDraft, findOpenDraft } from './order-drafts.ts';
import { putItem } from './requests.ts';
import type { Table } from './table.ts';

/**
 * Brings it, unless the other has begun something since: a customer has one draft, the last. What was ordered already
 * stays where the yes to it is. Brought again it is the same. At most four requests.
 */
export async function bringDraft(
  orders: Table,
  { from, into, nowMs }: { readonly from: string; readonly into: string; readonly nowMs: number },
  signal: AbortSignal,
): Promise<void> {
  const draft = await findOpenDraft(orders, from, nowMs, signal);
  if (draft === undefined) return;
  const Item = draftItemOf({ ...draft, customerId: into });
  try {
    await putItem(
      orders,
      {
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR begunAt < :begunAt',
        ExpressionAttributeValues: { ':begunAt': Item.begunAt },
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  await dropDraft(orders, draft, signal);
}
