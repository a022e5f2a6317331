/** Names of prompts by their number: `prompt-1`, `prompt-2`, … */

/** The last three figures of a number, for all that there are. */
const FIGURES: readonly string[] = Array.from({ length: 1000 }, (_, number) =>
  String(number).padStart(3, '0'),
);

/**
 * A number that is made a text goes into a table of JavaScript's own, which for numbers that come once costs more than
 * the text: names in a row share all but their last figures, and take half the time.
 */
export class PromptNames {
  #thousands = 0;
  #beginning = '';

  /** @param number a whole one. */
  of(number: number): string {
    if (number < 1000) return `prompt-${number}`;
    const thousands = Math.floor(number / 1000);
    if (thousands !== this.#thousands) {
      this.#thousands = thousands;
      this.#beginning = `prompt-${thousands}`;
    }
    return this.#beginning + (FIGURES[number % 1000] ?? '');
  }
}
