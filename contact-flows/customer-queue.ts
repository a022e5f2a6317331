/** What a caller hears in the queue: music, and every half minute place, wait and a way to leave a number instead. */
import { result } from '../engine/authoring/calling.ts';
import { readFigures } from '../engine/authoring/contact.ts';
import { checkStaff, decideByNumber } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { endFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say, sayInLoop } from '../engine/authoring/speaking.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { keepNumber } from './keep-number.ts';
import { keyingNumber, readsNumber } from './keying-number.ts';
import type { Words } from './prompts/words.ts';
import { recordings } from './resources.ts';

/**
 * The music comes first: words, menus and counters are not allowed before such a loop (adminguide/loop-prompts), so that
 * a caller hears before the queue when nobody is there. Where the music cannot be played, words alone keep the caller
 * company. Only figures that are set are spoken. Whose own number is withheld keys one at the offer, where questions are
 * allowed: it leads back to the music. An agent may take the call in the middle of the keys (agent-whisper.ts).
 */
export const customerQueue = (words: Words) =>
  flow({
    name: 'customer-queue',
    title: 'Customer queue',
    description:
      'Plays music, says every 30 seconds how long it may take, and offers to leave a number instead.',
    type: 'CUSTOMER_QUEUE',
    start: 'music',
    accept: [readsNumber],
    steps: {
      music: sayInLoop({
        prompts: [{ recording: recordings.queueMusic }],
        interruptEverySeconds: 30,
        onInterrupt: 'figures',
        onError: 'words-alone',
      }),
      'words-alone': sayInLoop({
        prompts: [words.waitingWithoutMusic, { ssml: '<speak><break time="4s"/></speak>' }],
        interruptEverySeconds: 30,
        onInterrupt: 'figures',
        onError: 'cannot-wait',
      }),
      'cannot-wait': say({ prompt: words.cannotWait, next: 'hang-up' }),

      figures: readFigures({ next: 'place', onError: 'place-unknown' }),
      place: decideByNumber({
        value: '$.Metrics.Contact.PositionInQueue',
        upTo: { 1: 'next-in-line' },
        above: 'place-in-line',
        otherwise: 'place-unknown',
      }),
      'next-in-line': say({ prompt: words.nextInLine, next: 'wait' }),
      'place-in-line': say({
        prompt: words.placeInLine({ position: '$.Metrics.Contact.PositionInQueue' }),
        next: 'wait',
      }),
      'place-unknown': say({ prompt: words.stillWaiting, next: 'anybody-now' }),
      wait: decideByNumber({
        value: '$.Metrics.Contact.EstimatedWaitTime',
        upTo: { 90: 'one-minute', 180: 'three-minutes', 300: 'five-minutes', 600: 'ten-minutes' },
        above: 'more-minutes',
        otherwise: 'anybody-now',
      }),
      'one-minute': say({ prompt: words.waitOneMinute, next: 'offer' }),
      'three-minutes': say({ prompt: words.waitThreeMinutes, next: 'offer' }),
      'five-minutes': say({ prompt: words.waitFiveMinutes, next: 'offer' }),
      'ten-minutes': say({ prompt: words.waitTenMinutes, next: 'offer' }),
      'more-minutes': say({ prompt: words.waitMoreMinutes, next: 'offer' }),
      'anybody-now': checkStaff({ somebody: 'wait-unknown', nobody: 'nobody-now', onError: 'wait-unknown' }),
      'wait-unknown': say({ prompt: words.waitUnknown, next: 'offer' }),
      'nobody-now': say({ prompt: words.waitNobody, next: 'offer' }),

      offer: menu({
        prompt: words.waitOffer,
        timeoutSeconds: 3,
        choices: { 1: 'noting' },
        onTimeout: 'go-on',
        onNoMatch: 'other-key',
        onError: 'offer-fault',
      }),
      'other-key': say({ prompt: words.waitOtherKey, next: 'go-on' }),
      'offer-fault': say({ prompt: words.waitOfferFault, next: 'go-on' }),
      noting: say({ prompt: words.noting, next: 'keep-number' }),
      'keep-number': keepNumber({
        opened: 'promise',
        promised: 'promised',
        late: 'late',
        withheld: 'number-unseen',
        onFault: 'fault',
      }),
      'number-unseen': say({ prompt: words.numberUnseen, next: 'log-off' }),
      ...keyingNumber(words, { reason: 'left-queue', none: 'withheld', onFault: 'fault' }),
      withheld: say({ prompt: words.waitWithheld, next: 'go-on' }),
      fault: say({ prompt: words.waitMessageFault, next: 'go-on' }),
      'go-on': endFlow(),

      promise: say({
        prompt: words.promise({
          promisedTime: result(openCase, 'opened', 'promisedTime'),
          caseNumber: result(openCase, 'opened', 'caseNumber'),
        }),
        next: 'hang-up',
      }),
      promised: say({
        prompt: words.promisedAlready({ time: result(openCase, 'promised', 'time') }),
        next: 'hang-up',
      }),
      late: say({ prompt: words.promisedLate, next: 'go-on' }),
      'hang-up': hangUp(),
    },
  });
