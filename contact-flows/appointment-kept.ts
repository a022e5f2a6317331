/** What happens once a caller has chosen a time, or to cancel: it is done, and told as it is. */
import { call, result } from '../engine/authoring/calling.ts';
import { count } from '../engine/authoring/deciding.ts';
import { say } from '../engine/authoring/speaking.ts';
import { bookAppointment } from '../lambdas/book-appointment/contract.ts';
import { cancelAppointment } from '../lambdas/cancel-appointment/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/**
 * To be spread into the steps of appointments; `booking` and `cancelling` are where they begin, and `after` where every
 * end of it meets. Where nobody knows whether it was done, a person finds out by a promised time.
 */
export const appointmentKept = (words: Words) =>
  ({
    booking: say({ prompt: words.appointmentBooking, next: 'book' }),
    book: call(bookAppointment, {
      parameters: {
        customerId: attributes.customerId,
        slot: attributes.appointmentSlot,
        instead: attributes.appointmentOld,
      },
      outcomes: { booked: 'booked', taken: 'taken', 'changed-meanwhile': 'changed-meanwhile' },
      onFault: 'unknown',
    }),
    booked: say({
      prompt: words.appointmentBooked({ time: result(bookAppointment, 'booked', 'time') }),
      next: 'after',
    }),
    taken: say({ prompt: words.appointmentTaken, next: 'count-offers' }),

    cancelling: say({ prompt: words.appointmentCancelling, next: 'give-back' }),
    'give-back': call(cancelAppointment, {
      parameters: { customerId: attributes.customerId, slot: attributes.appointmentOld },
      outcomes: { cancelled: 'cancelled', 'changed-meanwhile': 'changed-meanwhile' },
      onFault: 'unknown',
    }),
    cancelled: say({
      prompt: words.appointmentCancelled({ time: result(cancelAppointment, 'cancelled', 'time') }),
      next: 'after',
    }),
    'changed-meanwhile': say({ prompt: words.appointmentChanged, next: 'count-looks' }),
    'count-looks': count({ times: 3, again: 'look', done: 'choice-give-up' }),

    unknown: say({ prompt: words.appointmentUnknown, next: 'note-unknown' }),
    'note-unknown': call(openCase, {
      parameters: {
        reason: 'appointment-unconfirmed',
        customerId: attributes.customerId,
        verified: attributes.verified,
      },
      outcomes: { opened: 'promise', 'no-number': 'withheld', promised: 'not-noted', late: 'not-noted' },
      onFault: 'not-noted',
    }),
    promise: say({
      prompt: words.appointmentPromise({
        promisedTime: result(openCase, 'opened', 'promisedTime'),
        caseNumber: result(openCase, 'opened', 'caseNumber'),
      }),
      next: 'hang-up',
    }),
    withheld: say({ prompt: words.cannotCallBack, next: 'because-unknown' }),
    'not-noted': say({ prompt: words.notNotedEither, next: 'because-unknown' }),
    'because-unknown': because('appointment-unconfirmed', 'to-person'),

    after: choice(words, {
      prompt: words.afterProblem,
      choices: { 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onGiveUp: 'choice-give-up',
      onError: 'choice-fault',
    }),
  }) as const;
