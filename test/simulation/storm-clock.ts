/** The virtual clock of a storm: what is due next happens next, and an hour of waiting takes no time. */
import { Heap, type HeapItem } from '../../engine/contact/heap.ts';

interface Timer extends HeapItem {
  readonly atMs: number;
  readonly order: number;
  readonly happens: () => void;
}

export class StormClock {
  readonly #timers = new Heap<Timer>((a, b) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order));
  #order = 0;
  #nowMs: number;

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Whether nothing is still to happen. */
  get isOver(): boolean {
    return this.#timers.first() === undefined;
  }

  after(ms: number, happens: () => void): void {
    this.#order += 1;
    this.#timers.add({ atMs: this.#nowMs + ms, order: this.#order, happens, place: -1 });
  }

  /** Lets everything happen that is due, and whatever comes of it. */
  runToTheEnd(): void {
    for (let timer = this.#timers.first(); timer !== undefined; timer = this.#timers.first()) {
      this.#timers.remove(timer);
      this.#nowMs = timer.atMs;
      timer.happens();
    }
  }
}
