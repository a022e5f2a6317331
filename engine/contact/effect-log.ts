/** Collects the effects of a step; an array that grows by itself would be the largest thing that a step allocates. */
import type { Effect } from './events.ts';

const NONE: readonly Effect[] = [];

export class EffectLog {
  readonly #effects: Effect[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(effect: Effect): void {
    this.#effects[this.#size] = effect;
    this.#size += 1;
  }

  /** What has been collected, in order; then there is nothing. */
  take(): readonly Effect[] {
    if (this.#size === 0) return NONE;
    const taken = this.#effects.slice(0, this.#size);
    this.#size = 0;
    return taken;
  }
}
