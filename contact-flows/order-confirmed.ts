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
import type { Words } from './prompts/words.ts';
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
export const orderConfirmed = (words: Words) =>
  ({
    confirm: call(confirmOrder, {
      parameters: {
        customerId: attributes.customerId,
        basket: result(quoteOrder, 'quoted', 'basket'),
        onceMoreAfter: attributes.onceMoreAfter,
      },
      outcomes: { confirmed: 'keep-intent', 'identical-recently': 'identical' },
      onFault: 'confirm-fault',
    }),
    'confirm-fault': say({ prompt: words.confirmFault, next: 'because-order-fault' }),

    identical: menu({
      prompt: words.identical({
        when: result(confirmOrder, 'identical-recently', 'when'),
        orderNumber: result(confirmOrder, 'identical-recently', 'orderNumber'),
      }),
      timeoutSeconds: 5,
      choices: { 1: 'count-once-more', 2: 'left-at-that', 0: 'because-question' },
      onTimeout: 'identical-silence',
      onNoMatch: 'identical-other-key',
      onError: 'identical-fault',
    }),
    'identical-silence': say({ prompt: words.identicalSilence, next: 'count-identical' }),
    'identical-other-key': say({ prompt: words.identicalOtherKey, next: 'count-identical' }),
    'count-identical': count({ times: 2, again: 'identical', done: 'identical-give-up' }),
    'identical-give-up': say({ prompt: words.identicalGiveUp, next: 'because-not-confirmed' }),
    'identical-fault': say({ prompt: words.identicalFault, next: 'because-fault' }),
    'left-at-that': say({ prompt: words.leftAtThat, next: 'to-menu' }),
    'count-once-more': count({ times: 2, again: 'once-more', done: 'enough-once-more' }),
    'once-more': setAttributes({ attributes: onceMore, next: 'confirm', onError: 'confirm-fault' }),
    'enough-once-more': say({ prompt: words.enoughOnceMore, next: 'because-question' }),
    'because-not-confirmed': because('order-not-confirmed', 'to-person'),

    'keep-intent': setAttributes({ attributes: confirmed, next: 'placing', onError: 'confirm-fault' }),
    placing: say({ prompt: words.placing, next: 'place' }),
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
      prompt: words.placed({
        total: result(placeOrder, 'placed', 'total'),
        orderNumber: result(placeOrder, 'placed', 'orderNumber'),
      }),
      next: 'after',
    }),
    'sold-meanwhile': say({ prompt: words.soldMeanwhile, next: 'count-products' }),
    'price-changed': say({ prompt: words.priceChanged, next: 'count-prices' }),
    'count-prices': count({ times: 2, again: 'read-back', done: 'prices-give-up' }),
    'prices-give-up': say({ prompt: words.pricesGiveUp, next: 'because-not-confirmed' }),
    'order-void': say({ prompt: words.orderVoid, next: 'because-not-confirmed' }),

    unconfirmed: say({ prompt: words.unconfirmed, next: 'refer' }),
    'looked-after': say({ prompt: words.lookedAfter, next: 'refer' }),
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
      prompt: words.willConfirm({
        promisedTime: result(referOrder, 'referred', 'promisedTime'),
        caseNumber: result(referOrder, 'referred', 'caseNumber'),
      }),
      next: 'hang-up',
    }),
    'not-ordered': say({ prompt: words.notOrdered, next: 'because-not-confirmed' }),
    'unconfirmed-withheld': say({ prompt: words.cannotCallBack, next: 'because-unconfirmed' }),
    'unconfirmed-fault': say({ prompt: words.notNotedEither, next: 'because-unconfirmed' }),
    'because-unconfirmed': because('order-unconfirmed', 'to-person'),
  }) as const;
