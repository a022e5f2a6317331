/** PINs in the customers table, and the count of wrong ones that keeps them from being guessed. */

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { attemptDay, attemptsExpireAt, FAILURES_A_DAY_MAX, pinObjection } from '../domain/pin.ts';
import { callerPartition, profileKey } from './customer-keys.ts';
import { type HashedPin, hashPin, PIN_COST } from './pin-hash.ts';
import { getItem, updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

/** Whose attempts are counted, and on which UTC day. */
export interface Attempts {
  readonly pk: string;
  readonly sk: string;
  readonly day: string;
}

const pinItem = z.object({
  cost: z.int().check(z.minimum(1), z.maximum(PIN_COST)),
  salt: z.string().check(z.regex(/^[A-Za-z0-9+/]{22}==$/)),
  digest: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
});

const pinKey = (customerId: string) => ({ pk: `CUSTOMER#${customerId}`, sk: 'PIN' });

/**
 * The count that an attempt belongs to. For a caller whom we do not know it is kept by a hash of their number, so
 * that their wrong PIN costs the same requests as a customer's.
 */
export function attemptsOf(customerId: string, callerNumber: string | undefined, now: Date): Attempts {
  const day = attemptDay(now);
  const sk = `ATTEMPTS#${day}`;
  if (customerId !== 'unknown') return { pk: `CUSTOMER#${customerId}`, sk, day };
  return { pk: callerPartition(callerNumber), sk, day };
}

/**
 * Counts an attempt as a failure before anything is compared. `false` where the day's failures are used up: then
 * nothing was counted and nothing may be compared. An invocation that Connect repeats counts again, which errs on
 * the safe side.
 */
export async function countAttempt(
  table: Table,
  { pk, sk, day }: Attempts,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const count = {
    Key: { pk, sk },
    UpdateExpression: 'ADD failures :one SET expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(failures) OR failures < :max',
    ExpressionAttributeValues: { ':one': 1, ':max': FAILURES_A_DAY_MAX, ':expiresAt': attemptsExpireAt(day) },
  };
  return isWritten(updateItem(table, count, abortSignal));
}

/** Takes back the count of an attempt that turned out right. A count cleared meanwhile stays cleared. */
export async function giveAttemptBack(
  table: Table,
  { pk, sk }: Attempts,
  abortSignal: AbortSignal,
): Promise<void> {
  const giveBack = {
    Key: { pk, sk },
    UpdateExpression: 'ADD failures :minusOne',
    ConditionExpression: 'failures > :zero',
    ExpressionAttributeValues: { ':minusOne': -1, ':zero': 0 },
  };
  await isWritten(updateItem(table, giveBack, abortSignal));
}

/** The stored PIN of a customer; nothing for customers without one and for people whom we do not know. */
export async function findPin(
  table: Table,
  customerId: string,
  abortSignal: AbortSignal,
): Promise<HashedPin | undefined> {
  const item = await getItem(table, { Key: pinKey(customerId), ConsistentRead: true }, abortSignal);
  return item === undefined ? undefined : readItem(pinItem, item, table);
}

/**
 * Gives a customer a PIN and clears the failures of the day of `now`. Throws for a PIN that the policy does not
 * allow and for a customer who does not exist.
 * @param cost less than the usual one for invented people only
 */
export async function setPin(
  table: Table,
  customerId: string,
  pin: string,
  now: Date,
  cost = PIN_COST,
): Promise<void> {
  const objection = pinObjection(pin);
  if (objection !== undefined) throw new Error(`the PIN of customer '${customerId}' ${objection}`);
  const TableName = table.name;
  const { pk, sk } = attemptsOf(customerId, undefined, now);
  const exists = { ConditionExpression: 'attribute_exists(pk)' };
  const hashed = await hashPin(pin, cost);
  try {
    await writeTogether(table.client, [
      { ConditionCheck: { TableName, Key: profileKey(customerId), ...exists } },
      { Put: { TableName, Item: { ...pinKey(customerId), ...hashed } } },
      { Delete: { TableName, Key: { pk, sk } } },
    ]);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    throw new Error(
      `there is no customer '${customerId}', or somebody is changing it; check the id or try again`,
      {
        cause: error,
      },
    );
  }
}

async function isWritten(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
