/** Where the steps of a flow stand, and what a reader minds about it. */
import { cross } from './crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';

/** New rows of some steps; the others stay where they are. */
export type Move = ReadonlyMap<number, number>;

/** What a reader minds, in no unit. */
const CROSSING = 60;
/** A line behind a block that it has nothing to do with. */
const BEHIND = 40;
/** Two choices of one step whose blocks stand in the other order. */
const OUT_OF_ORDER = 12;
/** Each row that a line goes up or down. */
const SLOPE = 8;
/** A line that comes no nearer to a block's middle than this part of its height passes it by. */
const BLOCK_HALF = 0.4;

/** Holds numbers in flat lists: a search looks at some million pairs of lines. */
export class LayoutPicture {
  readonly graph: LayoutGraph;
  /** The upper row of each step. */
  readonly rows: number[];
  readonly inColumn: readonly (readonly number[])[];
  /** How many lines have been looked at, so that a search can end at the same place on every machine. */
  looked = 0;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #x: Int32Array;
  /** Twice the middle of each step, so that it is a whole number. */
  readonly #y: Int32Array;
  readonly #edgesOf: readonly number[][];
  readonly #fansOf: readonly number[][];
  /** For each line the last question that it belonged to. */
  readonly #asked: Int32Array;
  #question = 0;
  /** The step of which is known what a reader minds about it where it stands, until anything moves. */
  #aloneStep = -1;
  #aloneCost = 0;

  constructor(graph: LayoutGraph, rows: readonly number[]) {
    const { columns, heights, edges, fans } = graph;
    this.graph = graph;
    this.rows = [...rows];
    this.#from = Int32Array.from(edges, ([from]) => from);
    this.#to = Int32Array.from(edges, ([, to]) => to);
    this.#x = Int32Array.from(columns);
    this.#y = Int32Array.from(rows, (row, step) => 2 * row + (heights[step] ?? 1));
    this.#edgesOf = columns.map(() => []);
    this.#fansOf = columns.map(() => []);
    this.#asked = new Int32Array(edges.length);
    const inColumn: number[][] = Array.from({ length: Math.max(0, ...columns) + 1 }, () => []);
    for (const [edge, ends] of edges.entries()) for (const end of ends) this.#edgesOf[end]?.push(edge);
    for (const [step, fan] of fans.entries())
      if (fan.length > 1) for (const to of fan) this.#fansOf[to]?.push(step);
    for (const [step, column] of columns.entries()) inColumn[column]?.push(step);
    this.inColumn = inColumn;
  }

  row = (step: number): number => this.rows[step] ?? 0;
  height = (step: number): number => this.graph.heights[step] ?? 1;
  /** All that stand in the column of a step, itself too. */
  beside = (step: number): readonly number[] => this.inColumn[this.#x[step] ?? 0] ?? [];

  /** The upper row at which a step would stand in the middle of those it is joined to. */
  middleRow(step: number): number {
    const joined = (this.#edgesOf[step] ?? []).map(
      (edge) => this.#y[(this.#from[edge] === step ? this.#to : this.#from)[edge] ?? 0] ?? 0,
    );
    const middle = joined.sort((a, b) => a - b)[joined.length >> 1];
    return middle === undefined ? this.row(step) : Math.floor((middle - this.height(step)) / 2);
  }

  make(move: Move): void {
    this.#put(move);
    this.#aloneStep = -1;
  }

  /** How much less a reader would mind after a move; nothing where that is not more than `beyond`. */
  gain(move: Move, beyond: number): number {
    const before = this.#costBefore(move);
    const back = new Map<number, number>();
    for (const step of move.keys()) back.set(step, this.row(step));
    this.#put(move);
    const after = this.#costAround(move, before - beyond);
    this.#put(back);
    return after < before - beyond ? before - after : 0;
  }

  #put(move: Move): void {
    for (const [step, row] of move) {
      this.rows[step] = row;
      this.#y[step] = 2 * row + this.height(step);
    }
  }

  /** Most moves are of one step alone, and begin where it stands. */
  #costBefore(move: Move): number {
    if (move.size > 1) return this.#costAround(move, Number.POSITIVE_INFINITY);
    for (const step of move.keys())
      if (step !== this.#aloneStep) {
        this.#aloneCost = this.#costAround(move, Number.POSITIVE_INFINITY);
        this.#aloneStep = step;
      }
    return this.#aloneCost;
  }

  hasCrossing(): boolean {
    this.#question += 1;
    for (let edge = 0; edge < this.#from.length; edge += 1) if (this.#crossings(edge) > 0) return true;
    return false;
  }

  /** What a reader minds about these steps, their lines, and the lines behind them; `enough` and more is not counted on. */
  #costAround(steps: Move, enough: number): number {
    this.#question += 1;
    const edges: number[] = [];
    const fans = new Set<number>();
    let cost = 0;
    for (const step of steps.keys()) {
      for (const edge of this.#edgesOf[step] ?? []) {
        if (this.#asked[edge] !== this.#question) {
          edges.push(edge);
          cost += SLOPE * this.#slope(edge);
        }
        this.#asked[edge] = this.#question;
      }
      for (const fan of this.#fansOf[step] ?? []) fans.add(fan);
    }
    for (const fan of fans) cost += OUT_OF_ORDER * this.#outOfOrder(this.graph.fans[fan] ?? []);
    for (const edge of edges) {
      if (cost >= enough) return cost;
      cost += BEHIND * this.#blocksOver(edge) + CROSSING * this.#crossings(edge);
    }
    for (const step of steps.keys()) {
      if (cost >= enough) return cost;
      for (let edge = 0; edge < this.#from.length; edge += 1)
        if (this.#asked[edge] !== this.#question && this.#isBehind(edge, step)) cost += BEHIND;
      this.looked += this.#from.length;
    }
    return cost;
  }

  #slope(edge: number): number {
    const ay = this.#y[this.#from[edge] ?? 0] ?? 0;
    return Math.abs(ay - (this.#y[this.#to[edge] ?? 0] ?? 0)) / 2;
  }

  #blocksOver(edge: number): number {
    const ax = this.#x[this.#from[edge] ?? 0] ?? 0;
    const bx = this.#x[this.#to[edge] ?? 0] ?? 0;
    let count = 0;
    for (let column = Math.min(ax, bx) + 1; column < Math.max(ax, bx); column += 1)
      for (const step of this.inColumn[column] ?? []) if (this.#isBehind(edge, step)) count += 1;
    return count;
  }

  /** Of two lines that are both asked about, only the first counts the crossing. */
  #crossings(edge: number): number {
    const [from, to, x, y] = [this.#from, this.#to, this.#x, this.#y];
    const a = from[edge] ?? 0;
    const b = to[edge] ?? 0;
    const ax = x[a] ?? 0;
    const ay = y[a] ?? 0;
    const bx = x[b] ?? 0;
    const by = y[b] ?? 0;
    let count = 0;
    this.looked += from.length;
    for (let other = 0; other < from.length; other += 1) {
      if (other <= edge && this.#asked[other] === this.#question) continue;
      const c = from[other] ?? 0;
      const d = to[other] ?? 0;
      if (c === a || c === b || d === a || d === b) continue;
      if (cross(ax, ay, bx, by, x[c] ?? 0, y[c] ?? 0, x[d] ?? 0, y[d] ?? 0)) count += 1;
    }
    return count;
  }

  #isBehind(edge: number, step: number): boolean {
    const a = this.#from[edge] ?? 0;
    const b = this.#to[edge] ?? 0;
    const column = this.#x[step] ?? 0;
    const ax = this.#x[a] ?? 0;
    const bx = this.#x[b] ?? 0;
    if (ax < bx ? column <= ax || column >= bx : column <= bx || column >= ax) return false;
    const ay = this.#y[a] ?? 0;
    const y = ay + (((this.#y[b] ?? 0) - ay) * (column - ax)) / (bx - ax);
    const away = y - (this.#y[step] ?? 0);
    return (away < 0 ? -away : away) < 2 * BLOCK_HALF * this.height(step);
  }

  #outOfOrder(fan: readonly number[]): number {
    let count = 0;
    for (const [index, one] of fan.entries())
      for (const other of fan.slice(index + 1)) if ((this.#y[one] ?? 0) > (this.#y[other] ?? 0)) count += 1;
    return count;
  }
}
