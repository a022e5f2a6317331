/** What a caller may do after hearing about a problem or a case: the main menu, a person, or goodbye. */
import { count } from '../engine/authoring/deciding.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { endings } from './endings.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/** To be spread into a flow's steps; `after` is where they begin. It ends such a flow, so the common end is in it. */
export const afterProblem = (words: Words) =>
  ({
    after: menu({
      prompt: words.afterProblem,
      timeoutSeconds: 5,
      choices: { 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onTimeout: 'after-silence',
      onNoMatch: 'after-other-key',
      onError: 'after-fault',
    }),
    'after-silence': say({ prompt: words.afterProblemSilence, next: 'count-after' }),
    'after-other-key': say({ prompt: words.afterProblemOtherKey, next: 'count-after' }),
    'count-after': count({ times: 2, again: 'after', done: 'after-give-up' }),
    'after-give-up': say({ prompt: words.afterProblemGiveUp, next: 'because-no-input' }),
    'because-no-input': because('no-usable-input', 'to-person'),
    'after-fault': say({ prompt: words.afterProblemFault, next: 'because-fault' }),
    'because-question': because('case-question', 'to-person'),
    ...endings(words),
  }) as const;
