/** Parcels that are to come back to us: one for each order, kept in the table of orders until it has come or its case is over. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { OrderEvent } from '../domain/order-events.ts';
import { awaitsParcel, type OrderRecord } from '../domain/order-record.ts';
import { PARCEL_KEPT_DAYS } from '../domain/returns.ts';
import { getItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** The values under which they stand in the index of what is unsettled: those that we wait for, and those that have a case. */
export const AWAITED_PARCEL = 'parcel';
export const MISSING_PARCEL = 'missing-parcel';

const parcelItem = z.object({
  orderNumber: z.string(),
  rmaNumber: z.string(),
  unsettled: z.optional(z.enum([AWAITED_PARCEL, MISSING_PARCEL])),
  /** When the return or exchange was agreed, by which the index has them in their order. */
  expiresAt: z.iso.datetime(),
  caseNumber: z.optional(z.string()),
});
export type AwaitedParcel = z.output<typeof parcelItem>;

const parcelKey = (orderNumber: string) => ({ pk: `RETURN#${orderNumber}` });

const AGREES: readonly OrderEvent[] = ['request-return', 'exchange'];

/** The item of a parcel that is to come; nothing where none is. One that was to come for the order before is this one. */
export function awaitedParcel(order: OrderRecord): Plain | undefined {
  const { orderNumber, rmaNumber, history } = order;
  const agreedAt = history.findLast(({ event }) => AGREES.includes(event))?.at;
  if (!awaitsParcel(order) || agreedAt === undefined) return undefined;
  const removeAfter = Math.floor(Date.parse(agreedAt) / 1000) + PARCEL_KEPT_DAYS * 24 * 60 * 60;
  const parcel = { orderNumber, rmaNumber, unsettled: AWAITED_PARCEL, expiresAt: agreedAt, removeAfter };
  return { ...parcelKey(orderNumber), ...parcel };
}

/** What belongs into the transaction of an event after which a parcel is to come. */
export function awaitedParcelWrites(
  { name }: Table,
  event: OrderEvent,
  after: OrderRecord,
): readonly Write[] {
  const Item = AGREES.includes(event) ? awaitedParcel(after) : undefined;
  return Item === undefined ? [] : [{ Put: { TableName: name, Item } }];
}

/** The parcel of an order; nothing where none was ever to come. */
export async function readParcel(
  table: Table,
  orderNumber: string,
  signal: AbortSignal,
): Promise<AwaitedParcel | undefined> {
  const item = await getItem(table, { Key: parcelKey(orderNumber), ConsistentRead: true }, signal);
  return item === undefined ? undefined : readItem(parcelItem, item, table);
}

/**
 * Moves a parcel on in the index, or out of it, with what is written beside. Where somebody else has moved it since it
 * was seen, or has written what is beside, that is theirs.
 * @param to the case that looks for it; nothing where nobody has to look for it any more
 */
export async function moveParcel(
  { client, name }: Table,
  seen: AwaitedParcel,
  to: { readonly caseNumber: string } | undefined,
  beside: readonly Write[],
  signal: AbortSignal,
): Promise<void> {
  const update: Write = {
    Update: {
      TableName: name,
      Key: parcelKey(seen.orderNumber),
      UpdateExpression:
        to === undefined ? 'REMOVE unsettled' : 'SET unsettled = :missing, caseNumber = :caseNumber',
      ConditionExpression: 'unsettled = :seen AND rmaNumber = :rmaNumber',
      ExpressionAttributeValues: {
        ':seen': seen.unsettled,
        ':rmaNumber': seen.rmaNumber,
        ...(to === undefined ? {} : { ':missing': MISSING_PARCEL, ':caseNumber': to.caseNumber }),
      },
    },
  };
  try {
    await writeTogether(client, [update, ...beside], signal);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (!codes.includes('ConditionalCheckFailed')) throw error;
    if (codes[0] === 'None') await writeTogether(client, [update], signal);
  }
}
