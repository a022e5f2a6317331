/** Cases: the numbers that callers left with us, and the time by which we promised to call. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import {
  CASE_KEPT_DAYS,
  type Case,
  type CaseWish,
  caseNumbers,
  isSameWish,
  type OpenCase,
  openedCase,
  wishKey,
} from '../domain/case.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { TableDefinition } from './definition.ts';
import { queryItems, updateItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

export const definition: TableDefinition = {
  name: 'cases',
  purpose: 'What callers left with us when nobody could help at once, and what we promised them.',
  partitionKey: { name: 'caseNumber', type: 'S' },
  indexes: [
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'openedAt', type: 'S' },
      projection: ['reason', 'status', 'promisedAt', 'escalationPromisedAt'],
    },
  ],
  timeToLiveAttribute: 'expiresAt',
  personalFields: ['phoneNumber'],
  retention: [
    { items: 'cases', keptDays: CASE_KEPT_DAYS, why: 'a caller may ask about a promise of last year' },
  ],
};

const moment = z.iso.datetime();

const caseItem = z.object({
  caseNumber: z.string(),
  contactId: z.string(),
  reason: z.string(),
  customerId: z.string(),
  isVerified: z.boolean(),
  phoneNumber: z.string(),
  intent: z.optional(z.string()),
  openedAt: moment,
  promisedAt: moment,
});

const indexedCase = z.object({
  caseNumber: z.string(),
  reason: z.string(),
  status: z.string(),
  promisedAt: moment,
  escalationPromisedAt: z.optional(moment),
});

/** An open case is looked for among so many of a customer's latest ones. */
export const CASES_SEARCHED_MAX = 25;

/**
 * The latest case of a customer that is still open, of one reason where that is given, in one request. The index
 * follows the table within a second.
 */
export async function findOpenCase(
  table: Table,
  customerId: string,
  onlyReason: string | undefined,
  abortSignal: AbortSignal,
): Promise<OpenCase | undefined> {
  const { items } = await queryItems(
    table,
    {
      IndexName: 'by-customer',
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': customerId },
      ScanIndexForward: false,
      Limit: CASES_SEARCHED_MAX,
    },
    abortSignal,
  );
  const open = items
    .map((item) => readItem(indexedCase, item, table))
    .find(({ status, reason }) => status === 'open' && (onlyReason === undefined || reason === onlyReason));
  if (open === undefined) return undefined;
  const { caseNumber, reason, promisedAt, escalationPromisedAt } = open;
  return {
    caseNumber,
    reason,
    promisedAtMs: Date.parse(promisedAt),
    ...(escalationPromisedAt === undefined
      ? {}
      : { escalationPromisedAtMs: Date.parse(escalationPromisedAt) }),
  };
}

/**
 * Opens a case for a wish, or finds the one that an earlier call of the same contact with the same reason opened:
 * one request either way, because the case's number follows from the wish and every attribute keeps its first
 * value. Throws where both numbers that a wish may have belong to other cases.
 */
export async function openCaseOnce(
  table: Table,
  wish: CaseWish,
  hours: OpeningHours,
  now: Date,
  abortSignal: AbortSignal,
): Promise<Case> {
  const digest = createHash('sha256').update(wishKey(wish)).digest();
  for (const caseNumber of caseNumbers(digest)) {
    const kept = await keepFirst(table, openedCase(wish, caseNumber, hours, now.getTime()), abortSignal);
    if (isSameWish(kept, wish)) return kept;
  }
  throw new Error('both numbers that this case may have belong to other cases; open the case by hand');
}

async function keepFirst(table: Table, opened: Case, abortSignal: AbortSignal): Promise<Case> {
  const { caseNumber, openedAtMs, promisedAtMs, ...wish } = opened;
  const attributes = {
    ...wish,
    status: 'open',
    openedAt: new Date(openedAtMs).toISOString(),
    promisedAt: new Date(promisedAtMs).toISOString(),
    expiresAt: Math.floor(openedAtMs / 1000) + CASE_KEPT_DAYS * 24 * 60 * 60,
  };
  const names = Object.keys(attributes);
  const changed = await updateItem(
    table,
    {
      Key: { caseNumber },
      UpdateExpression: `SET ${names.map((name) => `#${name} = if_not_exists(#${name}, :${name})`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [`:${name}`, value]),
      ),
      ReturnValues: 'ALL_NEW',
    },
    abortSignal,
  );
  const { openedAt, promisedAt, ...kept } = readItem(caseItem, changed, table);
  return { ...kept, openedAtMs: Date.parse(openedAt), promisedAtMs: Date.parse(promisedAt) };
}
