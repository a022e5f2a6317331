/** Keeps the caller's number as a case, or one that they key, and says by when we call back; every way ends with words and a goodbye. */
import { call, result } from '../engine/authoring/calling.ts';
import { flow } from '../engine/authoring/flow.ts';
import { hangUp } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { attributes } from './attributes.ts';
import { keyingNumber, readsNumber } from './keying-number.ts';
import type { Words } from './prompts/words.ts';

export const takeMessage = (words: Words) =>
  flow({
    name: 'take-message',
    title: 'Take a message',
    description: "Keeps the caller's number with a promised time and says both the time and the case number.",
    type: 'CONTACT_FLOW',
    start: 'noting',
    accept: [readsNumber],
    steps: {
      noting: say({ prompt: words.noting, next: 'open-case' }),
      'open-case': call(openCase, {
        parameters: {
          reason: attributes.messageReason,
          customerId: attributes.customerId,
          verified: attributes.verified,
        },
        outcomes: { opened: 'promise', promised: 'promised', late: 'late', 'no-number': 'withheld' },
        onFault: 'fault',
      }),
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
      late: say({ prompt: words.promisedLate, next: 'goodbye' }),
      goodbye: say({ prompt: words.goodbye, next: 'hang-up' }),
      withheld: say({ prompt: words.numberUnseen, next: 'log-off' }),
      ...keyingNumber(words, {
        reason: attributes.messageReason,
        none: 'number-withheld',
        onFault: 'fault',
      }),
      'number-withheld': say({ prompt: words.numberWithheld, next: 'hang-up' }),
      fault: say({ prompt: words.messageFault, next: 'hang-up' }),
      'hang-up': hangUp(),
    },
  });
