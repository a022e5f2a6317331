/** What a caller hears while the bank is asked, and asked again: something else each time, and how long it may take. */
import { setAttributes } from '../engine/authoring/contact.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { say } from '../engine/authoring/speaking.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';

/** To be set before the bank is asked. */
export const FIRST_WAIT: AttributeValues = { paymentWait: 'first' };

const then = (paymentWait: 'second' | 'third' | 'fourth' | 'fifth' | 'sixth') => {
  const values: AttributeValues = { paymentWait };
  return setAttributes({ attributes: values, next: 'hear', onError: 'long-wait' });
};

/**
 * To be spread into the steps of pay-order; `count-waits` is where they begin, `hear` where the bank is asked again, and
 * `long-wait` where the caller has waited long enough: half a minute or a little more, as the words say.
 */
export const bankWaits = (words: Words) =>
  ({
    'count-waits': count({ times: 6, again: 'which-wait', done: 'long-wait' }),
    'which-wait': decide({
      value: attributes.paymentWait,
      cases: {
        first: 'wait-first',
        second: 'wait-second',
        third: 'wait-third',
        fourth: 'wait-fourth',
        fifth: 'wait-fifth',
      },
      otherwise: 'wait-sixth',
    }),
    'wait-first': say({ prompt: words.payWaitFirst, next: 'first-over' }),
    'first-over': then('second'),
    'wait-second': say({ prompt: words.payWaitSecond, next: 'second-over' }),
    'second-over': then('third'),
    'wait-third': say({ prompt: words.payWaitThird, next: 'third-over' }),
    'third-over': then('fourth'),
    'wait-fourth': say({ prompt: words.payWaitFourth, next: 'fourth-over' }),
    'fourth-over': then('fifth'),
    'wait-fifth': say({ prompt: words.payWaitFifth, next: 'fifth-over' }),
    'fifth-over': then('sixth'),
    'wait-sixth': say({ prompt: words.payWaitSixth, next: 'hear' }),
  }) as const;
