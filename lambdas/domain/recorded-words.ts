/** A sentence as recordings can say it: cut into the longest pieces that are recorded. */
import type { Language } from './language.ts';
import { recordedWords } from './words/recorded.ts';

/** One piece of a sentence: a recording, or words that nobody has recorded. */
export type Piece<Recording> =
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'words'; readonly words: string };

/** Groups of digits are parted as numbers of Greek and Hungarian are: by a dot or a space that does not break. */
const NUMBER = /\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)|\d+/g;
/** Longer ones are no amounts: they are said digit by digit. */
const DIGITS_MAX = 9;

/** What is compared and recorded: words alone, without case and signs, so that each is recorded once. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' ')
    .trim();
}

/** The same words with every number as its language says it. */
function withNumbersSaid(text: string, language: Language): string {
  const { prepare, number } = recordedWords(language);
  return prepare(text.normalize('NFC')).replace(NUMBER, (digits) => {
    const plain = digits.replace(/\D/g, '');
    const said =
      plain.length > DIGITS_MAX || (plain.length > 1 && plain.startsWith('0'))
        ? [...plain].flatMap((digit) => number(Number(digit)))
        : number(Number(plain));
    return ` ${said.join(' ')} `;
  });
}

/**
 * The pieces of a text, longest first from the left. Words between them that are not recorded come in their own
 * spelling, those next to each other together.
 * @param recordingOf the recording of plain words, if there is one
 */
export function piecesOf<Recording>(
  text: string,
  language: Language,
  recordingOf: (words: string) => Recording | undefined,
): readonly Piece<Recording>[] {
  const spelt = withNumbersSaid(text, language)
    .split(/\s+/)
    .filter((word) => plainWords(word) !== '');
  const words = spelt.map(plainWords);
  const pieces: Piece<Recording>[] = [];
  let unknown: string[] = [];
  const tellUnknown = (): void => {
    const words = unknown.join(' ').replace(/[,.;:]+$/, '');
    if (words !== '') pieces.push({ kind: 'words', words });
    unknown = [];
  };
  for (let from = 0; from < words.length; ) {
    const found = longestFrom(words, from, recordingOf);
    if (found === undefined) {
      unknown.push(spelt[from] ?? '');
      from += 1;
    } else {
      tellUnknown();
      pieces.push({ kind: 'recording', recording: found.recording });
      from = found.to;
    }
  }
  tellUnknown();
  return pieces;
}

function longestFrom<Recording>(
  words: readonly string[],
  from: number,
  recordingOf: (words: string) => Recording | undefined,
): { readonly recording: Recording; readonly to: number } | undefined {
  for (let to = words.length; to > from; to -= 1) {
    const recording = recordingOf(words.slice(from, to).join(' '));
    if (recording !== undefined) return { recording, to };
  }
  return undefined;
}
