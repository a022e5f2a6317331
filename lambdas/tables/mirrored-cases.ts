/** How a case stands in Amazon Connect Cases: kept beside the case, and written only by who mirrors it. */

import * as z from 'zod/mini';
import { CASE_STATES } from '../domain/case-states.ts';
import { SEVERITIES } from '../domain/case-types.ts';
import type { MirroredCase } from '../domain/mirrored-case.ts';
import { caseKey } from './case-keys.ts';
import { getItems, putItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

/** Beside the case, and still there where that has gone: it says which case there is left over. */
export const MIRROR = 'MIRROR';

const caseItem = z.object({
  caseNumber: z.string(),
  reason: z.string(),
  status: z.enum(CASE_STATES),
  severity: z.enum(SEVERITIES),
  dueAt: z.optional(z.iso.datetime()),
  expiresAt: z.int(),
});

const mirrorItem = z.object({
  connectCaseId: z.optional(z.string()),
  /** What was last written there, as JSON. */
  written: z.optional(z.string()),
  /** What was refused there for good, as JSON. */
  refused: z.optional(z.string()),
});
export type Mirror = z.output<typeof mirrorItem>;

const keptMirror = z.extend(mirrorItem, { expiresAt: z.int() });

/** A case as it stands now, without one where that is gone, and its mirror; undefined where there is neither. */
export async function readMirrored(
  table: Table,
  caseNumber: string,
  signal: AbortSignal,
): Promise<
  { readonly case: MirroredCase | undefined; readonly expiresAt: number; readonly mirror: Mirror } | undefined
> {
  const keys = [caseKey(caseNumber), { caseNumber, sk: MIRROR }];
  const items = await getItems(table, keys, { ConsistentRead: true }, signal);
  const own = items.find(({ sk }) => sk === 'CASE');
  const mirror = items.find(({ sk }) => sk === MIRROR);
  if (own === undefined) {
    if (mirror === undefined) return undefined;
    const { expiresAt, ...left } = readItem(keptMirror, mirror, table);
    return { case: undefined, expiresAt, mirror: left };
  }
  const { expiresAt, ...kept } = readItem(caseItem, own, table);
  return { case: kept, expiresAt, mirror: mirror === undefined ? {} : readItem(mirrorItem, mirror, table) };
}

/** Keeps what is there now, for as long as the case is kept. */
export async function keepMirror(
  table: Table,
  { caseNumber, expiresAt }: { readonly caseNumber: string; readonly expiresAt: number },
  mirror: Mirror,
  signal: AbortSignal,
): Promise<void> {
  const given = Object.entries(mirror).filter(([, value]) => value !== undefined);
  const Item = { caseNumber, sk: MIRROR, ...Object.fromEntries(given), expiresAt };
  await putItem(table, { Item }, signal);
}
