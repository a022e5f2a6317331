/** Whether lines between blocks cross, and how many do: how readable a picture of a flow is. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two straight lines that have a point in common, an end on the other line counted too. */
export function cross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  // Comparisons, no `Math`: this is asked some million times for one flow.
  if ((ax < cx && ax < dx && bx < cx && bx < dx) || (ax > cx && ax > dx && bx > cx && bx > dx)) return false;
  if ((ay < cy && ay < dy && by < cy && by < dy) || (ay > cy && ay > dy && by > cy && by > dy)) return false;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
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
