/** Paying an order by card: what is due, the card in secret, the wait for the bank, and what came of it. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { hearPayment } from '../lambdas/hear-payment/contract.ts';
import { quotePayment } from '../lambdas/quote-payment/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { bankWaits, FIRST_WAIT } from './bank-waits.ts';
import { cardKeyed } from './card-keyed.ts';
import { choice } from './choice.ts';
import { endings } from './endings.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/** Kept, because other functions answer before the card is keyed. */
const wish: AttributeValues = {
  paymentAmount: result(quotePayment, 'due', 'amountMinor'),
  paymentAttempt: result(quotePayment, 'due', 'attempt'),
  ...FIRST_WAIT,
};
const earlier: AttributeValues = {
  paymentAttempt: result(quotePayment, 'under-way', 'attempt'),
  ...FIRST_WAIT,
};

/**
 * Only flows that have verified the caller lead here. A caller hears that an order is paid only where it is; that
 * nothing was charged only where that is known; and where nobody knows, that our team finds out by a promised time.
 */
export const payOrder = (words: Words) => {
  const asked = {
    customerId: attributes.customerId,
    orderNumber: attributes.orderNumber,
    attempt: attributes.paymentAttempt,
  };
  const ends = { onGiveUp: 'choice-give-up', onError: 'choice-fault' } as const;
  return flow({
    name: 'pay-order',
    title: 'Pay an order',
    description: 'Takes a card in secret for what is due of an order, and says what the bank has answered.',
    type: 'CONTACT_FLOW',
    start: 'quote',
    steps: {
      quote: call(quotePayment, {
        parameters: { customerId: attributes.customerId, orderNumber: attributes.orderNumber },
        outcomes: {
          due: 'keep-wish',
          'nothing-due': 'nothing-due',
          'under-way': 'keep-earlier',
          'enough-tries': 'enough-cards',
          'unknown-order': 'no-order',
        },
        onFault: 'quote-fault',
      }),
      'quote-fault': say({ prompt: words.payQuoteFault, next: 'because-fault' }),
      'no-order': say({ prompt: words.payNoOrder, next: 'because-question' }),
      'nothing-due': say({
        prompt: words.payNothingDue({ orderNumber: result(quotePayment, 'nothing-due', 'orderNumber') }),
        next: 'after',
      }),
      'enough-cards': say({ prompt: words.payEnoughCards, next: 'because-question' }),
      'keep-wish': setAttributes({ attributes: wish, next: 'offer', onError: 'quote-fault' }),
      offer: choice(words, {
        prompt: words.payOffer({
          orderNumber: result(quotePayment, 'due', 'orderNumber'),
          amount: result(quotePayment, 'due', 'amount'),
        }),
        choices: { 1: 'log-off', 3: 'to-menu', 0: 'because-question' },
        ...ends,
      }),

      ...cardKeyed(words),

      asking: say({ prompt: words.payAsking, next: 'hear' }),
      'keep-earlier': setAttributes({ attributes: earlier, next: 'asking-earlier', onError: 'quote-fault' }),
      'asking-earlier': say({ prompt: words.payAskingEarlier, next: 'hear' }),
      hear: call(hearPayment, {
        parameters: { ...asked, last: 'no' },
        outcomes: {
          paid: 'paid',
          declined: 'declined',
          returned: 'returned',
          pending: 'count-waits',
          referred: 'unknown',
          withheld: 'unknown',
        },
        onFault: 'unknown',
      }),
      ...bankWaits(words),
      'long-wait': say({ prompt: words.payLongWait, next: 'refer' }),
      unknown: say({ prompt: words.payUnknown, next: 'refer' }),
      refer: call(hearPayment, {
        parameters: { ...asked, last: 'yes' },
        outcomes: {
          paid: 'paid',
          declined: 'declined',
          returned: 'returned',
          pending: 'refer-fault',
          referred: 'will-confirm',
          withheld: 'withheld',
        },
        onFault: 'refer-fault',
      }),
      paid: say({
        prompt: words.payPaid({
          orderNumber: result(hearPayment, 'paid', 'orderNumber'),
          amount: result(hearPayment, 'paid', 'amount'),
        }),
        next: 'after',
      }),
      declined: choice(words, {
        prompt: words.payDeclined({ why: result(hearPayment, 'declined', 'why') }),
        choices: { 1: 'count-quotes', 3: 'to-menu', 0: 'because-question' },
        ...ends,
      }),
      'count-quotes': count({ times: 2, again: 'quote', done: 'enough-cards' }),
      returned: say({ prompt: words.payReturned, next: 'because-question' }),
      'will-confirm': say({
        prompt: words.payWillConfirm({
          promisedTime: result(hearPayment, 'referred', 'promisedTime'),
          caseNumber: result(hearPayment, 'referred', 'caseNumber'),
        }),
        next: 'after',
      }),
      withheld: say({ prompt: words.payWithheld, next: 'because-unconfirmed' }),
      'refer-fault': say({ prompt: words.payReferFault, next: 'because-unconfirmed' }),
      'because-unconfirmed': because('payment-unconfirmed', 'to-person'),

      after: choice(words, {
        prompt: words.afterPayment,
        choices: { 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
        ...ends,
      }),
      'choice-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
      'choice-fault': say({ prompt: words.choiceFault, next: 'because-fault' }),
      'because-question': because('payment-question', 'to-person'),
      ...endings(words),
    },
  });
};
