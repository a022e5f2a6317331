/** The end that flows have in common: on to a person, and if even that fails, words and a goodbye. */
import { goToFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { Words } from './prompts/words.ts';
import { flows } from './resources.ts';

/** To be spread into a flow's steps; `to-person` is where they begin. */
export const toPerson = (words: Words) =>
  ({
    'to-person': goToFlow({ flow: flows.speakToAgent, onError: 'out-of-order' }),
    'out-of-order': say({ prompt: words.outOfOrder, next: 'hang-up' }),
    'hang-up': hangUp(),
  }) as const;
