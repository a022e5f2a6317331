/** Payments in the table of orders: written over what was seen, together with the order that they pay. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { unfinishedRefund } from '../domain/card-refund.ts';
import {
  ATTEMPT_STATUSES,
  type Attempt,
  DECLINE_REASONS,
  isUnderWay,
  isUnfinished,
  latestAttempt,
  type Payment,
  UNFINISHED_AFTER_MS,
  UNTOLD_AFTER_MS,
} from '../domain/payment.ts';
import { PAYMENT_KEPT_DAYS } from '../domain/payment-intent.ts';
import { plainItem } from './plain-item.ts';
import { getItem, putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

const attempt = z.object({
  number: z.int().check(z.positive()),
  status: z.enum(ATTEMPT_STATUSES),
  amountMinor: z.int().check(z.positive()),
  currency: z.string(),
  contactId: z.string(),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  reference: z.optional(z.string()),
  because: z.optional(z.enum(DECLINE_REASONS)),
  caseNumber: z.optional(z.string()),
  isCaseTold: z.optional(z.boolean()),
  isUntold: z.optional(z.boolean()),
});

const refund = z.object({
  number: z.int().check(z.positive()),
  attempt: z.int().check(z.positive()),
  amountMinor: z.int().check(z.positive()),
  status: z.enum(['started', 'made', 'noted', 'refused']),
  startedAt: z.iso.datetime(),
});

const paymentItem = z.object({
  orderNumber: z.string(),
  revision: z.int(),
  attempts: z.array(attempt),
  refunds: z._default(z.array(refund), []),
});

const paymentKey = (orderNumber: string) => ({ pk: `PAYMENT#${orderNumber}` });

/** The value under which unfinished payments share the index of what is unsettled. */
export const UNFINISHED_PAYMENT = 'payment';

/** The payment of an order as it stands at this moment; nothing where nobody has tried to pay it by card. */
export async function readPayment(
  table: Table,
  orderNumber: string,
  abortSignal: AbortSignal,
): Promise<Payment | undefined> {
  const item = await getItem(table, { Key: paymentKey(orderNumber), ConsistentRead: true }, abortSignal);
  return item === undefined ? undefined : paymentOf(item, table);
}

function paymentOf(item: Plain, table: Table): Payment {
  const { attempts, refunds, ...rest } = readItem(paymentItem, item, table);
  return {
    ...rest,
    attempts: attempts.map(({ startedAt, changedAt, ...other }) => ({
      ...other,
      startedAtMs: Date.parse(startedAt),
      changedAtMs: Date.parse(changedAt),
    })),
    refunds: refunds.map(({ startedAt, ...other }) => ({ ...other, startedAtMs: Date.parse(startedAt) })),
  };
}

/** Writes a payment over what was seen and over nothing else; says whether it was written. */
export async function writePayment(
  table: Table,
  payment: Payment,
  seen: Payment | undefined,
  abortSignal: AbortSignal,
): Promise<boolean> {
  try {
    await putItem(table, paymentWrite(payment, seen), abortSignal);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * The same, and gives the payment that is there afterwards: this one, or what stood in its way. That may be this very
 * write, whose answer was lost so that the SDK made it again, or by an invocation for which Connect no longer waits.
 */
export async function writePaymentOnce(
  table: Table,
  payment: Payment,
  seen: Payment | undefined,
  abortSignal: AbortSignal,
): Promise<Payment | undefined> {
  try {
    const request = {
      ...paymentWrite(payment, seen),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    await putItem(table, request, abortSignal);
    return payment;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item === undefined ? undefined : paymentOf(plainItem(error.Item), table);
  }
}

/** The same as one write of a transaction. */
export function paymentWrite(payment: Payment, seen: Payment | undefined) {
  const condition =
    seen === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': seen.revision } };
  return { Item: itemOf(payment), ...condition };
}

/** Only a payment that somebody has to finish, or to tell the end of, is in the index; so is a refund. */
function itemOf(payment: Payment): Plain {
  const { orderNumber, revision, attempts, refunds = [] } = payment;
  const latest = latestAttempt({ attempts });
  const changedAtMs = latest?.changedAtMs ?? 0;
  const refund = unfinishedRefund(payment);
  const dueAtMs =
    refund === undefined
      ? changedAtMs + (isUnderWay(latest) ? UNFINISHED_AFTER_MS : UNTOLD_AFTER_MS)
      : refund.startedAtMs + UNFINISHED_AFTER_MS;
  return {
    ...paymentKey(orderNumber),
    orderNumber,
    revision,
    attempts: attempts.map(kept),
    refunds: refunds.map(({ startedAtMs, ...rest }) => ({
      ...rest,
      startedAt: new Date(startedAtMs).toISOString(),
    })),
    ...(isUnfinished(payment) || refund !== undefined
      ? { unsettled: UNFINISHED_PAYMENT, expiresAt: new Date(dueAtMs).toISOString() }
      : {}),
    removeAfter: Math.floor(changedAtMs / 1000) + PAYMENT_KEPT_DAYS * 24 * 60 * 60,
  };
}

function kept({
  startedAtMs,
  changedAtMs,
  reference,
  because,
  caseNumber,
  isCaseTold,
  isUntold,
  ...rest
}: Attempt): Plain {
  return {
    ...rest,
    startedAt: new Date(startedAtMs).toISOString(),
    changedAt: new Date(changedAtMs).toISOString(),
    ...(reference === undefined ? {} : { reference }),
    ...(because === undefined ? {} : { because }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(isCaseTold === undefined ? {} : { isCaseTold }),
    ...(isUntold === undefined ? {} : { isUntold }),
  };
}

/**
 * Page by page the numbers of orders that stand in the index under this value, due by `nowMs`, the oldest first.
 * @param value tells apart what shares the index
 */
export async function* unsettledOrders(
  table: Table,
  value: string,
  nowMs: number,
  abortSignal: AbortSignal,
): AsyncGenerator<string> {
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      table,
      {
        IndexName: 'unsettled',
        KeyConditionExpression: 'unsettled = :value AND expiresAt <= :now',
        ExpressionAttributeValues: { ':value': value, ':now': new Date(nowMs).toISOString() },
        Limit: 25,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      abortSignal,
    );
    for (const { pk } of items) yield String(pk).replace(/^[A-Z]+#/, '');
    from = next;
  } while (from !== undefined);
}
