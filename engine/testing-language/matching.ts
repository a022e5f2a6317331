/** Whether what was said is what an observation waits for: a declared rule where the service's own is unpublished. */

import { spokenWords, UNREADABLE } from './spoken-words.ts';
import type { ExpectedMessage, Matching } from './test-case.ts';

/** Something that reached the customer. */
export interface Said {
  readonly text: string;
  readonly form: 'text' | 'ssml' | 'prompt' | 'media';
  /** The name of a recorded prompt whose words are the text. */
  readonly recording?: string;
}

/** From 0 to 1; at least `SIMILAR_FROM` matches. */
export type Likeness = number;

/** Ours: the service publishes neither its measure nor its threshold. */
export const SIMILAR_FROM = 0.75;
/** Below this, a match is a close call, and the service may decide otherwise. */
export const SURE_FROM = 0.85;

/** How alike a text that was said is to the one that is expected. */
export function likeness(expected: string, said: string, matching: Matching): Likeness {
  if (said === expected) return 1;
  const wanted = spokenWords(expected);
  const heard = spokenWords(said);
  if (wanted.length === 0) return 0;
  if (isPassageOf(wanted, heard)) return 1;
  if (matching === 'Inclusion') return said.includes(expected) ? 1 : 0;
  return bestPassage(wanted, heard);
}

const isSame = (wanted: string, heard: string | undefined): boolean =>
  wanted === heard || heard === UNREADABLE;

function isPassageOf(wanted: readonly string[], heard: readonly string[]): boolean {
  for (let from = 0; from + wanted.length <= heard.length; from += 1)
    if (wanted.every((word, at) => isSame(word, heard[from + at]))) return true;
  return false;
}

/** The share of the wanted words that some passage of the same length or a little longer has, in their order. */
function bestPassage(wanted: readonly string[], heard: readonly string[]): Likeness {
  const length = Math.ceil(wanted.length * 1.25);
  const vocabulary = new Set([...wanted, UNREADABLE]);
  let best = 0;
  const last = Math.max(0, heard.length - length);
  for (let from = 0; from <= last; from += 1) {
    // A passage that begins with a strange word is no better than the one that begins after it.
    if (from < last && !vocabulary.has(heard[from] ?? '')) continue;
    best = Math.max(best, commonInOrder(wanted, heard.slice(from, from + length)));
    if (best === wanted.length) break;
  }
  return best / wanted.length;
}

/** Length of the longest common subsequence. */
function commonInOrder(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1) {
      next.push(
        isSame(word, other[at - 1]) ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0),
      );
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** @param promptName the name of a prompt by its id or ARN */
export function likenessOf(
  expected: ExpectedMessage,
  matching: Matching,
  said: Said,
  promptName: (promptId: string) => string | undefined,
): Likeness {
  switch (expected.by) {
    case 'text':
    case 'ssml':
      return said.form === 'text' || said.form === 'ssml' ? likeness(expected.text, said.text, matching) : 0;
    case 'prompt':
      return said.form === 'prompt' && (said.recording ?? said.text) === promptName(expected.promptId)
        ? 1
        : 0;
    case 'media':
      return said.form === 'media' && said.text === expected.uri ? 1 : 0;
  }
}
