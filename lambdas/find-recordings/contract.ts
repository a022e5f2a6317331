/** Agreement of the function that finds the recordings of which a sentence is made. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { plainWords } from '../domain/recorded-words.ts';
import { constantParts, functionPieces } from '../domain/words/recorded.ts';
import { defineContract } from '../runtime/contract.ts';

/** Pieces in one answer; the flow asks for those that follow after it has played them. */
export const PIECES_PER_ANSWER = 10;

/** A recording is found by what it says: the same words are recorded once. */
export const recordingName = (language: Language, words: string): string =>
  `${language}-${createHash('sha256').update(plainWords(words)).digest('hex').slice(0, 16)}`;

/** Everything that functions say in a language that no voice speaks, in pieces. */
export const piecesOfFunctions = (language: Language): readonly string[] => functionPieces(language);

/** What a message says whatever its values are, in pieces. */
export const piecesOfMessage = (message: string): readonly string[] => constantParts(message);

const slots = Array.from({ length: PIECES_PER_ANSWER }, (_, index) => index + 1);

/** `recording` is the ARN of a prompt, `words` are said by a voice, `none` stands after the last one. */
const pieces = Object.fromEntries(
  slots.flatMap((slot) => [
    [`kind${slot}`, z.enum(['recording', 'words', 'none'])],
    [`piece${slot}`, z.string()],
  ]),
);

export const findRecordings = defineContract({
  name: 'find-recordings',
  purpose: 'Finds the recordings of which a sentence in a language without a voice is made.',
  parameters: z.strictObject({
    language: z.enum(LANGUAGES),
    words: z.string().check(z.minLength(1), z.maxLength(3_000)),
    /** How many pieces have been played before. */
    from: z.string().check(z.regex(/^\d{1,4}$/)),
  }),
  outcomes: {
    /** `next` is the `from` of the following pieces, or `end`. */
    found: z.strictObject({ ...pieces, next: z.string() }),
  },
  environment: {},
  blockTimeoutSeconds: 6,
  functionTimeoutSeconds: 3,
  memoryMb: 512,
  requestsInSequence: 0,
  attemptTimeoutMs: 400,
  uses: [],
  /** A thousand prompts a page: an instance with more than 3,000 has its last ones said by a voice. */
  asksInstance: { action: 'connect:ListPrompts', requestsInSequence: 3, attemptTimeoutMs: 400 },
});
