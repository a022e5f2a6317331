/** Reads a telephone number as people write it. */

export type TelephoneNumber =
  | { readonly kind: 'number'; readonly e164: string }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** E.164: a plus, a country code that does not begin with 0, at most 15 digits in all (ITU-T E.164). */
const E164 = /^\+[1-9]\d{6,14}$/;
const SHOWN_MAX = 40;

/** Accepts spaces, dots, dashes, slashes and parentheses inside the number; `00` in front is not a plus everywhere. */
export function readTelephoneNumber(written: string): TelephoneNumber {
  const trimmed = written.trim();
  if (trimmed === '') {
    return { kind: 'wrong', sentence: 'No telephone number was given: write one like +12025550123.' };
  }
  const e164 = trimmed.replaceAll(/[\s./()\u2010-\u2015-]/gu, '');
  if (E164.test(e164)) return { kind: 'number', e164 };
  const shown = trimmed.length > SHOWN_MAX ? `${trimmed.slice(0, SHOWN_MAX)}…` : trimmed;
  return {
    kind: 'wrong',
    sentence: `'${shown}' is not a telephone number: write it with + and the country code, like +12025550123.`,
  };
}

/** Who withholds their number, in the word that telephone networks have for it (RFC 3323, `anonymous`). */
const WITHHELD = 'anonymous';

export type CallerNumber = TelephoneNumber | { readonly kind: 'withheld' };

/** The number that somebody calls from, or `anonymous` where they withhold it. */
export function readCallerNumber(written: string): CallerNumber {
  if (written.trim().toLowerCase() === WITHHELD) return { kind: 'withheld' };
  const read = readTelephoneNumber(written);
  if (read.kind === 'number') return read;
  return { kind: 'wrong', sentence: `${read.sentence.slice(0, -1)}; '${WITHHELD}' withholds it.` };
}

/** `+1 202 555 0143`: North American numbers in groups, others as they are. */
export const shownNumber = (e164: string): string =>
  e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');

/** `••• 0143`: enough to tell callers apart, too little to call them back. */
export const maskedNumber = (e164: string): string => `••• ${e164.slice(-4)}`;
