/** The rows to begin with: the way of a caller goes straight to the right, and each further choice lies below. */
import type { LayoutGraph } from './layout-graph.ts';

/** The upper row of each step. Nothing overlaps, and no way of the tree of first ways crosses another. */
export function firstRows({ columns, fans, heights }: LayoutGraph): number[] {
  const parents = new Map<number, number>();
  for (const [from, fan] of fans.entries())
    for (const to of fan)
      if (!parents.has(to) && columns[to] === (columns[from] ?? 0) + 1) parents.set(to, from);
  const free: number[] = [];
  const rows = columns.map(() => 0);
  const roots = [...columns.keys()].filter((step) => !parents.has(step));
  for (const root of roots) {
    const trail = [{ step: root, row: 0 }];
    for (let next = trail.pop(); next !== undefined; next = trail.pop()) {
      const { step } = next;
      const column = columns[step] ?? 0;
      const row = Math.max(next.row, free[column] ?? 0);
      rows[step] = row;
      free[column] = row + (heights[step] ?? 1);
      for (const child of (fans[step] ?? []).toReversed())
        if (parents.get(child) === step) trail.push({ step: child, row });
    }
  }
  return rows;
}
