/** Ways to stand otherwise: one step in its column, or one together with all that only it leads to. */
import type { LayoutGraph } from './layout-graph.ts';
import type { LayoutPicture, Move } from './layout-picture.ts';

/** How far from where it stands, and from the middle of what it is joined to, a step is tried. */
const REACH = 8;
const TAIL_REACH = 4;
const TAIL_STEPS_MAX = 12;

export function* movesOf(picture: LayoutPicture, step: number): Generator<Move> {
  const tried = new Set([picture.row(step)]);
  for (const centre of [picture.row(step), picture.middleRow(step)])
    for (let row = centre - REACH; row <= centre + REACH; row += 1) {
      if (tried.has(row)) continue;
      tried.add(row);
      yield* movesTo(picture, step, row);
    }
}

/** The row is free, or two steps change places, or others make room below or above. */
function* movesTo(picture: LayoutPicture, step: number, row: number): Generator<Move> {
  const end = row + picture.height(step);
  const others = picture.beside(step).filter((other) => other !== step);
  const inTheWay = others.filter(
    (other) => picture.row(other) < end && picture.row(other) + picture.height(other) > row,
  );
  const [other] = inTheWay;
  if (other === undefined) {
    yield new Map([[step, row]]);
    return;
  }
  if (inTheWay.length === 1 && picture.height(other) === picture.height(step) && picture.row(other) === row)
    yield new Map([
      [step, row],
      [other, picture.row(step)],
    ]);
  const downwards = others.sort((a, b) => picture.row(a) - picture.row(b));
  const below = new Map([[step, row]]);
  let free = end;
  for (const each of downwards) {
    if (picture.row(each) + picture.height(each) <= row) continue;
    if (picture.row(each) >= free) break;
    below.set(each, free);
    free += picture.height(each);
  }
  yield below;
  const above = new Map([[step, row]]);
  free = row;
  for (const each of downwards.toReversed()) {
    if (picture.row(each) >= end) continue;
    if (picture.row(each) + picture.height(each) <= free) break;
    free -= picture.height(each);
    above.set(each, free);
  }
  yield above;
}

/** All of a tail up or down, where the rows are free. */
export function* tailMoves(picture: LayoutPicture, tail: readonly number[]): Generator<Move> {
  if (tail.length < 2) return;
  const isInTail = new Set(tail);
  const isFree = (step: number, row: number): boolean =>
    picture
      .beside(step)
      .every(
        (other) =>
          isInTail.has(other) ||
          picture.row(other) >= row + picture.height(step) ||
          picture.row(other) + picture.height(other) <= row,
      );
  for (let by = -TAIL_REACH; by <= TAIL_REACH; by += 1)
    if (by !== 0 && tail.every((step) => isFree(step, picture.row(step) + by)))
      yield new Map(tail.map((step) => [step, picture.row(step) + by]));
}

/** For each step itself and what nothing else leads to. */
export function tailsOf({ fans }: LayoutGraph): readonly (readonly number[])[] {
  const sources: number[][] = fans.map(() => []);
  for (const [from, fan] of fans.entries()) for (const to of fan) sources[to]?.push(from);
  return fans.map((_, step) => {
    const tail = new Set([step]);
    for (const each of tail)
      for (const to of fans[each] ?? [])
        if (tail.size < TAIL_STEPS_MAX && sources[to]?.every((from) => tail.has(from)) === true) tail.add(to);
    return [...tail];
  });
}
