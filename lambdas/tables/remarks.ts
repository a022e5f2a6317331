/** What customers said of us to agents, beside the answers of callers: one row for each remark. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { isSameRemark, type Remark, remark } from '../domain/remark.ts';
import { REMARK, remarkKey } from './feedback-keys.ts';
import { plainItem } from './plain-item.ts';
import { putItem, queryItems, updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

export type RemarkKept =
  /** Now, or by the same request before. */
  | { readonly kind: 'kept'; readonly remark: Remark }
  /** Under its id something else is noted. */
  | { readonly kind: 'other-content' };

/** Keeps a remark until `expiresAtMs`, once for its id. */
export async function keepRemarkOnce(
  table: Table,
  given: Remark,
  expiresAtMs: number,
  signal: AbortSignal,
): Promise<RemarkKept> {
  const { contactId, remarkId } = given;
  try {
    await putItem(
      table,
      {
        Item: {
          ...given,
          ...remarkKey(contactId, remarkId),
          expiresAt: Math.floor(expiresAtMs / 1000),
        },
        ConditionExpression: 'attribute_not_exists(contactId)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
      signal,
    );
    return { kind: 'kept', remark: given };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
    const before = readItem(remark, plainItem(error.Item), table);
    return isSameRemark(before, given) ? { kind: 'kept', remark: before } : { kind: 'other-content' };
  }
}

/** Says whose the remarks of an agent's contact are, once it is known with whom that is. */
export async function nameCustomerOfRemarks(
  table: Table,
  { agentId, contactId, customerId }: Readonly<Record<'agentId' | 'contactId' | 'customerId', string>>,
  signal: AbortSignal,
): Promise<void> {
  const { items } = await queryItems(
    table,
    {
      KeyConditionExpression: 'contactId = :contactId AND begins_with(sk, :begin)',
      ExpressionAttributeValues: { ':contactId': contactId, ':begin': REMARK },
      ConsistentRead: true,
    },
    signal,
  );
  const own = items.map((item) => readItem(remark, item, table)).filter((one) => one.agentId === agentId);
  await Promise.all(
    own.map(({ remarkId }) => nameCustomer(table, remarkKey(contactId, remarkId), customerId, signal)),
  );
}

async function nameCustomer(
  table: Table,
  Key: ReturnType<typeof remarkKey>,
  customerId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await updateItem(
      table,
      {
        Key,
        UpdateExpression: 'SET customerId = :customerId',
        ConditionExpression: 'attribute_exists(contactId)',
        ExpressionAttributeValues: { ':customerId': customerId },
      },
      signal,
    );
  } catch (error) {
    // It has gone meanwhile, and stays so.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
