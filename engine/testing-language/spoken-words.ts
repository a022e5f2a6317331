/** Text as a list of words that sound alike are alike in: what a transcript of a prompt keeps of it. */

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const SIGNS: Readonly<Record<string, string>> = {
  '#': 'pound',
  '*': 'star',
  '&': 'and',
  '%': 'percent',
  '+': 'plus',
};

/** A key that nobody may read: whatever was expected there may have been said. */
export const UNREADABLE = '•';

/** Folds case, drops SSML and punctuation, spells digits: "Press 1." and "press one" are the same words. */
export function spokenWords(text: string): readonly string[] {
  const plain = text.includes('<') ? text.replaceAll(/<[^>]*>/g, ' ') : text;
  const spelt = plain
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[''’]/g, '')
    .replaceAll(/[0-9#*&%+•]/g, (sign) => ` ${DIGITS[Number(sign)] ?? SIGNS[sign] ?? sign} `);
  return spelt.match(/[\p{L}\p{M}\p{N}]+|•/gu) ?? [];
}
