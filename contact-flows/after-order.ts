/** What a caller may do after hearing about an order: again, another, change it, the main menu, a person, or goodbye. */
import { setAttributes } from '../engine/authoring/contact.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { AttributeValues } from './attributes.ts';
import { endings } from './endings.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { flows } from './resources.ts';

const toldOrder = (orderNumber: string): AttributeValues => ({ orderNumber, orderWish: 'none' });

const CHOICES = {
  1: 'count-repeats',
  2: 'count-orders',
  3: 'to-menu',
  4: 'keep-order',
  0: 'because-question',
  9: 'goodbye',
} as const;

const ASKED = {
  timeoutSeconds: 5,
  onTimeout: 'after-silence',
  onNoMatch: 'after-other-key',
  onError: 'after-fault',
} as const;

const withoutPaying = (words: Words) => menu({ ...ASKED, prompt: words.afterOrderOnly, choices: CHOICES });
const withPaying = (words: Words) =>
  menu({ ...ASKED, prompt: words.afterOrder, choices: { ...CHOICES, 5: 'keep-order-to-pay' } });

interface After<Repeat extends string, Another extends string> {
  readonly repeat: Repeat;
  readonly another: Another;
  /** The number of the order that was told. */
  readonly order: '$.External.order';
}

/** To be spread into a flow's steps; `after` is where they begin. It ends every such flow, so the common end is in it. */
export const afterOrder = <const Repeat extends string, const Another extends string>(
  words: Words,
  terms: After<Repeat, Another>,
) =>
  ({
    after: withoutPaying(words),
    'after-silence': say({ prompt: words.afterOrderSilence, next: 'count-after' }),
    'after-other-key': say({ prompt: words.afterOrderOtherKey, next: 'count-after' }),
    'count-after': count({ times: 2, again: 'after', done: 'after-give-up' }),
    'after-give-up': say({ prompt: words.afterOrderGiveUp, next: 'because-no-input' }),
    'because-no-input': because('no-usable-input', 'to-person'),
    'after-fault': say({ prompt: words.choiceFault, next: 'because-fault' }),
    'count-repeats': count<Repeat | 'enough-repeats'>({
      times: 5,
      again: terms.repeat,
      done: 'enough-repeats',
    }),
    'enough-repeats': say({ prompt: words.heardOften, next: 'because-question' }),
    'count-orders': count<Another | 'enough-orders'>({
      times: 5,
      again: terms.another,
      done: 'enough-orders',
    }),
    'enough-orders': say({ prompt: words.enoughOrders, next: 'because-question' }),
    'keep-order': setAttributes({
      attributes: toldOrder(terms.order),
      next: 'change-order',
      onError: 'change-order-fault',
    }),
    'change-order': goToFlow({ flow: flows.changeOrder, onError: 'change-order-fault' }),
    'change-order-fault': say({ prompt: words.changeFlowFault, next: 'because-question' }),
    'because-question': because('order-question', 'to-person'),
    'because-asked': because('asked-for-person', 'to-person'),
    ...endings(words),
  }) as const;

/** The same in a centre that takes payments, after an order that was just placed: it can be paid. */
export const afterOrderOrPay = <const Repeat extends string, const Another extends string>(
  words: Words,
  terms: After<Repeat, Another>,
) =>
  ({
    ...afterOrder(words, terms),
    after: withPaying(words),
    'keep-order-to-pay': setAttributes({
      attributes: toldOrder(terms.order),
      next: 'pay-order',
      onError: 'pay-order-fault',
    }),
    'pay-order': goToFlow({ flow: flows.payOrder, onError: 'pay-order-fault' }),
    'pay-order-fault': say({ prompt: words.payFlowFault, next: 'because-question' }),
  }) as const;

/**
 * After an order that was placed some time ago: it can be paid, or its last payment followed up, where something is due.
 * `is-due` is where they begin.
 */
export const afterOrderOrPayWhatIsDue = <const Repeat extends string, const Another extends string>(
  words: Words,
  { isDue, ...terms }: After<Repeat, Another> & { readonly isDue: '$.External.isDue' },
) =>
  ({
    ...afterOrderOrPay(words, terms),
    'is-due': decide({ value: isDue, cases: { yes: 'after-due' }, otherwise: 'after' }),
    'after-due': withPaying(words),
    after: withoutPaying(words),
    'count-after': count({ times: 2, again: 'is-due', done: 'after-give-up' }),
  }) as const;
