/** The pieces of which functions' words are made, in the languages that no voice of Amazon Polly speaks. */
import type { Language } from '../language.ts';
import * as greek from './el.ts';
import type { RecordedWords } from './function-words.ts';
import * as hungarian from './hu.ts';
import { recordedGreek } from './recorded-el.ts';
import { recordedHungarian } from './recorded-hu.ts';

/** A voice speaks these: nothing of theirs is recorded. */
const SPOKEN: RecordedWords = { prepare: (text) => text, number: (value) => [`${value}`], pieces: [] };

export function recordedWords(language: Language): RecordedWords {
  if (language === 'el') return recordedGreek;
  return language === 'hu' ? recordedHungarian : SPOKEN;
}

/** Everything that functions say in the language, in pieces; empty where a voice speaks it. */
export function functionPieces(language: Language): readonly string[] {
  const { pieces } = recordedWords(language);
  if (pieces.length === 0) return [];
  const { counts, orders, cases, money, offers } = language === 'el' ? greek : hungarian;
  return [...pieces, ...textsOf([counts, orders, cases, money, offers]).flatMap(constantParts)];
}

/** What a message in ICU MessageFormat says whatever its values are. */
export function constantParts(message: string): readonly string[] {
  const options = message.includes(', plural,')
    ? [...message.matchAll(/\{([^{}]*)\}/g)].map(([, option = '']) => option)
    : [message];
  return options
    .flatMap((option) => option.split(/\{\w+\}|#/))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => part.replace(/^[\s,.;:]+|[\s,.;:]+$/g, ''));
}

function textsOf(messages: object): readonly string[] {
  return Object.values(messages).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsOf(value) : [],
  );
}
