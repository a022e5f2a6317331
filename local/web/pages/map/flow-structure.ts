/** Which lines of a flow give its map its shape: a tree of the steps, narrow enough to be read. */

interface Line {
  readonly from: string;
  readonly to: string;
  /** Only errors lead this way. */
  readonly quiet: boolean;
}

export interface Structure<L extends Line> {
  /** Lines that get a lane of their own; the others bow around the steps. */
  readonly lines: readonly L[];
  /** Only keep one step below another. */
  readonly threads: readonly { readonly from: string; readonly to: string }[];
}

/** A line that skips more rows than this gets no lane: lanes are what makes a picture wide. */
const ROWS_SKIPPED_MAX = 1;
/** So many steps at most hang in a column with others; more of them have a place of their own. */
const COLUMN_STEPS_MAX = 8;

interface Branch<L> {
  readonly id: string;
  readonly line: L | undefined;
  readonly children: Branch<L>[];
  size: number;
}

/**
 * Each step hangs below the first that leads to it; the longest way goes straight down. What is short, or only reached
 * by an error, hangs in one column beside it. Ways back, and the many that lead to one step far below, would pull the
 * picture apart and take seconds to route.
 */
export function structureOf<L extends Line>(
  start: string,
  steps: readonly { readonly id: string }[],
  lines: readonly L[],
): Structure<L> {
  const from = Map.groupBy(lines, (line) => line.from);
  const row = new Map<string, number>();
  const shape = new Set<L>();
  const threads: { from: string; to: string }[] = [];

  /** Hangs a branch from a row on. @returns its lowest step */
  const hang = ({ id, children }: Branch<L>, at: number): string => {
    row.set(id, at);
    const [straight] = children
      .filter(({ line }) => line?.quiet !== true)
      .toSorted((a, b) => b.size - a.size);
    let lowest = id;
    let above = id;
    for (const child of children) {
      const isBeside = child !== straight && (child.line?.quiet === true || child.size <= COLUMN_STEPS_MAX);
      if (!isBeside || above === id) {
        if (child.line !== undefined) shape.add(child.line);
      } else threads.push({ from: above, to: child.id });
      const end = hang(child, 1 + (row.get(isBeside ? above : id) ?? at));
      if (isBeside) above = end;
      if ((row.get(end) ?? 0) > (row.get(lowest) ?? 0)) lowest = end;
    }
    return lowest;
  };

  for (const tree of treesOf(start, steps, from)) hang(tree, 0);
  const isNear = (line: L): boolean => {
    const rows = (row.get(line.to) ?? 0) - (row.get(line.from) ?? 0);
    return !line.quiet && rows > 0 && rows <= ROWS_SKIPPED_MAX + 1;
  };
  return { lines: lines.filter((line) => shape.has(line) || isNear(line)), threads };
}

/** The tree of what the first step leads to, and of whatever nothing leads to. */
function treesOf<L extends Line>(
  start: string,
  steps: readonly { readonly id: string }[],
  from: ReadonlyMap<string, readonly L[]>,
): Branch<L>[] {
  const known = new Map<string, Branch<L>>();
  const reached: Branch<L>[] = [];

  /** Everything on the way of no error, the first branch first, before any error is looked at. */
  const spread = (id: string, line: L | undefined): Branch<L> => {
    const branch: Branch<L> = { id, line, children: [], size: 1 };
    known.set(id, branch);
    reached.push(branch);
    for (const next of from.get(id) ?? [])
      if (!next.quiet && !known.has(next.to)) branch.children.push(spread(next.to, next));
    return branch;
  };
  const errorsOf = (first: number): void => {
    for (let index = first; index < reached.length; index += 1) {
      const branch = reached[index];
      for (const line of from.get(branch?.id ?? '') ?? [])
        if (line.quiet && !known.has(line.to)) branch?.children.push(spread(line.to, line));
    }
  };

  const trees = [start, ...steps.map(({ id }) => id)].flatMap((id) => {
    if (known.has(id) || !steps.some((step) => step.id === id)) return [];
    const first = reached.length;
    const tree = spread(id, undefined);
    errorsOf(first);
    return [tree];
  });
  // Whoever was reached later is further from the root, so sizes add up backwards.
  for (const branch of reached.toReversed())
    branch.size = branch.children.reduce((sum, child) => sum + child.size, 1);
  return trees;
}
