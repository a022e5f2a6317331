/** Ordering for verified callers: a product by number or the latest order again, read back and confirmed by key. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { ask, menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { findProduct } from '../lambdas/find-product/contract.ts';
import { placeOrder as placeOrderFunction } from '../lambdas/place-order/contract.ts';
import { quoteOrder } from '../lambdas/quote-order/contract.ts';
import { recallDraft } from '../lambdas/recall-draft/contract.ts';
import { afterOrder, afterOrderOrPay } from './after-order.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { begunOrder } from './begun-order.ts';
import type { Offers } from './offers.ts';
import { orderConfirmed } from './order-confirmed.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { verifiedFirst } from './verified-first.ts';

const orderOfChosen: AttributeValues = { onceMoreAfter: 'none' };
/** What the caller chose before is asked for once. */
const noneChosen: AttributeValues = { productNumber: 'none' };
const newOrder: AttributeValues = { ...orderOfChosen, ...noneChosen };

/** Nothing is ordered before the caller has heard the total and pressed 1. */
export const placeOrder = (words: Words, { pays }: Offers) => {
  const head = {
    name: 'place-order',
    title: 'Place order',
    description: 'Verifies the caller, takes an order, reads it back with tax and total, and places it once.',
    type: 'CONTACT_FLOW',
    start: 'verified-before',
  } as const;
  const told = {
    repeat: 'placed',
    another: 'new-order',
    order: result(placeOrderFunction, 'placed', 'order'),
  } as const;
  const steps = {
    ...verifiedFirst(words, 'chosen-before'),

    'chosen-before': decide({
      value: attributes.productNumber,
      cases: { none: 'recalling' },
      otherwise: 'begin-chosen',
    }),
    'begin-chosen': setAttributes({
      attributes: orderOfChosen,
      next: 'order-chosen',
      onError: 'order-fault',
    }),
    'order-chosen': say({ prompt: words.orderChosen, next: 'find-chosen' }),
    'find-chosen': call(findProduct, {
      parameters: { productNumber: attributes.productNumber },
      outcomes: {
        found: 'forget-chosen',
        'out-of-stock': 'sold-out',
        'unknown-product': 'unknown-product',
      },
      onFault: 'product-fault',
    }),
    'forget-chosen': setAttributes({ attributes: noneChosen, next: 'product', onError: 'order-fault' }),

    ...begunOrder(words),

    'new-order': setAttributes({ attributes: newOrder, next: 'ask-product', onError: 'order-fault' }),
    'order-fault': say({ prompt: words.placeOrderFault, next: 'because-order-fault' }),
    'because-order-fault': because('order-fault', 'to-person'),
    'ask-product': ask({
      prompt: words.askProduct,
      timeoutSeconds: 8,
      digitsMax: 20,
      shortcuts: { 1: 'quote-again', 0: 'because-asked' },
      next: 'find-product',
      onNothing: 'product-silence',
      onError: 'product-entry-fault',
    }),
    'product-silence': say({ prompt: words.productSilence, next: 'count-products' }),
    'count-products': count({ times: 2, again: 'ask-product', done: 'product-give-up' }),
    'product-give-up': say({ prompt: words.choiceGiveUp, next: 'because-no-product' }),
    'because-no-product': because('no-product', 'to-person'),
    'product-entry-fault': say({ prompt: words.productEntryFault, next: 'because-order-fault' }),

    'find-product': call(findProduct, {
      parameters: { productNumber: '$.StoredCustomerInput' },
      outcomes: { found: 'product', 'out-of-stock': 'sold-out', 'unknown-product': 'unknown-product' },
      onFault: 'product-fault',
    }),
    product: say({
      prompt: words.product({
        productName: result(findProduct, 'found', 'productName'),
        price: result(findProduct, 'found', 'price'),
      }),
      next: 'ask-quantity',
    }),
    'sold-out': say({
      prompt: words.productSoldOut({ productName: result(findProduct, 'out-of-stock', 'productName') }),
      next: 'count-products',
    }),
    'unknown-product': say({ prompt: words.productUnknown, next: 'count-products' }),
    'product-fault': say({ prompt: words.productLookupFault, next: 'because-order-fault' }),

    'ask-quantity': ask({
      prompt: words.askQuantity,
      timeoutSeconds: 8,
      digitsMax: 20,
      next: 'quote',
      onNothing: 'quantity-silence',
      onError: 'quantity-entry-fault',
    }),
    'quantity-silence': say({ prompt: words.quantitySilence, next: 'count-quantities' }),
    'count-quantities': count({ times: 2, again: 'ask-quantity', done: 'quantity-give-up' }),
    'quantity-give-up': say({ prompt: words.choiceGiveUp, next: 'because-no-quantity' }),
    'because-no-quantity': because('no-quantity', 'to-person'),
    'quantity-entry-fault': say({ prompt: words.numberNotTaken, next: 'because-order-fault' }),

    quote: call(quoteOrder, {
      parameters: {
        customerId: attributes.customerId,
        product: result(findProduct, 'found', 'product'),
        quantity: '$.StoredCustomerInput',
      },
      outcomes: {
        quoted: 'read-back',
        'bad-quantity': 'bad-quantity',
        'out-of-stock': 'too-many',
        'unknown-product': 'unknown-product',
        'nothing-to-repeat': 'quote-fault',
        'not-by-phone': 'quote-fault',
      },
      onFault: 'quote-fault',
    }),
    'bad-quantity': say({
      prompt: words.quantityWrong({ most: result(quoteOrder, 'bad-quantity', 'most') }),
      next: 'count-quantities',
    }),
    'too-many': say({
      prompt: words.quantityTooMany({
        productName: result(quoteOrder, 'out-of-stock', 'productName'),
        left: result(quoteOrder, 'out-of-stock', 'left'),
      }),
      next: 'count-quantities',
    }),
    'quote-fault': say({ prompt: words.quoteFault, next: 'because-order-fault' }),

    'quote-again': call(quoteOrder, {
      parameters: { customerId: attributes.customerId, product: 'again', quantity: 'as-before' },
      outcomes: {
        quoted: 'read-back',
        'bad-quantity': 'quote-fault',
        'out-of-stock': 'repeat-too-many',
        'unknown-product': 'quote-fault',
        'nothing-to-repeat': 'nothing-to-repeat',
        'not-by-phone': 'not-by-phone',
      },
      onFault: 'quote-fault',
    }),
    'nothing-to-repeat': say({ prompt: words.nothingToRepeat, next: 'count-products' }),
    'repeat-too-many': say({
      prompt: words.repeatTooMany({
        productName: result(quoteOrder, 'out-of-stock', 'productName'),
        left: result(quoteOrder, 'out-of-stock', 'left'),
      }),
      next: 'count-products',
    }),
    'not-by-phone': say({ prompt: words.notByPhone, next: 'because-question' }),

    'read-back': menu({
      prompt: words.readBack({
        items: result(quoteOrder, 'quoted', 'items'),
        price: result(quoteOrder, 'quoted', 'price'),
        tax: result(quoteOrder, 'quoted', 'tax'),
        total: result(quoteOrder, 'quoted', 'total'),
      }),
      timeoutSeconds: 5,
      choices: { 1: 'confirm', 2: 'forget', 3: 'count-read-backs', 0: 'because-question' },
      onTimeout: 'read-back-silence',
      onNoMatch: 'read-back-other-key',
      onError: 'read-back-fault',
    }),
    'read-back-silence': say({ prompt: words.readBackSilence, next: 'count-answers' }),
    'read-back-other-key': say({ prompt: words.readBackOtherKey, next: 'count-answers' }),
    'count-answers': count({ times: 2, again: 'read-back', done: 'read-back-give-up' }),
    'read-back-give-up': say({ prompt: words.readBackGiveUp, next: 'because-not-confirmed' }),
    'read-back-fault': say({ prompt: words.readBackFault, next: 'because-fault' }),
    'count-read-backs': count({ times: 5, again: 'read-back', done: 'enough-read-backs' }),
    'enough-read-backs': say({ prompt: words.enoughReadBacks, next: 'because-not-confirmed' }),
    forget: call(recallDraft, {
      parameters: { customerId: attributes.customerId, wish: 'forget' },
      outcomes: { none: 'cancel', found: 'cancel-not-forgotten' },
      onFault: 'cancel-not-forgotten',
    }),
    cancel: say({ prompt: words.cancelled, next: 'to-menu' }),
    'cancel-not-forgotten': say({ prompt: words.cancelledNotForgotten, next: 'to-menu' }),

    ...orderConfirmed(words),
  } as const;
  return pays
    ? flow({ ...head, steps: { ...steps, ...afterOrderOrPay(words, told) } })
    : flow({ ...head, steps: { ...steps, ...afterOrder(words, told) } });
};
