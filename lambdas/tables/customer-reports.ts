/** Reports over all customers, from the shelves on which each stands: page by page, by key. */

import * as z from 'zod/mini';
import { LIKENESSES, type Likeness } from '../domain/likeness.ts';
import {
  ALIKE_SHELVES,
  alikeShelf,
  CONFIRMED_SHELVES,
  confirmedDay,
  confirmedShelf,
} from './customer-shelves.ts';
import { queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

const shelved = z.object({ sk: z.string(), customerId: z.string() });

export interface Unconfirmed {
  readonly customerId: string;
  /** When they last confirmed what they confirmed least lately; absent where never. */
  readonly confirmedOn?: string;
}

/** Customers who have confirmed something not since a day (YYYY-MM-DD), the longest ago first; at most `limit`. */
export async function unconfirmedSince(
  table: Table,
  day: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly Unconfirmed[]> {
  const pages = await Promise.all(
    Array.from({ length: CONFIRMED_SHELVES }, (_none, shelf) =>
      queryItems(
        table,
        {
          KeyConditionExpression: 'pk = :pk AND sk < :day',
          ExpressionAttributeValues: { ':pk': confirmedShelf(shelf), ':day': day },
          Limit: limit,
        },
        signal,
      ),
    ),
  );
  const found = pages.flatMap(({ items }) => items.map((item) => readItem(shelved, item, table)));
  return found
    .toSorted((one, other) => (one.sk < other.sk ? -1 : 1))
    .slice(0, limit)
    .map(({ sk, customerId }) => {
      const confirmedOn = confirmedDay(sk);
      return { customerId, ...(confirmedOn === undefined ? {} : { confirmedOn }) };
    });
}

export interface Alike {
  readonly because: Likeness;
  readonly customerIds: readonly string[];
}

/** Shelves that are read at once. */
const SHELVES_AT_ONCE = 16;

/**
 * Groups of customers who may be one person, shelf by shelf, until there are `enough` or no time is left.
 * @param from the shelf to begin with
 * @returns the groups, and the shelf to go on with, if any
 */
export async function alikeCustomers(
  table: Table,
  { from, enough }: { readonly from: number; readonly enough: number },
  hasTime: () => boolean,
  signal: AbortSignal,
): Promise<{ readonly groups: readonly Alike[]; readonly next: number | undefined }> {
  const groups: Alike[] = [];
  let shelf = from;
  while (shelf < ALIKE_SHELVES && groups.length < enough && (shelf === from || hasTime())) {
    const until = Math.min(shelf + SHELVES_AT_ONCE, ALIKE_SHELVES);
    const shelves = Array.from({ length: until - shelf }, (_none, index) => shelf + index);
    const found = await Promise.all(shelves.map((one) => groupsOn(table, alikeShelf(one), signal)));
    groups.push(...found.flat());
    shelf = until;
  }
  return { groups, next: shelf < ALIKE_SHELVES ? shelf : undefined };
}

async function groupsOn(table: Table, pk: string, signal: AbortSignal): Promise<readonly Alike[]> {
  const byMark = new Map<string, string[]>();
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    for (const item of items) {
      const { sk, customerId } = readItem(shelved, item, table);
      const mark = sk.slice(0, sk.lastIndexOf('#'));
      byMark.set(mark, [...(byMark.get(mark) ?? []), customerId]);
    }
    from = next;
  } while (from !== undefined);
  return [...byMark].flatMap(([mark, customerIds]) => {
    const because = LIKENESSES.find((one) => mark.startsWith(`${one}#`));
    return because === undefined || customerIds.length < 2 ? [] : [{ because, customerIds }];
  });
}
