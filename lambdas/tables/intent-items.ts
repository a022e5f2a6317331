/** Intents as they are kept in the table of orders: read by key, written over what was seen, found while unsettled. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { basketText, readBasket } from '../domain/basket.ts';
import {
  INTENT_KEPT_DAYS,
  INTENT_STATUSES,
  type Intent,
  type IntentKey,
  isUnsettled,
} from '../domain/order-intent.ts';
import { plainItem } from './plain-item.ts';
import { getItem, putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

const keyShape = { customerId: z.string(), digest: z.string() };

const unsettledItem = z.object(keyShape);

const intentItem = z.object({
  ...keyShape,
  number: z.int(),
  status: z.enum(INTENT_STATUSES),
  basket: z.string(),
  contactId: z.string(),
  confirmedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  settledAt: z.optional(z.iso.datetime()),
  orderNumber: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
});

const intentKey = ({ customerId, digest }: IntentKey) => ({ pk: `INTENT#${customerId}#${digest}` });

/** The newest intent of a key as it stands at this moment. */
export async function readIntent(
  table: Table,
  key: IntentKey,
  abortSignal: AbortSignal,
): Promise<Intent | undefined> {
  const item = await getItem(table, { Key: intentKey(key), ConsistentRead: true }, abortSignal);
  return item === undefined ? undefined : intentOf(item, table);
}

function intentOf(item: Plain, table: Table): Intent {
  const {
    confirmedAt,
    expiresAt,
    settledAt,
    basket: text,
    orderNumber,
    caseNumber,
    ...rest
  } = readItem(intentItem, item, table);
  const basket = readBasket(text);
  if (basket === undefined) {
    throw new Error(`an item of the table ${table.name} does not hold basket as it should; correct the item`);
  }
  return {
    ...rest,
    basket,
    confirmedAtMs: Date.parse(confirmedAt),
    expiresAtMs: Date.parse(expiresAt),
    ...(settledAt === undefined ? {} : { settledAtMs: Date.parse(settledAt) }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
  };
}

/**
 * Writes an intent over what was seen and over nothing else. Gives what is there afterwards: this intent, or the one
 * that was in its way.
 */
export async function writeIntent(
  table: Table,
  intent: Intent,
  seen: Pick<Intent, 'number' | 'status'> | undefined,
  abortSignal: AbortSignal,
): Promise<Intent | undefined> {
  const condition =
    seen === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : unchanged(seen);
  try {
    const write = {
      Item: itemOf(intent),
      ...condition,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    await putItem(table, write, abortSignal);
    return intent;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item === undefined ? undefined : intentOf(plainItem(error.Item), table);
  }
}

/** Page by page the keys of intents that expired at `nowMs` or before and are not settled, the oldest first. */
export async function* unsettledIntents(
  table: Table,
  nowMs: number,
  abortSignal: AbortSignal,
): AsyncGenerator<IntentKey> {
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      table,
      {
        IndexName: 'unsettled',
        KeyConditionExpression: 'unsettled = :yes AND expiresAt <= :now',
        ExpressionAttributeValues: { ':yes': UNSETTLED, ':now': new Date(nowMs).toISOString() },
        Limit: 25,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      abortSignal,
    );
    for (const item of items) yield readItem(unsettledItem, item, table);
    from = next;
  } while (from !== undefined);
}

/** All unsettled intents share one key of the index: a single one takes 1,000 writes a second, and a call makes two. */
const UNSETTLED = 'yes';

export const unchanged = ({ number, status }: Pick<Intent, 'number' | 'status'>) => ({
  ConditionExpression: '#number = :number AND #status = :status',
  ExpressionAttributeNames: { '#number': 'number', '#status': 'status' },
  ExpressionAttributeValues: { ':number': number, ':status': status },
});

/** Only what is unsettled has the attribute of the index, so only that is in it. */
export function itemOf(intent: Intent): Plain {
  const { basket, confirmedAtMs, expiresAtMs, settledAtMs, ...rest } = intent;
  return {
    ...intentKey(intent),
    ...rest,
    basket: basketText(basket),
    confirmedAt: new Date(confirmedAtMs).toISOString(),
    expiresAt: new Date(expiresAtMs).toISOString(),
    ...(settledAtMs === undefined ? {} : { settledAt: new Date(settledAtMs).toISOString() }),
    ...(isUnsettled(intent) ? { unsettled: UNSETTLED } : {}),
    removeAfter: Math.floor(confirmedAtMs / 1000) + INTENT_KEPT_DAYS * 24 * 60 * 60,
  };
}
