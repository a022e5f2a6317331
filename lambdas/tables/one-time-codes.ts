/** One-time codes: asked for in a call, hashed as they are sent, tried in the same call and in no other. */

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Language } from '../domain/language.ts';
import { newMessage } from '../domain/message.ts';
import { CODE_TRIES_MAX, CODE_VALID_MS, CODE_WANTED_MS, CODES_A_DAY_MAX } from '../domain/one-time-code.ts';
import { attemptDay, attemptsExpireAt } from '../domain/pin.ts';
import { callerPartition, customerPartition } from './customer-keys.ts';
import { messageWrite } from './message-writes.ts';
import type { HashedPin } from './pin-hash.ts';
import { updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

/** Whose code it is: a customer's, or that of a caller whom we do not know, who has one that nobody sends. */
export interface CodeHolder {
  readonly customerId: string;
  readonly callerNumber: string | undefined;
  /** The call in which it was asked for, and in which alone it is good. */
  readonly contactId: string;
}

/** The message that carries the code of a call. */
export const codeMessageId = (contactId: string): string => `code-${contactId}`;

/** Two invocations of one call at the same instant: the second looks again so often. */
const LOOKS_MAX = 3;

const keyOf = ({ customerId, callerNumber }: Omit<CodeHolder, 'contactId'>) => ({
  pk: customerId === 'unknown' ? callerPartition(callerNumber) : customerPartition(customerId),
  sk: 'CODE',
});

const hashedItem = z.object({
  cost: z.int(),
  salt: z.string(),
  digest: z.string(),
});

/**
 * Notes that a code is wanted, with the message that will carry it, once for a call and so many times a day; an earlier
 * one is good no longer. Without a number there is no message, and the same writes else.
 */
export async function askForCode(
  { customers, messages }: { readonly customers: Table; readonly messages: Table },
  holder: CodeHolder,
  { phoneNumber, language, nowMs }: { phoneNumber: string | undefined; language: Language; nowMs: number },
  signal: AbortSignal,
): Promise<void> {
  const { customerId, contactId } = holder;
  const day = attemptDay(new Date(nowMs));
  const asked = {
    TableName: customers.name,
    Key: keyOf(holder),
    UpdateExpression:
      'SET contactId = :contactId, tries = :none, expiresAt = :expiresAt REMOVE cost, salt, digest, goodUntil, used, #yesterday ADD #today :one',
    ConditionExpression:
      'attribute_not_exists(pk) OR (contactId <> :contactId AND (attribute_not_exists(#today) OR #today < :most))',
    ExpressionAttributeNames: {
      '#today': `asked-${day}`,
      '#yesterday': `asked-${attemptDay(new Date(nowMs - 86_400_000))}`,
    },
    ExpressionAttributeValues: {
      ':contactId': contactId,
      ':none': 0,
      ':one': 1,
      ':most': CODES_A_DAY_MAX,
      ':expiresAt': attemptsExpireAt(day),
    },
  };
  const wantedUntil = new Date(nowMs + CODE_WANTED_MS).toISOString();
  const sent =
    phoneNumber === undefined || customerId === 'unknown'
      ? []
      : [
          messageWrite(
            messages,
            newMessage(
              codeMessageId(contactId),
              { kind: 'code', customerId, phoneNumber, contactId, language, wantedUntil },
              nowMs,
            ),
          ),
        ];
  for (let look = 1; ; look += 1) {
    try {
      return await writeTogether(customers.client, [{ Update: asked }, ...sent], signal);
    } catch (error) {
      // Asked for in this call already, or too often today: the caller hears the same.
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      if (codes.includes('ConditionalCheckFailed')) return;
      // The same call asks at the same instant: then it is asked for in a moment.
      if (!codes.includes('TransactionConflict') || look === LOOKS_MAX) throw error;
    }
  }
}

/** Keeps the hash of the code that is about to be sent; false where none is wanted any more. */
export async function keepCode(
  customers: Table,
  holder: Pick<CodeHolder, 'customerId' | 'contactId'>,
  { cost, salt, digest }: HashedPin,
  nowMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  return await isWritten(
    updateItem(
      customers,
      {
        Key: keyOf({ ...holder, callerNumber: undefined }),
        UpdateExpression: 'SET cost = :cost, salt = :salt, digest = :digest, goodUntil = :goodUntil',
        ConditionExpression: 'contactId = :contactId AND attribute_not_exists(used)',
        ExpressionAttributeValues: {
          ':cost': cost,
          ':salt': salt,
          ':digest': digest,
          ':goodUntil': nowMs + CODE_VALID_MS,
          ':contactId': holder.contactId,
        },
      },
      signal,
    ),
  );
}

/** Counts a try of the code of this call, and gives what to compare with; nothing where there is none to try. */
export async function tryCode(
  customers: Table,
  holder: CodeHolder,
  nowMs: number,
  signal: AbortSignal,
): Promise<HashedPin | undefined> {
  try {
    const item = await updateItem(
      customers,
      {
        Key: keyOf(holder),
        UpdateExpression: 'ADD tries :one',
        ConditionExpression: 'contactId = :contactId AND tries < :most AND goodUntil > :now',
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': CODE_TRIES_MAX,
          ':contactId': holder.contactId,
          ':now': nowMs,
        },
        ReturnValues: 'ALL_NEW',
      },
      signal,
    );
    return readItem(hashedItem, item, customers);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** A block waits and tries again for so long: the same answer then comes to the same call. */
const REPEATED_WITHIN_MS = 10_000;

/** The code was right, and is good no longer but for Connect's own repetition of the request. */
export async function spendCode(
  customers: Table,
  holder: CodeHolder,
  nowMs: number,
  signal: AbortSignal,
): Promise<void> {
  await isWritten(
    updateItem(
      customers,
      {
        Key: keyOf(holder),
        UpdateExpression: 'SET goodUntil = :soon, used = :yes',
        ConditionExpression: 'contactId = :contactId AND attribute_not_exists(used)',
        ExpressionAttributeValues: {
          ':soon': nowMs + REPEATED_WITHIN_MS,
          ':yes': true,
          ':contactId': holder.contactId,
        },
      },
      signal,
    ),
  );
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
