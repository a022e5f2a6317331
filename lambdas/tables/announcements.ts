/** Announcements in the customers table: one item with all of them, which the look-up of a caller reads along. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import {
  ANNOUNCEMENTS_MAX,
  type Announcement,
  announcement,
  inTheWayOf,
  spokenNow,
  switchedOn,
} from '../domain/announcement.ts';
import { getItem, putItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

export { type Announcement, announcementId, announcementTerms, objectionTo } from '../domain/announcement.ts';

export const ANNOUNCEMENTS_KEY = { pk: 'ANNOUNCEMENTS', sk: 'CURRENT' } as const;

const currentItem = z.object({ version: z.int(), announcements: z.array(announcement) });

interface Current {
  readonly version: number;
  readonly announcements: readonly Announcement[];
}

/** All that are kept: what is said now, what comes, and what is over since the last change. */
export async function readAnnouncements(table: Table, signal?: AbortSignal): Promise<Current> {
  const item = await getItem(table, { Key: ANNOUNCEMENTS_KEY, ConsistentRead: true }, signal);
  return item === undefined ? { version: 0, announcements: [] } : readItem(currentItem, item, table);
}

/**
 * Announcements of an item that was read along. One that somebody has edited by hand into something else is left out:
 * callers are worth more than what they would have been told.
 */
export function announcementsOf(item: Plain | undefined): readonly Announcement[] {
  const list: unknown = item?.['announcements'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((each) => {
    const { success, data } = z.safeParse(announcement, each);
    return success ? [data] : [];
  });
}

/** Until when (ms) a supervisor has closed the centre, for what is promised by nobody's call. */
export async function readClosedUntil(
  table: Table,
  nowMs: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const item = await getItem(table, { Key: ANNOUNCEMENTS_KEY }, signal);
  const { closed } = spokenNow(announcementsOf(item), nowMs);
  return closed === undefined ? undefined : Date.parse(closed.until);
}

export type Switched =
  | { readonly kind: 'switched' }
  /** One of the same kind would be said at the same time. */
  | { readonly kind: 'in-the-way'; readonly other: Announcement }
  | { readonly kind: 'too-many' }
  /** Somebody else has changed them at the same moment. */
  | { readonly kind: 'changed-meanwhile' };

/** Switches one on, or changes the one with its id. Given again it is the same. */
export async function switchOn(
  table: Table,
  wanted: Announcement,
  nowMs: number,
  signal?: AbortSignal,
): Promise<Switched> {
  const seen = await readAnnouncements(table, signal);
  const after = switchedOn(seen.announcements, wanted, nowMs);
  const other = inTheWayOf(after, wanted);
  if (other !== undefined) return { kind: 'in-the-way', other };
  if (after.length > ANNOUNCEMENTS_MAX) return { kind: 'too-many' };
  return await write(table, seen.version, after, signal);
}

/** Switches one off. `unknown` where there is none of the id, as after it was switched off before. */
export async function switchOff(
  table: Table,
  id: string,
  signal?: AbortSignal,
): Promise<Switched | { readonly kind: 'unknown' }> {
  const seen = await readAnnouncements(table, signal);
  const after = seen.announcements.filter(({ announcementId }) => announcementId !== id);
  if (after.length === seen.announcements.length) return { kind: 'unknown' };
  return await write(table, seen.version, after, signal);
}

async function write(
  table: Table,
  seenVersion: number,
  announcements: readonly Announcement[],
  signal?: AbortSignal,
): Promise<Switched> {
  const item = z.parse(currentItem, { version: seenVersion + 1, announcements });
  try {
    await putItem(
      table,
      {
        Item: { ...ANNOUNCEMENTS_KEY, ...withoutUndefined(item) },
        ConditionExpression: 'attribute_not_exists(pk) OR version = :seen',
        ExpressionAttributeValues: { ':seen': seenVersion },
      },
      signal,
    );
    return { kind: 'switched' };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { kind: 'changed-meanwhile' };
    throw error;
  }
}

/** Left out is left out, all the way down. */
const withoutUndefined = (value: object): Plain => JSON.parse(JSON.stringify(value));
