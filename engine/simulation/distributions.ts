/** The kinds of chance of a simulated day, each drawn from one stream of numbers that a seed reproduces. */
import type { SeededRandom } from '../contact/seeded-random.ts';

const RANGE = 2 ** 32;

/** How long something takes that is never negative and now and then much longer than usual. */
export interface LogNormal {
  readonly meanSeconds: number;
  /** Standard deviation; 0 for what always takes as long. */
  readonly deviationSeconds: number;
}

/** From 0 up to, but not including, 1. */
export const share = (chance: SeededRandom): number => chance.next() / RANGE;

/** True as often as `probability` says. Draws a number whatever it says, so that others do not shift. */
export const happens = (chance: SeededRandom, probability: number): boolean => share(chance) < probability;

/** Of what may happen at any moment alike: patience, returns, thinking. */
export const exponential = (chance: SeededRandom, mean: number): number =>
  -Math.log(1 - share(chance)) * mean;

/** By mean and deviation of the values themselves, not of their logarithms. */
export function logNormal(chance: SeededRandom, { meanSeconds, deviationSeconds }: LogNormal): number {
  // Box and Muller: two even shares make one normal value.
  const normal = Math.sqrt(-2 * Math.log(1 - share(chance))) * Math.cos(2 * Math.PI * share(chance));
  if (meanSeconds === 0) return 0;
  const variance = Math.log(1 + (deviationSeconds / meanSeconds) ** 2);
  return Math.exp(Math.log(meanSeconds) - variance / 2 + Math.sqrt(variance) * normal);
}

/** Draws by weight; made once, asked often. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #upTo: readonly number[];

  /** @throws RangeError when no item has a weight above 0 */
  constructor(items: readonly (readonly [item: T, weight: number])[]) {
    let sum = 0;
    this.#items = items.map(([item]) => item);
    this.#upTo = items.map(([, weight]) => {
      sum += weight;
      return sum;
    });
    if (!(sum > 0)) throw new RangeError('nothing can be drawn where no weight is above 0');
  }

  draw(chance: SeededRandom): T {
    const at = share(chance) * (this.#upTo.at(-1) ?? 0);
    const index = this.#upTo.findIndex((upTo) => at < upTo);
    const item = this.#items[index];
    if (item === undefined) throw new Error('a draw was outside all weights');
    return item;
  }
}

/**
 * The moments of `count` events that come by Poisson with a rate that changes by the hour: given their number, each
 * falls on its own where the profile says how likely.
 * @param weights of the hours, first hour first
 * @returns whole ms since the start, in order
 */
export function arrivals(chance: SeededRandom, count: number, weights: readonly number[]): Float64Array {
  const hours = new Weighted(weights.map((weight, hour) => [hour, weight]));
  const moments = new Float64Array(count);
  for (let index = 0; index < count; index += 1)
    moments[index] = Math.floor((hours.draw(chance) + share(chance)) * 3_600_000);
  return moments.sort();
}
