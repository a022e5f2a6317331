/** Cases: the numbers that callers left with us, and the time by which we promised to call. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { isoMoment } from '../domain/calendar.ts';
import {
  CASE_KEPT_DAYS,
  type Case,
  type CaseWish,
  caseNumbers,
  firstType,
  type HeardCase,
  isSameWish,
  openedCase,
  wishKey,
} from '../domain/case.ts';
import type { CaseDetails } from '../domain/case-details.ts';
import { CASE_STATES, type CaseState, isUnresolved } from '../domain/case-states.ts';
import { SEVERITIES } from '../domain/case-types.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { caseKey } from './case-keys.ts';
import type { TableDefinition } from './definition.ts';
import { digestOf } from './digest.ts';
import { plainItem } from './plain-item.ts';
import { putItem, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/** What a list shows of a case. */
const LISTED = [
  'reason',
  'status',
  'type',
  'severity',
  'department',
  'owner',
  'version',
  'dueAt',
  'dueFor',
  'changedAt',
  'escalations',
] as const;

/** Marked as pure where it is called, so that a bundle whose function asks for no definition has none. */
const listedWith = (...more: readonly string[]): readonly string[] => [...LISTED, ...more];

/**
 * Items, by key:
 * - `<case number>` / `CASE`: the case; `dueAt`, `dueFor` and `dueIn` (the department) only while something is due,
 * - `<case number>` / `NOTE#<moment>#<version or id>`: what somebody wrote down or changed; never changed or removed,
 * - `<case number>` / `NOTE-ID#<id>`: that a note was written down under an id, and which one,
 * - `<case number>` / `WISH#<what>`: the latest time that its customer wished for that by key, and what was promised,
 * - `<case number>` / `LINK#CONTACT#<id>`, `LINK#ORDER#<number>`: another contact in which it came up, an order that it
 *   is about.
 */
export const definition: TableDefinition = {
  name: 'cases',
  purpose: 'What callers left with us when nobody could help at once, and what we promised them.',
  partitionKey: { name: 'caseNumber', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'openedAt', type: 'S' },
      projection: /* @__PURE__ */ listedWith('openedAt', 'promisedAt', 'escalationPromisedAt'),
    },
    {
      name: 'by-due',
      partitionKey: { name: 'dueIn', type: 'S' },
      sortKey: { name: 'dueAt', type: 'S' },
      projection: /* @__PURE__ */ listedWith('customerId', 'openedAt'),
    },
    {
      name: 'by-owner',
      partitionKey: { name: 'owner', type: 'S' },
      sortKey: { name: 'changedAt', type: 'S' },
      projection: /* @__PURE__ */ listedWith('customerId', 'openedAt'),
    },
    { name: 'by-contact', partitionKey: { name: 'contactId', type: 'S' }, projection: [] },
    { name: 'by-order', partitionKey: { name: 'orderNumber', type: 'S' }, projection: [] },
  ],
  timeToLiveAttribute: 'expiresAt',
  personalFields: ['phoneNumber', 'words'],
  retention: [
    { items: 'cases', keptDays: CASE_KEPT_DAYS, why: 'a caller may ask about a promise of last year' },
    { items: 'notes and links', keptDays: CASE_KEPT_DAYS, why: 'they go with the case that they are about' },
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
  details: z.optional(z.object({ orderNumber: z.optional(z.string()) })),
  openedAt: moment,
  promisedAt: moment,
});

/** A case as it stands once it is opened, with the order that it is about. */
export interface KeptCase extends Case {
  readonly orderNumber?: string | undefined;
}

const indexedCase = z.object({
  caseNumber: z.string(),
  reason: z.string(),
  status: z.enum(CASE_STATES),
  severity: z._default(z.enum(SEVERITIES), 'normal'),
  promisedAt: moment,
  escalationPromisedAt: z.optional(moment),
});

/** An open case is looked for among so many of a customer's latest ones. */
export const CASES_SEARCHED_MAX = 25;

/**
 * The latest case of a customer that is still open, of one reason where that is given, in one request. Without a reason
 * a case that is resolved counts too, because its customer has still to say whether the fix works. The index follows
 * the table within a second.
 */
export async function findOpenCase(
  table: Table,
  customerId: string,
  onlyReason: string | undefined,
  abortSignal: AbortSignal,
): Promise<HeardCase | undefined> {
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
    .find(({ status, reason }) =>
      onlyReason === undefined
        ? isUnresolved(status) || status === 'resolved'
        : isUnresolved(status) && reason === onlyReason,
    );
  return open === undefined ? undefined : heard(open);
}

/** The case with a number, where it is this customer's. */
export async function findCaseOf(
  table: Table,
  customerId: string,
  caseNumber: string,
  abortSignal: AbortSignal,
): Promise<HeardCase | undefined> {
  // By the one request that the bundle of this function has.
  const { items } = await queryItems(
    table,
    {
      KeyConditionExpression: 'caseNumber = :caseNumber AND sk = :sk',
      ExpressionAttributeValues: { ':caseNumber': caseNumber, ':sk': caseKey(caseNumber).sk },
      ConsistentRead: true,
    },
    abortSignal,
  );
  const [item] = items;
  return item?.['customerId'] === customerId ? heard(readItem(indexedCase, item, table)) : undefined;
}

function heard({
  caseNumber,
  reason,
  status,
  severity,
  promisedAt,
  escalationPromisedAt,
}: z.output<typeof indexedCase>): HeardCase {
  return {
    caseNumber,
    reason,
    stands: standsAt(status),
    severity,
    promisedAtMs: Date.parse(promisedAt),
    ...(escalationPromisedAt === undefined
      ? {}
      : { escalationPromisedAtMs: Date.parse(escalationPromisedAt) }),
  };
}

function standsAt(status: CaseState): HeardCase['stands'] {
  if (status === 'resolved') return 'resolved';
  return isUnresolved(status) ? 'open' : 'settled';
}

/**
 * Opens a case for a wish, or finds the one that an earlier call of the same contact with the same reason opened:
 * one request either way, because the case's number follows from the wish and only the first write of it counts.
 * Throws where both numbers that a wish may have belong to other cases.
 * @param said what is known of the matter beside what the reason says
 */
export async function openCaseOnce(
  table: Table,
  wish: CaseWish,
  hours: HoursNow,
  now: Date,
  abortSignal: AbortSignal,
  said: CaseDetails = {},
): Promise<KeptCase> {
  for (const caseNumber of caseNumbers(digestOf(wishKey(wish)))) {
    const opened = openedCase(wish, caseNumber, hours, now.getTime());
    const kept = await keepFirst(table, opened, said, abortSignal);
    if (isSameWish(kept, wish)) return kept;
  }
  throw new Error('both numbers that this case may have belong to other cases; open the case by hand');
}

/** A case as it is written first. */
export function caseItemOf(opened: Case, said: CaseDetails): Plain {
  const { caseNumber, contactId, reason, customerId, isVerified, phoneNumber, intent } = opened;
  const { openedAtMs, promisedAtMs } = opened;
  const { type, department, severity, details: known } = firstType(reason);
  const openedAt = isoMoment(openedAtMs);
  const promisedAt = isoMoment(promisedAtMs);
  const { sk } = caseKey(caseNumber);
  const item: { [attribute: string]: unknown } = {
    caseNumber,
    sk,
    contactId,
    reason,
    customerId,
    isVerified,
    phoneNumber,
    version: 1,
    status: 'open',
    type,
    severity,
    department,
    openedAt,
    changedAt: openedAt,
    promisedAt,
    dueAt: promisedAt,
    dueFor: 'first-answer',
    dueIn: department,
    expiresAt: Math.floor(openedAtMs / 1000) + CASE_KEPT_DAYS * 24 * 60 * 60,
  };
  if (intent !== undefined) item['intent'] = intent;
  const details = { ...known, ...said };
  if (Object.keys(details).length > 0) item['details'] = details;
  return item;
}

/** The first write of a case counts, and shows itself to whoever comes after. */
export const isNewCase = {
  ConditionExpression: 'attribute_not_exists(caseNumber)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} as const;

/** A case as it was opened, whatever has become of it. */
export function keptCaseOf(item: Plain, table: Table): KeptCase {
  const { openedAt, promisedAt, details, ...kept } = readItem(caseItem, item, table);
  return {
    ...kept,
    openedAtMs: Date.parse(openedAt),
    promisedAtMs: Date.parse(promisedAt),
    orderNumber: details?.orderNumber,
  };
}

/** The first to write it opens it; everybody after finds it as it was opened, whatever has become of it. */
async function keepFirst(
  table: Table,
  opened: Case,
  said: CaseDetails,
  abortSignal: AbortSignal,
): Promise<KeptCase> {
  try {
    await putItem(table, { Item: caseItemOf(opened, said), ...isNewCase }, abortSignal);
    return { ...opened, orderNumber: said.orderNumber };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
    return keptCaseOf(plainItem(error.Item), table);
  }
}
