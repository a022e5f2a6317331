/** Where the steps of a flow are on its map. The same flow always has the same picture. */
import { Graph, layout } from '@dagrejs/dagre';
import type { ShownBranch, ShownFlow } from '../../flow-shown.ts';
import { structureOf } from './flow-structure.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PlacedStep extends Place {
  /** Identifier of the step; x and y are its top left corner. */
  readonly id: string;
}

/** All branches from one step to another, as one line. */
export interface PlacedLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Only errors lead this way. */
  readonly quiet: boolean;
  readonly label: string;
  /** It bows around the steps, mostly to one far away: hardly seen until somebody asks for it. */
  readonly aside: boolean;
  readonly points: readonly Place[];
  readonly labelAt: Place;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly PlacedStep[];
  readonly lines: readonly PlacedLine[];
  readonly tookMs: number;
}

export const STEP_WIDTH = 216;
export const STEP_HEIGHT = 76;
const LABEL_CHARACTERS_MAX = 26;
/** Of the labels' type, with room around it. */
const CHARACTER_WIDTH = 7;
const LABEL_HEIGHT = 18;
/** The way that callers take when all goes well is drawn straight; errors bend. */
const MAIN_WEIGHT = 8;

/** How far a line that is not routed bows out, in pixels, and how much more when it is long. */
const FREE_BOW = 28;
const FREE_BOW_MAX = 90;

const layouts = new WeakMap<ShownFlow, FlowLayout>();

/** Steps below each other in the order in which a caller meets them; computed once for each flow. */
export function layoutOf(flow: ShownFlow): FlowLayout {
  const known = layouts.get(flow);
  if (known !== undefined) return known;
  const made = lay(flow);
  layouts.set(flow, made);
  return made;
}

function lay(flow: ShownFlow): FlowLayout {
  const startedMs = performance.now();
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'TB',
    ranker: 'tight-tree',
    nodesep: 36,
    ranksep: 34,
    edgesep: 14,
    marginx: 24,
    marginy: 24,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(flow.steps.map(({ id }) => id));
  // The first step is at the top, whatever its place in the document.
  const ordered = [...flow.steps].sort((a, b) => Number(b.id === flow.start) - Number(a.id === flow.start));
  for (const { id } of ordered) graph.setNode(id, { width: STEP_WIDTH, height: STEP_HEIGHT });
  const lines = ordered.flatMap(({ id, branches }) => linesFrom(id, branches, known));
  const structure = structureOf(flow.start, ordered, lines);
  for (const { from, to } of structure.threads) graph.setEdge(from, to, { weight: 1 });
  for (const { from, to, label, quiet } of structure.lines) {
    graph.setEdge(from, to, {
      weight: quiet ? 1 : MAIN_WEIGHT,
      width: label === '' ? 0 : label.length * CHARACTER_WIDTH,
      height: label === '' ? 0 : LABEL_HEIGHT,
      labelpos: 'c',
    });
  }
  const isRouted = new Set(structure.lines.map(({ id }) => id));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const corner = (id: string): Place => {
    const { x = 0, y = 0 } = graph.node(id);
    return { x: x - STEP_WIDTH / 2, y: y - STEP_HEIGHT / 2 };
  };
  return {
    width,
    height,
    steps: flow.steps.map(({ id }) => ({ id, ...corner(id) })),
    lines: lines.map((line) => {
      const routed = isRouted.has(line.id) ? graph.edge(line.from, line.to) : undefined;
      const [from, to] = [corner(line.from), corner(line.to)];
      const points = routed === undefined ? freePoints(from, to) : docked(routed.points ?? [], from, to);
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      return {
        ...line,
        aside: routed === undefined,
        points,
        labelAt: { x: routed?.x ?? middle.x, y: routed?.y ?? middle.y },
      };
    }),
    tookMs: performance.now() - startedMs,
  };
}

/** Leaves a step in the middle of its lower edge and comes in at the middle of the upper one. */
const docked = (points: readonly Place[], from: Place, to: Place): Place[] => [
  { x: from.x + STEP_WIDTH / 2, y: from.y + STEP_HEIGHT },
  ...points.slice(1, -1),
  { x: to.x + STEP_WIDTH / 2, y: to.y },
];

/** A line beside the routed ones: out of the right side of one step and into that of the other. */
function freePoints(from: Place, to: Place): Place[] {
  const bow = FREE_BOW + Math.min(FREE_BOW_MAX, Math.abs(to.y - from.y) / 12);
  const right = Math.max(from.x, to.x) + STEP_WIDTH + bow;
  const [startY, endY] = [from.y + STEP_HEIGHT / 2, to.y + STEP_HEIGHT / 2];
  return [
    { x: from.x + STEP_WIDTH, y: startY },
    { x: right, y: startY },
    { x: right, y: endY },
    { x: to.x + STEP_WIDTH, y: endY },
  ];
}

type Line = Omit<PlacedLine, 'points' | 'labelAt' | 'aside'>;

function linesFrom(from: string, branches: readonly ShownBranch[], known: ReadonlySet<string>): Line[] {
  const targets = [...new Set(branches.map(({ to }) => to))].filter((to) => known.has(to));
  return targets.map((to) => {
    const there = branches.filter((branch) => branch.to === to);
    const main = there.filter(({ kind }) => kind !== 'error');
    const quiet = main.length === 0;
    // A step with one way on needs no words for it.
    const label = quiet
      ? ''
      : main
          .map((branch) => branch.label)
          .filter((text) => text !== '')
          .join(', ');
    return { id: lineId(from, to), from, to, quiet, label: shortened(label) };
  });
}

export const lineId = (from: string, to: string): string => JSON.stringify([from, to]);

const shortened = (label: string): string =>
  label.length > LABEL_CHARACTERS_MAX ? `${label.slice(0, LABEL_CHARACTERS_MAX - 1)}…` : label;

/** The path of a line for SVG, with round corners at its points. */
export function pathThrough(points: readonly Place[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  let path = `M${at(first)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (next !== undefined) {
      const middle = next === last ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
      path += `Q${at(point)} ${at(middle)}`;
    } else if (rest.length === 1) path += `L${at(last)}`;
  }
  return path;
}

const at = ({ x, y }: Place): string => `${Math.round(x)},${Math.round(y)}`;
