/** Names as they are looked up: their words, without case and accents, in any script. */

/** Words of one name that can be looked up; more are in hardly any. */
export const NAME_WORDS_MAX = 8;

/** Letters that no decomposition of Unicode takes apart, as people without them on their keyboard write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/**
 * The different words of a name, the same however somebody writes it: `Łukasz O’Brien` and `lukasz obrien`. A name
 * of signs alone has none.
 */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{Mn}'’ʼ]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[łøđðþæœıς]/gu, (letter) => PLAIN[letter] ?? letter)
    // Capitals and back make some letters with accents of their own.
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  return [...new Set(words)].slice(0, NAME_WORDS_MAX);
}

/** Names lie together by the first two characters of a word: nobody who looks for fewer would find one person. */
export function nameShelf(word: string): string {
  return [...word].slice(0, 2).join('');
}

/** Whether a name has, for each word that is looked for, one that begins so. */
export function isNamedSo(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((begin) => words.some((word) => word.startsWith(begin)));
}
