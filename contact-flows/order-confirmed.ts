/** What happens once a caller has confirmed an order: it is kept, placed, and told as it is. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { confirmOrder } from '../lambdas/confirm-order/contract.ts';
import { placeOrder } from '../lambdas/place-order/contract.ts';
import { quoteOrder } from '../lambdas/quote-order/contract.ts';
import { referOrder } from '../lambdas/refer-order/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';

/** Kept, because what `confirm-order` answered is gone once another function has been called. */
const confirmed: AttributeValues = { intentId: result(confirmOrder, 'confirmed', 'intentId') };

const onceMore: AttributeValues = {
  onceMoreAfter: result(confirmOrder, 'identical-recently', 'previous'),
};

/**
 * To be spread into the steps of place-order; `confirm` is where they begin. The basket comes with the words that were
 * read back: of the quote, of a changed price, or of the question whether it is wanted once more. A caller hears
 * 'placed' only where the order is there, and that we will confirm only where a case is open and nothing places the
 * order any more.
 */
export const orderConfirmed = {
  confirm: call(confirmOrder, {
    parameters: {
      customerId: attributes.customerId,
      basket: result(quoteOrder, 'quoted', 'basket'),
      onceMoreAfter: attributes.onceMoreAfter,
    },
    outcomes: { confirmed: 'keep-intent', 'identical-recently': 'identical' },
    onFault: 'confirm-fault',
  }),
  'confirm-fault': say({ prompt: prompts.confirmFault, next: 'because-order-fault' }),

  identical: menu({
    prompt: prompts.identical(
      result(confirmOrder, 'identical-recently', 'when'),
      result(confirmOrder, 'identical-recently', 'orderNumber'),
    ),
    timeoutSeconds: 5,
    choices: { 1: 'count-once-more', 2: 'left-at-that', 0: 'because-question' },
    onTimeout: 'identical-silence',
    onNoMatch: 'identical-other-key',
    onError: 'identical-fault',
  }),
  'identical-silence': say({ prompt: prompts.identicalSilence, next: 'count-identical' }),
  'identical-other-key': say({ prompt: prompts.identicalOtherKey, next: 'count-identical' }),
  'count-identical': count({ times: 2, again: 'identical', done: 'identical-give-up' }),
  'identical-give-up': say({ prompt: prompts.identicalGiveUp, next: 'because-not-confirmed' }),
  'identical-fault': say({ prompt: prompts.identicalFault, next: 'because-fault' }),
  'left-at-that': say({ prompt: prompts.leftAtThat, next: 'to-menu' }),
  'count-once-more': count({ times: 2, again: 'once-more', done: 'enough-once-more' }),
  'once-more': setAttributes({ attributes: onceMore, next: 'confirm', onError: 'confirm-fault' }),
  'enough-once-more': say({ prompt: prompts.enoughOnceMore, next: 'because-question' }),
  'because-not-confirmed': because('order-not-confirmed', 'to-person'),

  'keep-intent': setAttributes({ attributes: confirmed, next: 'placing', onError: 'confirm-fault' }),
  placing: say({ prompt: prompts.placing, next: 'place' }),
  place: call(placeOrder, {
    parameters: {
      customerId: attributes.customerId,
      intentId: attributes.intentId,
    },
    outcomes: {
      placed: 'placed',
      'out-of-stock': 'sold-meanwhile',
      'price-changed': 'price-changed',
      referred: 'looked-after',
      'unknown-intent': 'order-void',
    },
    onFault: 'unconfirmed',
  }),
  placed: say({
    prompt: prompts.placed(
      result(placeOrder, 'placed', 'total'),
      result(placeOrder, 'placed', 'orderNumber'),
    ),
    next: 'after',
  }),
  'sold-meanwhile': say({ prompt: prompts.soldMeanwhile, next: 'count-products' }),
  'price-changed': say({ prompt: prompts.priceChanged, next: 'count-prices' }),
  'count-prices': count({ times: 2, again: 'read-back', done: 'prices-give-up' }),
  'prices-give-up': say({ prompt: prompts.pricesGiveUp, next: 'because-not-confirmed' }),
  'order-void': say({ prompt: prompts.orderVoid, next: 'because-not-confirmed' }),

  unconfirmed: say({ prompt: prompts.unconfirmed, next: 'refer' }),
  'looked-after': say({ prompt: prompts.lookedAfter, next: 'refer' }),
  refer: call(referOrder, {
    parameters: {
      customerId: attributes.customerId,
      intentId: attributes.intentId,
    },
    outcomes: {
      placed: 'placed',
      referred: 'will-confirm',
      withheld: 'unconfirmed-withheld',
      'not-ordered': 'not-ordered',
    },
    onFault: 'unconfirmed-fault',
  }),
  'will-confirm': say({
    prompt: prompts.willConfirm(
      result(referOrder, 'referred', 'promisedTime'),
      result(referOrder, 'referred', 'caseNumber'),
    ),
    next: 'hang-up',
  }),
  'not-ordered': say({ prompt: prompts.notOrdered, next: 'because-not-confirmed' }),
  'unconfirmed-withheld': say({ prompt: prompts.unconfirmedWithheld, next: 'because-unconfirmed' }),
  'unconfirmed-fault': say({ prompt: prompts.unconfirmedFault, next: 'because-unconfirmed' }),
  'because-unconfirmed': because('order-unconfirmed', 'to-person'),
} as const;
