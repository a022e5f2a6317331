/** What customers add to their cases by key, kept once for each promise that they are given. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { UNRESOLVED } from '../domain/case-states.ts';
import type { KeptWish } from '../domain/case-wish.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import { caseExpiry } from './case-changes.ts';
import { caseKey } from './case-keys.ts';
import { noteItemOf } from './case-note-item.ts';
import { messageWrite } from './message-writes.ts';
import { plainItem } from './plain-item.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** Somebody who changes the case at the same instant makes us look again, so often. */
const LOOKS_MAX = 3;

const wishItem = z.object({ promisedAt: z.iso.datetime() });

/**
 * Keeps a wish with its note and the department's task, or finds what was promised when it was wished for before:
 * Connect's retries, two lines and a redial are one wish while that promise holds.
 * @returns by when somebody sees to it (ms); undefined where the case is not theirs any more, or not open
 */
export async function keepWishOnce(
  cases: Table,
  messages: Table,
  { caseNumber, customerId }: WorkedCase,
  kept: KeptWish,
  nowMs: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const writes = wishWrites(cases, messages, { caseNumber, customerId }, kept, nowMs);
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    try {
      await writeTogether(cases.client, writes, signal);
      return kept.promisedAtMs;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [ofCase, ofWish, ...others] = error.CancellationReasons ?? [];
      if (ofCase?.Code === 'ConditionalCheckFailed') return undefined;
      if (ofWish?.Code === 'ConditionalCheckFailed') {
        return Date.parse(readItem(wishItem, plainItem(ofWish.Item ?? {}), cases).promisedAt);
      }
      const isBusy = [ofCase, ofWish, ...others].some((reason) => reason?.Code === 'TransactionConflict');
      if (!isBusy) throw error;
    }
  }
  throw new Error(`case ${caseNumber} is being changed by others all the time; try again in a moment`);
}

function wishWrites(
  cases: Table,
  messages: Table,
  { caseNumber, customerId }: Pick<WorkedCase, 'caseNumber' | 'customerId'>,
  { wish, promisedAtMs, note, message }: KeptWish,
  nowMs: number,
): readonly Write[] {
  const TableName = cases.name;
  const expiresAt = caseExpiry(nowMs);
  const states = Object.fromEntries(UNRESOLVED.map((state, index) => [`:state${index}`, state]));
  return [
    {
      ConditionCheck: {
        TableName,
        Key: caseKey(caseNumber),
        ConditionExpression: `customerId = :customerId AND #status IN (${Object.keys(states).join(', ')})`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':customerId': customerId, ...states },
      },
    },
    {
      Put: {
        TableName,
        Item: {
          caseNumber,
          sk: `WISH#${wish}`,
          at: new Date(nowMs).toISOString(),
          promisedAt: new Date(promisedAtMs).toISOString(),
          expiresAt,
        },
        ConditionExpression: 'attribute_not_exists(sk) OR promisedAt <= :now',
        ExpressionAttributeValues: { ':now': new Date(nowMs).toISOString() },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    { Put: { TableName, Item: noteItemOf(caseNumber, note, `wish-${wish}`, expiresAt) } },
    messageWrite(messages, message),
  ];
}
