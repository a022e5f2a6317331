/** An order that the caller has begun in an earlier call: gone on with at the prices of today, left, or forgotten. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { say } from '../engine/authoring/speaking.ts';
import { quoteOrder } from '../lambdas/quote-order/contract.ts';
import { recallDraft } from '../lambdas/recall-draft/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

const anOrder: AttributeValues = { onceMoreAfter: 'none' };

/** To be spread into the steps of place-order; `recalling` is where they begin, for a caller who is verified. */
export const begunOrder = (words: Words) =>
  ({
    recalling: say({ prompt: words.recalling, next: 'recall' }),
    recall: call(recallDraft, {
      parameters: { customerId: attributes.customerId, wish: 'find' },
      outcomes: { found: 'begun', none: 'new-order' },
      onFault: 'recall-fault',
    }),
    'recall-fault': say({ prompt: words.recallFault, next: 'new-order' }),
    begun: choice(words, {
      prompt: words.begunOrder({ items: result(recallDraft, 'found', 'items') }),
      choices: { 1: 'go-on', 2: 'new-order', 3: 'forget-begun', 0: 'because-question' },
      onGiveUp: 'begun-give-up',
      onError: 'begun-fault',
    }),
    'begun-give-up': say({ prompt: words.choiceGiveUp, next: 'because-not-confirmed' }),
    'begun-fault': say({ prompt: words.choiceFault, next: 'because-fault' }),
    'go-on': setAttributes({ attributes: anOrder, next: 'quote-begun', onError: 'order-fault' }),
    'quote-begun': call(quoteOrder, {
      parameters: { customerId: attributes.customerId, product: 'draft', quantity: 'as-before' },
      outcomes: {
        quoted: 'read-back',
        'bad-quantity': 'quote-fault',
        'out-of-stock': 'begun-too-many',
        'unknown-product': 'quote-fault',
        'nothing-to-repeat': 'begun-gone',
        'not-by-phone': 'begun-gone',
      },
      onFault: 'quote-fault',
    }),
    'begun-too-many': say({
      prompt: words.begunTooMany({
        productName: result(quoteOrder, 'out-of-stock', 'productName'),
        left: result(quoteOrder, 'out-of-stock', 'left'),
      }),
      next: 'new-order',
    }),
    'begun-gone': say({ prompt: words.begunGone, next: 'new-order' }),
    'forget-begun': call(recallDraft, {
      parameters: { customerId: attributes.customerId, wish: 'forget' },
      outcomes: { none: 'begun-forgotten', found: 'begun-not-forgotten' },
      onFault: 'begun-not-forgotten',
    }),
    'begun-forgotten': say({ prompt: words.begunForgotten, next: 'new-order' }),
    'begun-not-forgotten': say({ prompt: words.begunNotForgotten, next: 'new-order' }),
  }) as const;
