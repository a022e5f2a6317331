/** What a centre offers its callers, as far as it is not the same everywhere. */

export interface Offers {
  /** Orders can be paid by card. */
  readonly pays: boolean;
  /** Callers are asked how their call was once the agent has left it. */
  readonly surveys: boolean;
  /** A caller without a PIN can have a code sent by text message. */
  readonly texts: boolean;
}

/** The committed files are those of a centre that offers everything. */
export const EVERYTHING: Offers = { pays: true, surveys: true, texts: true };

export const isEverything = ({ pays, surveys, texts }: Offers): boolean => pays && surveys && texts;
