/** A menu that is asked again after silence and after keys that it does not have, and given up after the third time. */

import { count } from '../engine/authoring/deciding.ts';
import type { Key } from '../engine/authoring/keys.ts';
import { menu } from '../engine/authoring/keys.ts';
import { piece } from '../engine/authoring/piece.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { Words } from './prompts/words.ts';

type Way = 'given-up' | 'fault' | `key-${string}`;

/** One step of a flow; the words of other keys, and of silence unless told otherwise, are those of every such menu. */
export function choice<const Target extends string>(
  words: Words,
  terms: {
    readonly prompt: string;
    readonly choices: { readonly [K in Key]?: Target };
    /** From the end of the prompt; longer where there is something to do first. */
    readonly timeoutSeconds?: number;
    readonly silence?: string;
    readonly onGiveUp: Target;
    readonly onError: Target;
  },
) {
  const ways: Record<Way, Target> = { 'given-up': terms.onGiveUp, fault: terms.onError };
  const choices: Record<string, `key-${string}`> = {};
  for (const [key, to] of Object.entries<Target | undefined>(terms.choices)) {
    if (to === undefined) continue;
    choices[key] = `key-${key}`;
    ways[`key-${key}`] = to;
  }
  return piece({
    start: 'ask',
    steps: {
      ask: menu<Way | 'silence' | 'other-key'>({
        prompt: terms.prompt,
        timeoutSeconds: terms.timeoutSeconds ?? 5,
        choices,
        onTimeout: 'silence',
        onNoMatch: 'other-key',
        onError: 'fault',
      }),
      silence: say({ prompt: terms.silence ?? words.choiceSilence, next: 'tries' }),
      'other-key': say({ prompt: words.choiceOtherKey, next: 'tries' }),
      tries: count({ times: 2, again: 'ask', done: 'given-up' }),
    },
    ways,
  });
}
