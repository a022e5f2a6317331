/** Collects the effects of a step. */
import type { Effect } from './events.ts';

const NONE: readonly Effect[] = [];

/**
 * Each step that has effects fills an array of its own and gives it away. One array for all steps would have to be
 * copied for each, and what is written into an old array has to be noted for the garbage collection.
 */
export class EffectLog {
  #effects: Effect[] = [];

  get size(): number {
    return this.#effects.length;
  }

  push(effect: Effect): void {
    this.#effects.push(effect);
  }

  /** What has been collected, in order; then there is nothing. */
  take(): readonly Effect[] {
    if (this.#effects.length === 0) return NONE;
    const taken = this.#effects;
    this.#effects = [];
    return taken;
  }
}
