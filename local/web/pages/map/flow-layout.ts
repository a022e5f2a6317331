/** Where the steps of a flow are on its map: as in Connect's designer, with smaller blocks. */
import { placeSteps } from '../../../../engine/authoring/place-steps.ts';
import type { ShownBranch, ShownFlow } from '../../flow-shown.ts';

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
  /** It leads back, or to a step far away: hardly seen until somebody asks for it. */
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
const LABEL_CHARACTERS_MAX = 18;
/** Of the labels' type. */
const CHARACTER_WIDTH = 6.6;
const MARGIN = 24;
const ROW_HEIGHT = STEP_HEIGHT + 28;
/** Between two columns; labels may need more. */
const GAP = 64;
const LABEL_ROOM = 36;
/** A line turns into its direction within so many pixels of its ends. */
const TURN = 22;
/** How far a line that leads back goes below its steps, in pixels, and how much more when it is long. */
const BACK_BOW = 22;
const BACK_BOW_MAX = 60;
/** A line over more columns than this is aside. */
const COLUMNS_MAX = 3;

const layouts = new WeakMap<ShownFlow, FlowLayout>();

/** Steps from left to right in the order in which a caller meets them; computed once for each flow. */
export function layoutOf(flow: ShownFlow): FlowLayout {
  const known = layouts.get(flow);
  if (known !== undefined) return known;
  const made = lay(flow);
  layouts.set(flow, made);
  return made;
}

function lay(flow: ShownFlow): FlowLayout {
  const startedMs = performance.now();
  const known = new Set(flow.steps.map(({ id }) => id));
  const spots = placeSteps(
    flow.start,
    flow.steps.map(({ id, branches }) => ({
      id,
      rows: 1,
      ways: branches.map(({ to, kind }) => ({ to, isError: kind === 'error' })),
    })),
  );
  const columns = new Map(flow.steps.map(({ id }, place) => [id, spots[place]?.column ?? 0]));
  const columnOf = (id: string): number => columns.get(id) ?? 0;
  const lines = flow.steps.flatMap(({ id, branches }) => linesFrom(id, branches, known));
  const lefts = leftEdges(Math.max(0, ...columns.values()) + 1, lines, columnOf);
  const steps = flow.steps.map(({ id }, place): PlacedStep => {
    const { column, row } = spots[place] ?? { column: 0, row: 0 };
    return { id, x: lefts[column] ?? MARGIN, y: MARGIN + row * ROW_HEIGHT };
  });
  const places = new Map(steps.map((step) => [step.id, step]));
  return {
    width: Math.max(0, ...steps.map(({ x }) => x)) + STEP_WIDTH + MARGIN,
    height: Math.max(0, ...steps.map(({ y }) => y)) + STEP_HEIGHT + MARGIN,
    steps,
    lines: lines.map((line) => {
      const [from, to] = [places.get(line.from) ?? { x: 0, y: 0 }, places.get(line.to) ?? { x: 0, y: 0 }];
      const span = columnOf(line.to) - columnOf(line.from);
      const points = span > 0 ? onwards(from, to) : backwards(from, to);
      return {
        ...line,
        aside: span <= 0 || span > (line.quiet ? 1 : COLUMNS_MAX),
        points,
        labelAt: labelPlace(points, span, line.label),
      };
    }),
    tookMs: performance.now() - startedMs,
  };
}

/** Where each column begins: before it there is room for the labels of the lines that come in. */
function leftEdges(count: number, lines: readonly Line[], columnOf: (id: string) => number): number[] {
  const gaps = Array.from({ length: count }, () => GAP);
  for (const { from, to, label } of lines) {
    const column = columnOf(to);
    if (column === columnOf(from) + 1)
      gaps[column] = Math.max(gaps[column] ?? GAP, label.length * CHARACTER_WIDTH + LABEL_ROOM);
  }
  let left = MARGIN;
  return gaps.map((gap, column) => {
    if (column > 0) left += STEP_WIDTH + gap;
    return left;
  });
}

/** Out of the middle of the right side, into the middle of the left one. */
function onwards(from: Place, to: Place): Place[] {
  const [startY, endY] = [from.y + STEP_HEIGHT / 2, to.y + STEP_HEIGHT / 2];
  const startX = from.x + STEP_WIDTH;
  return [
    { x: startX, y: startY },
    { x: startX + TURN, y: startY },
    { x: to.x - TURN, y: endY },
    { x: to.x, y: endY },
  ];
}

/** Below both steps, from one lower side to the other. */
function backwards(from: Place, to: Place): Place[] {
  const bow = BACK_BOW + Math.min(BACK_BOW_MAX, Math.abs(to.x - from.x) / 24);
  const below = Math.max(from.y, to.y) + STEP_HEIGHT + bow;
  const [startX, endX] = [from.x + STEP_WIDTH / 2, to.x + STEP_WIDTH / 2];
  return [
    { x: startX, y: from.y + STEP_HEIGHT },
    { x: startX, y: below },
    { x: endX, y: below },
    { x: endX, y: to.y + STEP_HEIGHT },
  ];
}

/** Beside the step that the line leads to, where its choices are fanned out; of a long line not far from its beginning. */
function labelPlace(points: readonly Place[], span: number, label: string): Place {
  const [start, turn, back, end] = points;
  if (start === undefined || turn === undefined || back === undefined || end === undefined)
    return start ?? { x: 0, y: 0 };
  if (span === 1)
    return { x: end.x - LABEL_ROOM / 2 - (label.length * CHARACTER_WIDTH) / 2, y: (3 * end.y + back.y) / 4 };
  const part = span > 0 ? 1 / (span + 1) : 1 / 2;
  return { x: turn.x + (back.x - turn.x) * part, y: turn.y + (back.y - turn.y) * part };
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
