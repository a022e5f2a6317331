/** What a caller hears who is still on the line after the agent has hung up. */
import { flow } from '../engine/authoring/flow.ts';
import { hangUp } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { Words } from './prompts/words.ts';

export const disconnect = (words: Words) =>
  flow({
    name: 'disconnect',
    title: 'Disconnect',
    description: 'Thanks the caller and says goodbye.',
    type: 'CONTACT_FLOW',
    start: 'goodbye',
    steps: {
      goodbye: say({ prompt: words.goodbye, next: 'hang-up' }),
      'hang-up': hangUp(),
    },
  });
