/** Which intent a caller means: sample utterances with slots first, then the words that they share. */
import type { BotLocale, Intent } from './bot.ts';
import { type ReadValue, valueReader, valueWithin } from './slot-values.ts';
import { type Word, wordsIn } from './words.ts';

export interface Candidate {
  readonly intent: Intent;
  /** 1 where an utterance was said word for word, less the fewer words it shares. */
  readonly score: number;
  readonly slots: Readonly<Record<string, string>>;
}

/** Words that every other sentence has; they tell no intent from another. */
const COMMON = new Set(
  'a an the i id im my me to is it of for and please would like want can you could'.split(' '),
);
/** An utterance that was not said word for word is never as sure as one that was. */
const SHARED_MAX = 0.9;

/** Intents that reach the locale's threshold, best first; of equals, the one that is declared first. */
export function recognise(locale: BotLocale, text: string, nowMs: number): readonly Candidate[] {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const found: Candidate[] = [];
  for (const intent of locale.intents) {
    const readers = new Map(
      intent.slots.map(({ name, type }) => [name, valueReader(locale, type, nowMs)] as const),
    );
    let best: Candidate | undefined;
    for (const utterance of intent.utterances) {
      const pieces = piecesOf(utterance);
      const slots = sayExactly(pieces, words, readers);
      const candidate =
        slots === undefined ? sharing(intent, pieces, words, readers) : { intent, score: 1, slots };
      if (best === undefined || candidate.score > best.score) best = candidate;
    }
    if (best !== undefined && best.score > 0 && best.score >= locale.confidenceThreshold) found.push(best);
  }
  return found.toSorted((a, b) => b.score - a.score);
}

type Piece = { readonly word: string } | { readonly slot: string };

const piecesOf = (utterance: string): readonly Piece[] =>
  utterance
    .split(/(\{[^{}]*\})/)
    .flatMap((part): readonly Piece[] =>
      part.startsWith('{')
        ? [{ slot: part.slice(1, -1).trim() }]
        : wordsIn(part).map(({ plain }) => ({ word: plain })),
    );

/** The slots' values where the utterance fits all words. Places that failed once are not tried again. */
function sayExactly(
  pieces: readonly Piece[],
  words: readonly Word[],
  readers: ReadonlyMap<string, ReadValue>,
): Readonly<Record<string, string>> | undefined {
  const failed = new Set<number>();
  const fitFrom = (piece: number, at: number): Readonly<Record<string, string>> | undefined => {
    const place = piece * (words.length + 1) + at;
    if (failed.has(place)) return undefined;
    const wanted = pieces[piece];
    if (wanted === undefined) return at === words.length ? {} : undefined;
    if ('word' in wanted) {
      const rest = words[at]?.plain === wanted.word ? fitFrom(piece + 1, at + 1) : undefined;
      if (rest !== undefined) return rest;
    } else {
      for (let to = words.length; to > at; to -= 1) {
        const value = readers.get(wanted.slot)?.(words.slice(at, to));
        const rest = value === undefined ? undefined : fitFrom(piece + 1, to);
        if (value !== undefined && rest !== undefined) return { [wanted.slot]: value, ...rest };
      }
    }
    failed.add(place);
    return undefined;
  };
  return fitFrom(0, 0);
}

/** How much of the utterance and of what was said is the same; a slot whose value was said counts as a word. */
function sharing(
  intent: Intent,
  pieces: readonly Piece[],
  words: readonly Word[],
  readers: ReadonlyMap<string, ReadValue>,
): Candidate {
  const slots: Record<string, string> = {};
  let left = words;
  let common = 0;
  for (const piece of pieces) {
    if ('word' in piece || slots[piece.slot] !== undefined) continue;
    const read = readers.get(piece.slot);
    // What takes any words would take them all.
    const free = intent.slots.find(({ name }) => name === piece.slot)?.type === 'AMAZON.FreeFormInput';
    const found = read === undefined || free ? undefined : valueWithin(left, read);
    if (found === undefined) continue;
    slots[piece.slot] = found.value;
    left = [...left.slice(0, found.from), ...left.slice(found.to)];
    common += 1;
  }
  const wanted = pieces
    .flatMap((piece) => ('word' in piece ? piece.word : []))
    .filter((one) => !COMMON.has(one));
  const said = left.map(({ plain }) => plain).filter((one) => !COMMON.has(one));
  const places = pieces.length - pieces.filter((piece) => 'word' in piece).length;
  const values = common;
  let shared = 0;
  const unused = [...said];
  for (const word of wanted) {
    const at = unused.indexOf(word);
    if (at < 0) continue;
    unused.splice(at, 1);
    shared += 1;
  }
  // A value alone, e.g. a number, says nothing about what is wanted.
  if (shared === 0) return { intent, score: 0, slots };
  const score = (SHARED_MAX * 2 * (shared + values)) / (wanted.length + places + said.length + values);
  return { intent, score: Math.round(score * 100) / 100, slots };
}
