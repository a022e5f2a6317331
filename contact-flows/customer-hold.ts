/** What a caller hears on hold: music, and a word between its rounds. */
import { flow } from '../engine/authoring/flow.ts';
import { endFlow } from '../engine/authoring/handing-over.ts';
import { sayOnAndOn } from '../engine/authoring/speaking.ts';
import type { Words } from './prompts/words.ts';
import { recordings } from './resources.ts';

/** Where the music cannot be played words take its place; a hold flow has no other way to speak. */
export const customerHold = (words: Words) =>
  flow({
    name: 'customer-hold',
    title: 'Customer hold',
    description: 'Plays music to the caller on hold, and a word of thanks after each round of it.',
    type: 'CUSTOMER_HOLD',
    start: 'music',
    steps: {
      music: sayOnAndOn({
        prompts: [{ recording: recordings.queueMusic }, words.holding],
        onError: 'words-alone',
      }),
      'words-alone': sayOnAndOn({
        prompts: [words.holdWithoutMusic, { ssml: '<speak><break time="4s"/></speak>' }],
        onError: 'end',
      }),
      end: endFlow(),
    },
  });
