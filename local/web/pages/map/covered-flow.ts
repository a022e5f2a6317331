/** What calls have taken of one flow, as the map paints it. */
import type { ShownCoverage } from '../../coverage-shown.ts';
import { lineId } from './flow-layout.ts';

export type CoveredFlow = ShownCoverage['flows'][number];

/** How often each line was taken; all branches from one step to another are one line. */
export function takenLines({ transitions }: CoveredFlow): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { step, to, taken } of transitions) {
    if (to === undefined) continue;
    const id = lineId(step, to);
    lines.set(id, (lines.get(id) ?? 0) + taken);
  }
  return lines;
}

/** `12 of 40 ways taken` */
export function waysTaken({ transitions }: CoveredFlow): string {
  return `${transitions.filter(({ taken }) => taken > 0).length} of ${transitions.length} ways taken`;
}
