/** Steps and their ways as numbers, in columns from left to right: what a layout is computed on. */

/** A step with what it leads to, in the order in which its author wrote the choices. */
export interface StepToPlace {
  readonly id: string;
  readonly ways: readonly { readonly to: string; readonly isError: boolean }[];
  /** How many rows its block is high. */
  readonly rows: number;
}

export interface LayoutGraph {
  /** How many rows each step is high; the start is step 0, the others follow as a caller meets them. */
  readonly heights: readonly number[];
  /** Place of each step in the list that was given. */
  readonly given: readonly number[];
  /** Every step is right of all that lead to it, unless that is a way back. */
  readonly columns: readonly number[];
  /** Each pair of steps that a branch joins, once. */
  readonly edges: readonly (readonly [from: number, to: number])[];
  /** For each step the steps that it leads to further right: choices in their order, then errors. */
  readonly fans: readonly (readonly number[])[];
}

/** A target that is not among the steps is no way. */
export function layoutGraph(start: string, steps: readonly StepToPlace[]): LayoutGraph {
  const places = new Map<string, number>();
  for (const [place, { id }] of steps.entries()) places.set(id, place);
  const targets = steps.map(({ ways }, place) => targetsOf(ways, place, places));
  const { order, backward } = visit(places.get(start), targets);
  const number = new Map<number, number>();
  for (const [index, { place }] of order.entries()) number.set(place, index);
  const fans: number[][] = [];
  const edges: (readonly [number, number])[] = [];
  const seen = new Set<number>();
  for (const [from, { place }] of order.entries()) {
    const fan: number[] = [];
    for (const target of targets[place] ?? []) {
      const to = number.get(target);
      if (to === undefined) continue;
      const pair = Math.min(from, to) * order.length + Math.max(from, to);
      if (!seen.has(pair)) edges.push([from, to]);
      seen.add(pair);
      if (!backward.has(place * steps.length + target)) fan.push(to);
    }
    fans.push(fan);
  }
  return {
    heights: order.map(({ place }) => steps[place]?.rows ?? 1),
    given: order.map(({ place }) => place),
    columns: columnsOf(order, fans, number),
    edges,
    fans,
  };
}

/** Each once, choices before errors; a step that leads to itself draws no line. */
function targetsOf(
  ways: StepToPlace['ways'],
  own: number,
  places: ReadonlyMap<string, number>,
): readonly number[] {
  const targets: number[] = [];
  for (const errors of [false, true])
    for (const { to, isError } of ways) {
      const place = places.get(to);
      if (isError === errors && place !== undefined && place !== own && !targets.includes(place))
        targets.push(place);
    }
  return targets;
}

interface Visited {
  readonly place: number;
  /** How many steps were left for good before this one was: who leads on is left after what it leads to. */
  left: number;
}

/** Depth first from the start, then from whatever nothing has led to. Without recursion: a flow can be one long chain. */
function visit(start: number | undefined, targets: readonly (readonly number[])[]) {
  const order: Visited[] = [];
  const known = new Map<number, Visited>();
  /** Pairs that lead back to a step that is still being followed. */
  const backward = new Set<number>();
  let left = 0;
  const open = (place: number): { visited: Visited; next: number } => {
    const visited = { place, left: -1 };
    known.set(place, visited);
    order.push(visited);
    return { visited, next: 0 };
  };
  for (const root of [...(start === undefined ? [] : [start]), ...targets.keys()]) {
    if (known.has(root)) continue;
    const trail = [open(root)];
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const { visited } = top;
      const target = targets[visited.place]?.[top.next];
      top.next += 1;
      if (target === undefined) {
        visited.left = left;
        left += 1;
        trail.pop();
        continue;
      }
      const met = known.get(target);
      if (met === undefined) trail.push(open(target));
      else if (met.left === -1) backward.add(visited.place * targets.length + target);
    }
  }
  return { order, backward };
}

/** The longest way to a step decides its column. */
function columnsOf(
  order: readonly Visited[],
  fans: readonly (readonly number[])[],
  number: ReadonlyMap<number, number>,
): readonly number[] {
  const columns = order.map(() => 0);
  for (const { place } of order.toSorted((a, b) => b.left - a.left)) {
    const from = number.get(place) ?? 0;
    const next = (columns[from] ?? 0) + 1;
    for (const to of fans[from] ?? []) columns[to] = Math.max(columns[to] ?? 0, next);
  }
  return columns;
}
