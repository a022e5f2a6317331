/** One line on the map: quiet where only errors lead, bright with its order where the call went. */
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo, type ReactNode, useContext } from 'react';
import { type PlacedLine, pathThrough } from './flow-layout.ts';
import { MapContext } from './map-state.ts';

export type BranchLineType = Edge<{ readonly line: PlacedLine }, 'branch'>;

/** More would be a smear; the list of steps has them all. */
const ORDERS_MAX = 3;

export const BranchLine = memo(function BranchLine({ id, data }: EdgeProps<BranchLineType>): ReactNode {
  const { walked, taken, selected } = useContext(MapContext);
  if (data === undefined) return null;
  const { line } = data;
  const orders = walked.get(id);
  const classes = [
    'line',
    line.quiet && 'line-quiet',
    line.aside && 'line-aside',
    orders !== undefined && 'line-walked',
  ];
  if (taken !== undefined) classes.push((taken.get(id) ?? 0) > 0 ? 'line-taken' : 'line-untaken');
  if (selected === line.from || selected === line.to) classes.push('line-selected');
  return (
    <g className={classes.filter((name) => name !== false).join(' ')}>
      <BaseEdge
        path={pathThrough(line.points)}
        interactionWidth={0}
        markerEnd={orders === undefined ? 'url(#tip)' : 'url(#tip-walked)'}
      />
      {line.label !== '' && (
        <text className="line-label" x={line.labelAt.x} y={line.labelAt.y + 4} textAnchor="middle">
          {line.label}
        </text>
      )}
      {orders !== undefined && <Orders orders={orders} line={line} />}
    </g>
  );
});

function Orders({
  orders,
  line,
}: {
  readonly orders: readonly number[];
  readonly line: PlacedLine;
}): ReactNode {
  const shown = orders.slice(-ORDERS_MAX).join(' · ');
  const text = orders.length > ORDERS_MAX ? `… ${shown}` : shown;
  const width = text.length * 6.6 + 12;
  // Beside the words of the line, near its end.
  const end = line.points.at(-1) ?? line.labelAt;
  const before = line.points.at(-2) ?? line.labelAt;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const back = Math.min(24, length / 2) / length;
  const x = end.x + (before.x - end.x) * back;
  const y = end.y + (before.y - end.y) * back;
  return (
    <g className="line-order">
      <rect x={x - width / 2} y={y - 9} width={width} height={18} rx={9} />
      <text x={x} y={y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
