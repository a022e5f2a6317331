/** What a caller hears in the queue: music, and words every half minute. */
import { flow } from '../engine/authoring/flow.ts';
import { endFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { say, sayInLoop } from '../engine/authoring/speaking.ts';
import { prompts } from './prompts/en.ts';
import { recordings } from './resources.ts';

/** Where the music cannot be played, words alone keep the caller company. */
export const customerQueue = flow({
  name: 'customer-queue',
  title: 'Customer queue',
  description: 'Plays music, and speaks to the waiting caller every 30 seconds.',
  type: 'CUSTOMER_QUEUE',
  start: 'music',
  steps: {
    music: sayInLoop({
      prompts: [{ recording: recordings.queueMusic }],
      interruptEverySeconds: 30,
      onInterrupt: 'reassure',
      onError: 'words-alone',
    }),
    'words-alone': sayInLoop({
      prompts: [prompts.waitingWithoutMusic, { ssml: '<speak><break time="4s"/></speak>' }],
      interruptEverySeconds: 30,
      onInterrupt: 'reassure',
      onError: 'cannot-wait',
    }),
    reassure: say({ prompt: prompts.stillWaiting, next: 'go-on' }),
    'go-on': endFlow(),
    'cannot-wait': say({ prompt: prompts.cannotWait, next: 'hang-up' }),
    'hang-up': hangUp(),
  },
});
