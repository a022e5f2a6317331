/** What a caller may do after hearing about an order: again, another, the main menu, a person, or goodbye. */
import { count } from '../engine/authoring/deciding.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { endings } from './endings.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/** To be spread into a flow's steps; `after` is where they begin. It ends every such flow, so the common end is in it. */
export const afterOrder = <const Repeat extends string, const Another extends string>(
  words: Words,
  terms: {
    readonly repeat: Repeat;
    readonly another: Another;
  },
) =>
  ({
    after: menu({
      prompt: words.afterOrder,
      timeoutSeconds: 5,
      choices: { 1: 'count-repeats', 2: 'count-orders', 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onTimeout: 'after-silence',
      onNoMatch: 'after-other-key',
      onError: 'after-fault',
    }),
    'after-silence': say({ prompt: words.afterOrderSilence, next: 'count-after' }),
    'after-other-key': say({ prompt: words.afterOrderOtherKey, next: 'count-after' }),
    'count-after': count({ times: 2, again: 'after', done: 'after-give-up' }),
    'after-give-up': say({ prompt: words.afterOrderGiveUp, next: 'because-no-input' }),
    'because-no-input': because('no-usable-input', 'to-person'),
    'after-fault': say({ prompt: words.afterOrderFault, next: 'because-fault' }),
    'count-repeats': count<Repeat | 'enough-repeats'>({
      times: 5,
      again: terms.repeat,
      done: 'enough-repeats',
    }),
    'enough-repeats': say({ prompt: words.enoughRepeats, next: 'because-question' }),
    'count-orders': count<Another | 'enough-orders'>({
      times: 5,
      again: terms.another,
      done: 'enough-orders',
    }),
    'enough-orders': say({ prompt: words.enoughOrders, next: 'because-question' }),
    'because-question': because('order-question', 'to-person'),
    'because-asked': because('asked-for-person', 'to-person'),
    ...endings(words),
  }) as const;
