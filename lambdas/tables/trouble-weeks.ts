/** What customers struggled with in a week, beside the weeks before. */

import { type Pair, type PairCount, type Trend, weeksBefore } from '../domain/trouble.ts';
import { queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { pairItem, weekKey } from './troubles.ts';

type Counts = ReadonlyMap<string, PairCount>;

/**
 * All pairs of a week that have cases, the most frequent first: one query for it and each of the weeks in which a pair
 * would not be new, all at once. A query holds some thousands of pairs; of a week with more the rest follows.
 */
export async function troublesOf(table: Table, week: string, signal: AbortSignal): Promise<readonly Trend[]> {
  const [now, ...earlier] = await Promise.all(
    [week, ...weeksBefore(week)].map((one) => countsOf(table, one, signal)),
  );
  const trends = [...(now ?? [])].map(([pair, found]) => ({
    ...found,
    week,
    weekBefore: earlier[0]?.get(pair)?.count ?? 0,
    isNew: !earlier.some((counts) => counts.has(pair)),
  }));
  return trends.toSorted((one, other) => other.count - one.count || (nameOf(one) < nameOf(other) ? -1 : 1));
}

const nameOf = ({ product = '', code }: Pair): string => `${product} ${code}`;

async function countsOf(table: Table, week: string, signal: AbortSignal): Promise<Counts> {
  const counts = new Map<string, PairCount>();
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :week',
        ExpressionAttributeValues: { ':week': weekKey(week) },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    for (const item of items) {
      const { product, code, count, examples } = readItem(pairItem, item, table);
      // What a correction has taken all cases from is as if it had never been there.
      if (count > 0)
        counts.set(nameOf({ product, code }), {
          ...(product === undefined ? {} : { product }),
          code,
          count,
          examples,
        });
    }
    from = next;
  } while (from !== undefined);
  return counts;
}
