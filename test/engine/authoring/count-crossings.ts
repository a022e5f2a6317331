/** How readable a picture of a flow is: how many of its lines cross. */
import { cross } from '../../../engine/authoring/crossings.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * How many pairs of straight lines between the centres of blocks cross. Lines that begin or end at one block do not
 * cross there; several between two blocks are one.
 * @param ways pairs of names; one without a centre is no line
 */
export function countCrossings(
  centres: ReadonlyMap<string, Point>,
  ways: readonly (readonly [from: string, to: string])[],
): number {
  const lines = new Map<string, { from: string; to: string; a: Point; b: Point }>();
  for (const [from, to] of ways) {
    const [a, b] = [centres.get(from), centres.get(to)];
    if (a !== undefined && b !== undefined && from !== to)
      lines.set(JSON.stringify(from < to ? [from, to] : [to, from]), { from, to, a, b });
  }
  const all = [...lines.values()];
  let count = 0;
  for (const [index, one] of all.entries())
    for (let other = index + 1; other < all.length; other += 1) {
      const two = all[other];
      if (two === undefined || [two.from, two.to].some((end) => end === one.from || end === one.to)) continue;
      if (cross(one.a.x, one.a.y, one.b.x, one.b.y, two.a.x, two.a.y, two.b.x, two.b.y)) count += 1;
    }
  return count;
}
