/** A call back as soon as somebody is free or at a time of the caller's choice; one that is booked can be cancelled. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { bookCallback } from '../lambdas/book-callback/contract.ts';
import { cancelCallback } from '../lambdas/cancel-callback/contract.ts';
import { offerCallback } from '../lambdas/offer-callback/contract.ts';
import { afterProblem } from './after-problem.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import { keyingNumber, readsNumber } from './keying-number.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { flows } from './resources.ts';

const keepTime = (callbackAt: string) => {
  const values: AttributeValues = { callbackAt };
  return setAttributes({ attributes: values, next: 'noting', onError: 'fault-where' });
};
const offered = (field: 'secondAt' | 'thirdAt' | 'fourthAt') =>
  keepTime(result(offerCallback, 'free', field));

/** Who comes from a closed centre or a full queue is sent to nobody who is not there: the number is kept instead. */
const whereNobodyIs = <const Nobody extends string, const Else extends string>(nobody: Nobody, or: Else) =>
  decide<Nobody | Else>({
    value: attributes.messageReason,
    cases: { 'out-of-hours': nobody, 'queue-full': nobody },
    otherwise: or,
  });

/**
 * There is one open call for a number, wherever it was booked: whoever calls again from it hears of it. A number proves
 * nothing, and nothing else is told or changed by it. Who shows no number keys one, which is kept with a promise: a time of
 * their choice is for numbers that are known to be theirs.
 */
export const callBack = (words: Words) =>
  flow({
    name: 'call-back',
    title: 'Call back',
    description: 'Books a call back at a time that the caller chooses, or cancels the one that is booked.',
    type: 'CONTACT_FLOW',
    start: 'looking',
    accept: [
      readsNumber,
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
        outcomes: {
          booked: 'known',
          soon: 'known-soon',
          late: 'known-late',
          free: 'choose',
          'no-number': 'withheld-where',
        },
        onFault: 'fault-where',
      }),
      known: choice(words, {
        prompt: words.callbackKnown({ time: result(offerCallback, 'booked', 'time') }),
        choices: { 1: 'kept', 2: 'cancelling', 0: 'because-callback' },
        onGiveUp: 'kept',
        onError: 'fault-where',
      }),
      'known-soon': choice(words, {
        prompt: words.callbackKnownSoon({ time: result(offerCallback, 'soon', 'time') }),
        choices: { 1: 'kept', 2: 'cancelling', 0: 'because-callback' },
        onGiveUp: 'kept',
        onError: 'fault-where',
      }),
      'known-late': choice(words, {
        prompt: words.callbackKnownLate,
        choices: { 1: 'kept-late', 2: 'cancelling', 0: 'because-callback' },
        onGiveUp: 'kept-late',
        onError: 'fault-where',
      }),
      'kept-late': say({ prompt: words.callbackKeptLate, next: 'after' }),
      kept: say({ prompt: words.callbackKept, next: 'after' }),
      cancelling: say({ prompt: words.callbackCancelling, next: 'cancel' }),
      cancel: call(cancelCallback, {
        parameters: {},
        outcomes: { cancelled: 'cancelled', 'too-late': 'too-late' },
        onFault: 'fault-where',
      }),
      cancelled: say({ prompt: words.callbackCancelled, next: 'after' }),
      'too-late': say({ prompt: words.callbackTooLate, next: 'after' }),

      choose: choice(words, {
        prompt: words.callbackChoose({
          second: result(offerCallback, 'free', 'second'),
          third: result(offerCallback, 'free', 'third'),
          fourth: result(offerCallback, 'free', 'fourth'),
        }),
        choices: { 1: 'soon', 2: 'second', 4: 'third', 5: 'fourth', 3: 'to-menu', 0: 'because-callback' },
        onGiveUp: 'because-callback',
        onError: 'fault-where',
      }),
      soon: keepTime('soon'),
      second: offered('secondAt'),
      third: offered('thirdAt'),
      fourth: offered('fourthAt'),
      noting: say({ prompt: words.caseAnswering, next: 'book' }),
      book: call(bookCallback, {
        parameters: { at: attributes.callbackAt, customerId: attributes.customerId },
        outcomes: { booked: 'booked', soon: 'soon-booked', already: 'already' },
        onFault: 'fault-where',
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
      'withheld-where': whereNobodyIs('take-message', 'number-unseen'),
      'fault-where': whereNobodyIs('fault-kept', 'fault'),
      'fault-kept': say({ prompt: words.callbackKeptInstead, next: 'take-message' }),
      'take-message': goToFlow({ flow: flows.takeMessage, onError: 'out-of-order' }),
      'number-unseen': say({ prompt: words.numberUnseen, next: 'log-off' }),
      ...keyingNumber(words, { reason: 'callback', none: 'withheld', onFault: 'fault' }),
      withheld: say({ prompt: words.cannotCallBack, next: 'because-callback' }),
      fault: say({ prompt: words.callbackFault, next: 'because-callback' }),
      'because-callback': because('callback', 'to-person'),
      ...afterProblem(words),
    },
  });
