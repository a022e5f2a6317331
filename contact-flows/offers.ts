/** What a centre offers its callers, as far as it is not the same everywhere. */

export interface Offers {
  /** Orders can be paid by card. */
  readonly pays: boolean;
  /** Callers are asked how their call was once the agent has left it. */
  readonly surveys: boolean;
}

/** The committed files are those of a centre that offers everything. */
export const EVERYTHING: Offers = { pays: true, surveys: true };

export const isEverything = ({ pays, surveys }: Offers): boolean => pays && surveys;
