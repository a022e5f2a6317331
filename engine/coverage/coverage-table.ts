/** Coverage as a table for people: for each flow, for each block, and what nobody has taken. */
import type { CountedTransition, CoverageRecord } from './flow-coverage.ts';

export interface Share {
  readonly taken: number;
  readonly all: number;
}

export const shareOf = (transitions: readonly CountedTransition[]): Share => ({
  taken: transitions.filter(({ taken }) => taken > 0).length,
  all: transitions.length,
});

/** Taken of all, in percent; nothing to take is everything taken. */
export const percentOf = ({ taken, all }: Share): number => (all === 0 ? 100 : (100 * taken) / all);

/** `main-menu / choose: Equals 1 → order-status` */
export const named = (flow: string, { step, branch, to }: CountedTransition): string =>
  `${flow} / ${step}: ${branch}${to === undefined ? '' : ` → ${to}`}`;

/** The transitions that nobody has taken, as `named` names them. */
export const untaken = ({ flows }: CoverageRecord): readonly string[] =>
  flows.flatMap(({ flow, transitions }) =>
    transitions.filter(({ taken }) => taken === 0).map((each) => named(flow, each)),
  );

/** Lines of text: flows, then blocks, then the sum. */
export function coverageTable({ flows }: CoverageRecord): readonly string[] {
  const everything = flows.flatMap(({ transitions }) => transitions);
  const byType = [...Map.groupBy(everything, ({ type }) => type)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const rows: readonly (readonly [string, Share])[] = [
    ...flows.map(({ flow, transitions }) => [flow, shareOf(transitions)] as const),
    ...byType.map(([type, transitions]) => [`  ${type}`, shareOf(transitions)] as const),
    ['all', shareOf(everything)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, share]) => {
    const counts = `${share.taken}/${share.all}`;
    return `${name.padEnd(width)} ${counts.padStart(9)} ${percentOf(share).toFixed(1).padStart(6)} %`;
  });
}
