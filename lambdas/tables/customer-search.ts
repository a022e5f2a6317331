/** Finds customers by mailbox and by name, each by a key: no table is ever searched through. */

import * as z from 'zod/mini';
import { isNamedSo, nameShelf, nameWords } from '../domain/name-words.ts';
import { emailKey } from './customer-keys.ts';
import { queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/** More are not shown: whoever gets so many asks for another word. */
export const FOUND_MAX = 10;

/** So many names with one beginning are looked at for a second word. */
const NAMES_READ_MAX = 500;

const found = z.object({ customerId: z.string() });
const named = z.object({ customerId: z.string(), words: z.array(z.string()) });

/** Who has a mailbox, at most {@link FOUND_MAX}. */
export async function findCustomerIdsByEmail(
  table: Table,
  email: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { items } = await queryItems(
    table,
    {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': emailKey(email, '').pk },
      Limit: FOUND_MAX,
    },
    signal,
  );
  return items.map((item) => readItem(found, item, table).customerId);
}

/**
 * Who has, for every word, one in their name that begins so, at most {@link FOUND_MAX}, in the order of the longest
 * word. Words of one character find only names of which it is the whole word.
 */
export async function findCustomerIdsByName(
  table: Table,
  name: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const words = nameWords(name);
  const [longest] = words.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return [];
  const ids = new Set<string>();
  let from: Plain | undefined;
  let read = 0;
  do {
    const { items, next } = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
        ExpressionAttributeValues: { ':pk': `NAME#${nameShelf(longest)}`, ':begin': longest },
        Limit: 100,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    for (const item of items) {
      const { customerId, words: theirs } = readItem(named, item, table);
      if (isNamedSo(theirs, words)) ids.add(customerId);
    }
    read += items.length;
    from = next;
  } while (from !== undefined && ids.size < FOUND_MAX && read < NAMES_READ_MAX);
  return [...ids].slice(0, FOUND_MAX);
}
