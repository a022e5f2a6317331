/** What a caller hears just before the agent: that somebody is there. */
import { flow } from '../engine/authoring/flow.ts';
import { endFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { Words } from './prompts/words.ts';

export const customerWhisper = (words: Words) =>
  flow({
    name: 'customer-whisper',
    title: 'Customer whisper',
    description: 'Tells the caller that one of the team is on the line.',
    type: 'CUSTOMER_WHISPER',
    start: 'here',
    steps: {
      here: say({ prompt: words.agentIsHere, next: 'end' }),
      end: endFlow(),
    },
  });
