/** A call back as soon as somebody is free or at a time of the caller's choice; one that is booked can be cancelled. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { bookCallback } from '../lambdas/book-callback/contract.ts';
import { cancelCallback } from '../lambdas/cancel-callback/contract.ts';
import { offerCallback } from '../lambdas/offer-callback/contract.ts';
import { afterProblem } from './after-problem.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

const keepTime = (callbackAt: string) => {
  const values: AttributeValues = { callbackAt };
  return setAttributes({ attributes: values, next: 'noting', onError: 'fault' });
};
const offered = (field: 'secondAt' | 'thirdAt' | 'fourthAt') =>
  keepTime(result(offerCallback, 'free', field));

/**
 * There is one open call for a number, wherever it was booked: whoever calls again from it hears of it. A number proves
 * nothing, and nothing else is told or changed by it.
 */
export const callBack = (words: Words) =>
  flow({
    name: 'call-back',
    title: 'Call back',
    description: 'Books a call back at a time that the caller chooses, or cancels the one that is booked.',
    type: 'CONTACT_FLOW',
    start: 'looking',
    accept: [
      {
        rule: 'posture/not-verified',
        step: 'offer',
        reason: 'It tells when we call the number that is calling, and nothing else about anybody.',
      },
      {
        rule: 'posture/not-verified',
        step: 'cancel',
        reason:
          'Whoever rings from a number may take back that we call it; nothing is lost that they cannot book again.',
      },
      {
        rule: 'posture/not-verified',
        step: 'book',
        reason:
          'Anybody may ask to be called at the number that they call from, and one call is all that comes of it.',
      },
    ],
    steps: {
      looking: say({ prompt: words.callbackLooking, next: 'offer' }),
      offer: call(offerCallback, {
        parameters: {},
        outcomes: { booked: 'known', free: 'choose', 'no-number': 'withheld' },
        onFault: 'fault',
      }),
      known: choice(words, {
        prompt: words.callbackKnown({ time: result(offerCallback, 'booked', 'time') }),
        choices: { 1: 'kept', 2: 'cancelling', 0: 'because-callback' },
        onGiveUp: 'kept',
        onError: 'fault',
      }),
      kept: say({ prompt: words.callbackKept, next: 'after' }),
      cancelling: say({ prompt: words.callbackCancelling, next: 'cancel' }),
      cancel: call(cancelCallback, {
        parameters: {},
        outcomes: { cancelled: 'cancelled', 'too-late': 'too-late' },
        onFault: 'fault',
      }),
      cancelled: say({ prompt: words.callbackCancelled, next: 'after' }),
      'too-late': say({ prompt: words.callbackTooLate, next: 'after' }),

      choose: choice(words, {
        prompt: words.callbackChoose({
          second: result(offerCallback, 'free', 'second'),
          third: result(offerCallback, 'free', 'third'),
          fourth: result(offerCallback, 'free', 'fourth'),
        }),
        choices: { 1: 'soon', 2: 'second', 3: 'third', 4: 'fourth', 9: 'to-menu', 0: 'because-callback' },
        onGiveUp: 'because-callback',
        onError: 'fault',
      }),
      soon: keepTime('soon'),
      second: offered('secondAt'),
      third: offered('thirdAt'),
      fourth: offered('fourthAt'),
      noting: say({ prompt: words.caseAnswering, next: 'book' }),
      book: call(bookCallback, {
        parameters: { at: attributes.callbackAt, customerId: attributes.customerId },
        outcomes: { booked: 'booked', soon: 'soon-booked', already: 'already' },
        onFault: 'fault',
      }),
      booked: say({
        prompt: words.callbackBooked({ time: result(bookCallback, 'booked', 'time') }),
        next: 'after',
      }),
      'soon-booked': say({
        prompt: words.callbackSoon({ time: result(bookCallback, 'soon', 'time') }),
        next: 'after',
      }),
      already: say({
        prompt: words.callbackAlready({ time: result(bookCallback, 'already', 'time') }),
        next: 'after',
      }),
      withheld: say({ prompt: words.callbackWithheld, next: 'because-callback' }),
      fault: say({ prompt: words.callbackFault, next: 'because-callback' }),
      'because-callback': because('callback', 'to-person'),
      ...afterProblem(words),
    },
  });
