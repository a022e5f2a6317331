/** Lists of cases for people: of a customer, a department, an owner; by key, page by page. */

import * as z from 'zod/mini';
import { CASE_STATES, DUE_FOR } from '../domain/case-states.ts';
import { CASE_TYPES, DEPARTMENTS, type Department, SEVERITIES } from '../domain/case-types.ts';
import type { CustomerIds } from './customer-ids.ts';
import { queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

const moment = z.iso.datetime();

const listedCase = z.object({
  caseNumber: z.string(),
  customerId: z.string(),
  reason: z.string(),
  status: z.enum(CASE_STATES),
  type: z.enum(CASE_TYPES),
  severity: z.enum(SEVERITIES),
  department: z.enum(DEPARTMENTS),
  owner: z.optional(z.string()),
  version: z.int(),
  openedAt: moment,
  changedAt: moment,
  dueAt: z.optional(moment),
  dueFor: z.optional(z.enum(DUE_FOR)),
  escalations: z.optional(z.int()),
});
/** A case as a list shows it; the index follows the table within a second. */
export type ListedCase = z.output<typeof listedCase>;

export type CasesOf =
  /** The newest first. */
  | { readonly customerId: string }
  /** Those for which something is due, the most pressing first. */
  | { readonly department: Department; readonly dueUntilMs?: number }
  /** The latest changed first. */
  | { readonly owner: string };

export interface CasePage {
  readonly cases: readonly ListedCase[];
  /** Where the next page begins when there may be more. */
  readonly next: Plain | undefined;
}

/** One page of a list. */
export async function listCases(
  table: Table,
  of: CasesOf,
  { limit, from }: { readonly limit: number; readonly from?: Plain | undefined },
  signal: AbortSignal,
): Promise<CasePage> {
  const { items, next } = await queryItems(
    table,
    { ...conditionOf(of), Limit: limit, ...(from === undefined ? {} : { ExclusiveStartKey: from }) },
    signal,
  );
  return { cases: items.map((item) => readItem(listedCase, item, table)), next };
}

/** The newest cases of a customer under all ids of theirs, at most so many. */
export async function newestCases(
  table: Table,
  ids: CustomerIds,
  limit: number,
  signal: AbortSignal,
): Promise<readonly ListedCase[]> {
  const pages = await Promise.all(
    ids.map((customerId) => listCases(table, { customerId }, { limit }, signal)),
  );
  // The index follows the table: what a merge moves meanwhile may be under both.
  const once = new Map(pages.flatMap((page) => page.cases).map((one) => [one.caseNumber, one]));
  return [...once.values()]
    .toSorted((one, other) => (one.openedAt < other.openedAt ? 1 : -1))
    .slice(0, limit);
}

function conditionOf(of: CasesOf) {
  if ('customerId' in of) {
    return {
      IndexName: 'by-customer',
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': of.customerId },
      ScanIndexForward: false,
    };
  }
  if ('owner' in of) {
    return {
      IndexName: 'by-owner',
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': of.owner },
      ScanIndexForward: false,
    };
  }
  const { department, dueUntilMs } = of;
  return {
    IndexName: 'by-due',
    KeyConditionExpression: dueUntilMs === undefined ? 'dueIn = :in' : 'dueIn = :in AND dueAt <= :until',
    ExpressionAttributeValues: {
      ':in': department,
      ...(dueUntilMs === undefined ? {} : { ':until': new Date(dueUntilMs).toISOString() }),
    },
  };
}
