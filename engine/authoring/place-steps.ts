/**
 * Where each step of a flow stands in a picture of it: columns from left to right, rows from top to bottom. Connect's
 * designer and the map of a call are drawn from it, each with sizes of its own.
 *
 * Columns follow the longest way from the start. Rows begin with the tree of first ways, in which choices lie below
 * each other in their order; then steps move as long as that takes away crossings of straight lines between
 * blocks, lines behind blocks, and slopes. Nothing in it is by chance, and a step only moves for a gain, so
 * that a flow with one step more looks as before.
 */
import { layoutGraph, type StepToPlace } from './layout-graph.ts';
import { movesOf, tailMoves, tailsOf } from './layout-moves.ts';
import { LayoutPicture, type Move } from './layout-picture.ts';
import { firstRows } from './layout-rows.ts';

export interface Spot {
  readonly column: number;
  /** The upper row; a high block takes more than one. */
  readonly row: number;
}

/** Rarely is anything better after them. */
const PASSES_MAX = 12;
/** Pairs of lines that are looked at: some tenths of a second. Only a flow of about a hundred steps comes near it. */
const LOOKS_MAX = 8_000_000;

/** Flows are built over and over with other words in them: what they look like is found once. The oldest goes first. */
const found = new Map<string, readonly Spot[]>();
const FOUND_MAX = 100;

/** @returns a spot for every step, in their order; no two overlap */
export function placeSteps(start: string, steps: readonly StepToPlace[]): readonly Spot[] {
  const shape = shapeOf(start, steps);
  let spots = found.get(shape);
  if (spots === undefined) {
    spots = searchSpots(start, steps);
    for (const oldest of found.keys()) if (found.size >= FOUND_MAX) found.delete(oldest);
    found.set(shape, spots);
  }
  return spots;
}

/** Everything that decides the spots: names do not. */
function shapeOf(start: string, steps: readonly StepToPlace[]): string {
  const places = new Map<string, number>();
  for (const [place, { id }] of steps.entries()) places.set(id, place);
  let shape = `${places.get(start)}`;
  for (const { rows, ways } of steps) {
    shape += `;${rows}`;
    for (const { to, isError } of ways) shape += `${isError ? '!' : ','}${places.get(to)}`;
  }
  return shape;
}

function searchSpots(start: string, steps: readonly StepToPlace[]): readonly Spot[] {
  const graph = layoutGraph(start, steps);
  const picture = new LayoutPicture(graph, firstRows(graph));
  improve(picture, (step) => movesOf(picture, step));
  if (picture.hasCrossing()) {
    const tails = tailsOf(graph);
    improve(picture, function* (step) {
      yield* movesOf(picture, step);
      yield* tailMoves(picture, tails[step] ?? []);
    });
  }
  const top = picture.rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const spots: Spot[] = steps.map(() => ({ column: 0, row: 0 }));
  for (const [step, place] of graph.given.entries())
    spots[place] = { column: graph.columns[step] ?? 0, row: picture.row(step) - top };
  return spots;
}

/** Each step takes its best move in turn, until none has any. */
function improve(picture: LayoutPicture, movesOfStep: (step: number) => Iterable<Move>): void {
  for (let pass = 0, better = true; pass < PASSES_MAX && better; pass += 1) {
    better = false;
    for (const step of picture.rows.keys()) {
      let best: Move | undefined;
      let most = 0;
      for (const move of movesOfStep(step)) {
        const gain = picture.gain(move, most);
        if (gain > most) [best, most] = [move, gain];
        if (picture.looked > LOOKS_MAX) return;
      }
      if (best === undefined) continue;
      picture.make(best);
      better = true;
    }
  }
}
