/** Appointments of verified callers: hear the one that they have, book, move and cancel, one free time after the other. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupAppointment } from '../lambdas/lookup-appointment/contract.ts';
import { offerAppointment } from '../lambdas/offer-appointment/contract.ts';
import { appointmentKept } from './appointment-kept.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import { endings } from './endings.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { verifiedFirst } from './verified-first.ts';

const none: AttributeValues = { appointmentOld: 'none', appointmentFrom: 'now' };
const theirs: AttributeValues = {
  appointmentOld: result(lookupAppointment, 'booked', 'slot'),
  appointmentFrom: 'now',
};
/** Kept, because the next function answers over it. */
const offered: AttributeValues = {
  appointmentSlot: result(offerAppointment, 'offered', 'slot'),
  appointmentLater: result(offerAppointment, 'offered', 'later'),
  appointmentNextDay: result(offerAppointment, 'offered', 'nextDay'),
};
const later: AttributeValues = { appointmentFrom: attributes.appointmentLater };
const nextDay: AttributeValues = { appointmentFrom: attributes.appointmentNextDay };

/** A caller has one appointment at a time; nothing is booked, moved or cancelled before 1 was pressed for it. */
export const appointments = (words: Words) => {
  const ends = { onGiveUp: 'choice-give-up', onError: 'choice-fault' } as const;
  const ways = { 3: 'to-menu', 0: 'because-question' } as const;
  return flow({
    name: 'appointments',
    title: 'Appointments',
    description: 'Tells, books, moves and cancels the appointment of a verified caller.',
    type: 'CONTACT_FLOW',
    start: 'verified-before',
    steps: {
      ...verifiedFirst(words, 'looking'),
      'because-asked': because('asked-for-person', 'to-person'),

      looking: say({ prompt: words.appointmentLooking, next: 'look' }),
      look: call(lookupAppointment, {
        parameters: { customerId: attributes.customerId },
        outcomes: { booked: 'keep-theirs', none: 'keep-none' },
        onFault: 'look-fault',
      }),
      'look-fault': say({ prompt: words.appointmentLookFault, next: 'because-fault' }),
      'keep-none': setAttributes({ attributes: none, next: 'finding', onError: 'choice-fault' }),
      'keep-theirs': setAttributes({ attributes: theirs, next: 'theirs', onError: 'choice-fault' }),
      theirs: choice(words, {
        prompt: words.appointmentTheirs({ time: result(lookupAppointment, 'booked', 'time') }),
        choices: { 1: 'finding', 2: 'cancel', ...ways },
        ...ends,
      }),
      cancel: choice(words, {
        prompt: words.appointmentCancelReadBack({ time: result(lookupAppointment, 'booked', 'time') }),
        choices: { 1: 'cancelling', 2: 'left', 0: 'because-question' },
        ...ends,
      }),
      left: say({ prompt: words.appointmentLeft, next: 'after' }),

      finding: say({ prompt: words.appointmentFinding, next: 'offer' }),
      offer: call(offerAppointment, {
        parameters: { from: attributes.appointmentFrom, except: attributes.appointmentOld },
        outcomes: { offered: 'keep-offered', 'none-free': 'none-free' },
        onFault: 'offer-fault',
      }),
      'offer-fault': say({ prompt: words.appointmentOfferFault, next: 'because-no-time' }),
      'none-free': say({ prompt: words.appointmentNoneFree, next: 'because-no-time' }),
      'because-no-time': because('no-appointment-time', 'to-person'),
      'keep-offered': setAttributes({ attributes: offered, next: 'offered', onError: 'choice-fault' }),
      offered: choice(words, {
        prompt: words.appointmentOffered({ time: result(offerAppointment, 'offered', 'time') }),
        choices: { 1: 'booking', 2: 'later', 4: 'next-day', ...ways },
        ...ends,
      }),
      later: setAttributes({ attributes: later, next: 'count-offers', onError: 'choice-fault' }),
      'next-day': setAttributes({ attributes: nextDay, next: 'count-offers', onError: 'choice-fault' }),
      'count-offers': count({ times: 12, again: 'offer', done: 'enough-offers' }),
      'enough-offers': say({ prompt: words.appointmentEnoughOffers, next: 'because-no-time' }),

      'choice-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
      'choice-fault': say({ prompt: words.choiceFault, next: 'because-fault' }),
      'because-question': because('appointment-question', 'to-person'),

      ...appointmentKept(words),
      ...endings(words),
    },
  });
};
