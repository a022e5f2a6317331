/** What a caller said, cut into words, and the numbers among them. */

export interface Word {
  /** As it was said. */
  readonly said: string;
  /** In small letters, without accents' variants and apostrophes, for comparing. */
  readonly plain: string;
}

/** Words that are looked at; what is said after them is left out, as speech is cut after 15 seconds. */
const WORDS_MAX = 60;

export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/\p{N}+(?:[.:/-]\p{N}+)+|[\p{L}\p{M}\p{N}'’]+/gu)]
    .slice(0, WORDS_MAX)
    .map(([said]) => ({ said, plain: said.normalize('NFKC').toLowerCase().replaceAll(/['’]/g, '') }));

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const smallNumber = (word: string): number | undefined => {
  const unit = word === 'oh' ? 0 : UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  return ten < 0 ? undefined : (ten + 2) * 10;
};

/** The digit that a word is: `7`, `seven`, `oh`. */
export const digitOf = (word: Word): string | undefined => {
  if (/^\d$/.test(word.plain)) return word.plain;
  const value = smallNumber(word.plain);
  return value !== undefined && value < 10 ? String(value) : undefined;
};

/** The number that all these words are: digits, `one oh two`, `two thousand and five`; English only. */
export function numberOf(words: readonly Word[]): string | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  if (words.length === 1 && /^\d+(\.\d+)?$/.test(first.plain)) return first.plain;
  const digits = words.map(digitOf);
  if (words.length > 1 && !digits.includes(undefined)) return digits.join('');
  let total = 0;
  let part = 0;
  /** The next word must be worth less than this. */
  let below = 1000;
  for (const [at, { plain }] of words.entries()) {
    const small = smallNumber(plain);
    if (small !== undefined && small < below && (small > 0 || words.length === 1)) {
      part += small;
      below = small >= 20 ? 10 : 0;
    } else if (plain === 'hundred' && part > 0 && part < 10) {
      part *= 100;
      below = 100;
    } else if (plain === 'thousand' && part > 0 && total === 0) {
      total = part * 1000;
      part = 0;
      below = 1000;
    } else if (plain !== 'and' || at === 0 || at === words.length - 1) return undefined;
  }
  return String(total + part);
}
