/** Problems by week: how many cases of which product and problem, each case once. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CASE_KEPT_DAYS } from '../domain/case.ts';
import { caseDetails } from '../domain/case-details.ts';
import { CASE_TYPES } from '../domain/case-types.ts';
import { secondsAfterWeek, weekAt } from '../domain/iso-week.ts';
import type { Zone } from '../domain/local-time.ts';
import { RETURN_OVERDUE } from '../domain/missing-parcel.ts';
import {
  EXAMPLES_MAX,
  isToBeTold,
  type Pair,
  type PairCount,
  pairAfter,
  type TroubleTerms,
  troubleMessage,
  weeksBefore,
} from '../domain/trouble.ts';
import { caseKey } from './case-keys.ts';
import type { TableDefinition } from './definition.ts';
import { messageWrite } from './message-writes.ts';
import { getItem, getItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** Longer than the case, whose last change is its end: nothing is counted anew because it was forgotten here first. */
const TROUBLE_KEPT_DAYS = CASE_KEPT_DAYS + 30;

/**
 * Items, by key:
 * - `WEEK#2026-W47` / `PAIR#<SKU or nothing>#<code>`: how many cases that were opened in this week, and some of them,
 * - `CASE#<case number>` / `COUNTED`: where the case is counted.
 */
export const definition: TableDefinition = {
  name: 'troubles',
  purpose: 'How many cases there were of which problem with which product, week by week.',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [],
  timeToLiveAttribute: 'expiresAt',
  personalFields: [],
  retention: [
    {
      items: 'counts, and where each case is counted',
      keptDays: TROUBLE_KEPT_DAYS,
      why: 'a week is held against the same one of last year, and a case is counted once for as long as there is one',
    },
  ],
};

export const weekKey = (week: string) => `WEEK#${week}`;
const pairKey = ({ product = '', code }: Pair) => `PAIR#${product}#${code}`;
const countedKey = (caseNumber: string) => ({ pk: `CASE#${caseNumber}`, sk: 'COUNTED' });

const caseItem = z.object({
  type: z.enum(CASE_TYPES),
  details: z.optional(caseDetails),
  reason: z.string(),
  openedAt: z.iso.datetime(),
});
const countedItem = z.object({
  week: z.string(),
  product: z.optional(z.string()),
  code: z.string(),
  version: z.int(),
});
/** What is kept of a pair in a week. */
export const pairItem = z.object({
  product: z.optional(z.string()),
  code: z.string(),
  count: z.int(),
  examples: z.array(z.string()),
  version: z.int(),
  /** When quality was told of it. */
  toldAt: z.optional(z.iso.datetime()),
});
type KeptPair = z.output<typeof pairItem>;

export interface TroubleTables {
  readonly cases: Table;
  readonly troubles: Table;
  readonly messages: Table;
}

/** What came of looking at a case: `moved` where it was counted elsewhere before, `no-problem` where it is not counted. */
export type Counted = 'counted' | 'moved' | 'unchanged' | 'no-problem' | 'gone';

/** Cases of one pair may come at once from several parts of the stream. */
const TRIES = 3;

/**
 * Counts a case as it stands now, once, in the week in which it was opened; where what is known of it has changed it is
 * counted there instead. The one that makes too many of a pair brings the task for quality, in the same transaction.
 * Throws where others were faster each time: it is to be tried again.
 */
export async function countCase(
  tables: TroubleTables,
  caseNumber: string,
  { zone, terms }: { readonly zone: Zone; readonly terms: TroubleTerms },
  now: Date,
  signal: AbortSignal,
): Promise<Counted> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const look = await lookAt(tables, caseNumber, zone, signal);
    if (typeof look === 'string') return look;
    const { writes, wasCounted } = await writesFor(tables, look, { zone, terms }, now, signal);
    if (await written(tables.troubles, writes, signal)) return wasCounted ? 'moved' : 'counted';
  }
  throw new Error(`case ${caseNumber} is not counted: others counted the same each time; it comes again`);
}

interface Look {
  readonly caseNumber: string;
  readonly week: string;
  readonly to: Pair;
  readonly counted: z.output<typeof countedItem> | undefined;
}

/** Where it is counted is read before the case: whoever writes in between makes this look fail, and never an older one win. */
async function lookAt(
  { cases, troubles }: TroubleTables,
  caseNumber: string,
  zone: Zone,
  signal: AbortSignal,
): Promise<Look | 'unchanged' | 'no-problem' | 'gone'> {
  const kept = await getItem(troubles, { Key: countedKey(caseNumber), ConsistentRead: true }, signal);
  const counted = kept === undefined ? undefined : readItem(countedItem, kept, troubles);
  const item = await getItem(
    cases,
    {
      Key: caseKey(caseNumber),
      ConsistentRead: true,
      ProjectionExpression: '#type, details, reason, openedAt',
      ExpressionAttributeNames: { '#type': 'type' },
    },
    signal,
  );
  if (item === undefined) return 'gone';
  const { type, details, reason, openedAt } = readItem(caseItem, item, cases);
  // That we look for a parcel says nothing of what is in it.
  if (reason === RETURN_OVERDUE) return 'no-problem';
  const to = pairAfter(counted, type, details);
  if (counted !== undefined && pairKey(counted) === pairKey(to)) return 'unchanged';
  return { caseNumber, week: counted?.week ?? weekAt(Date.parse(openedAt), zone), to, counted };
}

async function writesFor(
  { troubles, messages }: TroubleTables,
  { caseNumber, week, to, counted }: Look,
  { zone, terms }: { readonly zone: Zone; readonly terms: TroubleTerms },
  now: Date,
  signal: AbortSignal,
): Promise<{ readonly writes: readonly Write[]; readonly wasCounted: boolean }> {
  const here = { pk: weekKey(week), sk: pairKey(to) };
  const earlier = weeksBefore(week);
  const keys = [here, ...earlier.map((one) => ({ pk: weekKey(one), sk: pairKey(to) }))];
  const there = counted === undefined ? [] : [{ pk: weekKey(week), sk: pairKey(counted) }];
  const items = await getItems(troubles, [...keys, ...there], { ConsistentRead: true }, signal);
  const find = (pk: string, sk: string): KeptPair | undefined => {
    const item = items.find((one) => one['pk'] === pk && one['sk'] === sk);
    return item === undefined ? undefined : readItem(pairItem, item, troubles);
  };
  const countIn = (one: string): number => find(weekKey(one), here.sk)?.count ?? 0;
  const before = find(here.pk, here.sk);
  const after: PairCount = {
    ...to,
    count: (before?.count ?? 0) + 1,
    examples: [...(before?.examples ?? []), caseNumber].slice(0, EXAMPLES_MAX),
  };
  const trend = {
    ...after,
    week,
    weekBefore: countIn(earlier[0] ?? ''),
    isNew: earlier.every((one) => countIn(one) === 0),
  };
  const tells = before?.toldAt === undefined && isToBeTold(trend, terms, now, zone);
  const toldAt = tells ? now.toISOString() : before?.toldAt;
  const expiresAt = secondsAfterWeek(week, TROUBLE_KEPT_DAYS);
  const put = (key: Plain, item: object, seen: number | undefined): Write => ({
    Put: {
      TableName: troubles.name,
      Item: { ...key, ...withoutUndefined(item), version: (seen ?? 0) + 1, expiresAt },
      ...(seen === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :seen',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':seen': seen },
          }),
    },
  });
  const left = there.flatMap((key) => {
    const kept = find(key.pk, key.sk);
    if (kept === undefined) return [];
    const examples = kept.examples.filter((one) => one !== caseNumber);
    return [put(key, { ...kept, count: kept.count - 1, examples }, kept.version)];
  });
  return {
    writes: [
      put(countedKey(caseNumber), { week, ...to }, counted?.version),
      put(here, { ...after, toldAt }, before?.version),
      ...left,
      ...(tells ? [messageWrite(messages, troubleMessage(trend, now))] : []),
    ],
    wasCounted: counted !== undefined,
  };
}

/** False where somebody else has written one of them meanwhile. */
async function written({ client }: Table, writes: readonly Write[], signal: AbortSignal): Promise<boolean> {
  try {
    await writeTogether(client, writes, signal);
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
      return false;
    throw error;
  }
}

const withoutUndefined = (item: object): Plain =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
