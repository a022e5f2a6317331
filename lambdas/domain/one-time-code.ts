/** One-time codes by text message: who gets one, where it may go, and for how long it is good. */

import type { Language } from './language.ts';

export const CODE_DIGITS = 6;
/** From its sending on. */
export const CODE_VALID_MS = 5 * 60_000;
/** A code that could not be sent by then is of no use to a caller who waits. */
export const CODE_WANTED_MS = 10 * 60_000;
/** Wrong ones of one code; they count as failures of the day besides, as wrong PINs do. */
export const CODE_TRIES_MAX = 3;
/** Of one customer: text messages cost money, and nobody shall be pestered with them. */
export const CODES_A_DAY_MAX = 3;
/** A number that was written into a profile so short a time ago gets none: that may have been done to get one. */
export const NUMBER_KNOWN_DAYS = 7;
/** As many changes as are looked at; who has been changed more often than that in so few days gets no code. */
export const CHANGES_SEEN_MAX = 50;

/** What a change did to the numbers. */
interface Change {
  readonly at: string;
  readonly before: { readonly phoneNumbers?: readonly string[] | undefined };
  readonly after: { readonly phoneNumbers?: readonly string[] | undefined };
}

/**
 * The number of a customer that a code goes to: the one that calls where it is theirs, else the first. Undefined where
 * none of them has been theirs for long enough.
 */
export function numberForCode(
  phoneNumbers: readonly string[],
  callerNumber: string | undefined,
  latestChanges: readonly Change[],
  nowMs: number,
): string | undefined {
  const since = nowMs - NUMBER_KNOWN_DAYS * 86_400_000;
  const recent = latestChanges.filter(({ at }) => !(Date.parse(at) <= since));
  if (recent.length >= CHANGES_SEEN_MAX) return undefined;
  const added = new Set(
    recent.flatMap(({ before, after }) =>
      (after.phoneNumbers ?? []).filter((number) => before.phoneNumbers?.includes(number) !== true),
    ),
  );
  const known = phoneNumbers.filter((number) => !added.has(number));
  return known.find((number) => number === callerNumber) ?? known[0];
}

const TEXTS: Readonly<Record<Language, (code: string) => string>> = {
  en: (code) =>
    `your code is ${code}. Enter it on your call with us within 5 minutes, and tell it to nobody.`,
  el: (code) =>
    `ο κωδικός σας είναι ${code}. Πληκτρολογήστε τον στην κλήση σας μέσα σε 5 λεπτά και μην τον πείτε σε κανέναν.`,
  hu: (code) =>
    `az Ön kódja: ${code}. Üsse be 5 percen belül a velünk folytatott hívásban, és senkinek ne árulja el.`,
  ro: (code) =>
    `codul dumneavoastră este ${code}. Introduceți-l în apelul cu noi în 5 minute și nu îl spuneți nimănui.`,
};

/** What the text message says. */
export const codeText = (code: string, language: Language, company: string): string =>
  `${company}: ${TEXTS[language](code)}`;
