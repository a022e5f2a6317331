/** Which items of a list are the old ones and which are new, after somebody changed the list. */
import type { Json } from './flow.ts';
import { isObject } from './json.ts';

export interface Paired {
  readonly item: Json;
  /** Its place in the old list; absent for an item that is new. */
  readonly old?: number;
}

/** Comparing every old item with every new one is for lists of a size that people write. */
const COMPARED_MAX = 1_000_000;

/**
 * The new list, each item with the old one that it comes from. Items that name themselves (`Identifier`) are known by
 * their name, others by what they say; what lies between two known ones is paired in its order.
 */
export function pairItems(before: readonly Json[], after: readonly Json[]): readonly Paired[] {
  const one = before.map(nameOf);
  const other = after.map(nameOf);
  const anchors = commonItems(one, other);
  const paired: Paired[] = [];
  let old = 0;
  let fresh = 0;
  for (const [oldAnchor, freshAnchor] of [...anchors, [before.length, after.length] as const]) {
    for (; fresh < freshAnchor; fresh += 1, old += 1) {
      const item = after[fresh] ?? null;
      paired.push(old < oldAnchor ? { item, old } : { item });
    }
    const item = after[freshAnchor];
    if (item !== undefined) paired.push({ item, old: oldAnchor });
    old = oldAnchor + 1;
    fresh = freshAnchor + 1;
  }
  return paired;
}

function nameOf(item: Json): string {
  const name = isObject(item) ? item['Identifier'] : undefined;
  return typeof name === 'string' ? `=${name}` : JSON.stringify(item);
}

/** The longest run of names that both lists hold in the same order, as pairs of places. */
function commonItems(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const head = Array.from({ length: start }, (_, at) => [at, at] as const);
  const tail = Array.from(
    { length: end },
    (_, at) => [one.length - end + at, other.length - end + at] as const,
  );
  return [...head, ...middle(one, other, start, end), ...tail];
}

function middle(
  one: readonly string[],
  other: readonly string[],
  start: number,
  end: number,
): (readonly [number, number])[] {
  const rows = one.length - end - start;
  const columns = other.length - end - start;
  if (rows * columns === 0 || rows * columns > COMPARED_MAX) return [];
  // lengths[row][column]: the longest run in what comes after.
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = one[start + row] === other[start + column];
      const line = lengths[row];
      if (line === undefined) continue;
      line[column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (one[start + row] === other[start + column]) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
