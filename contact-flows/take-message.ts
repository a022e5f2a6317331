/** Keeps the caller's number as a case, or one that they key, and says by when we call back; every way ends with words and a goodbye. */
import { call, result } from '../engine/authoring/calling.ts';
import { setLogging } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { hangUp } from '../engine/authoring/handing-over.ts';
import { ask, menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { leaveNumber } from '../lambdas/leave-number/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { readNumber } from '../lambdas/read-number/contract.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';

/**
 * A number that is keyed is nobody's business: the flow log is off from before the keys until it is kept. It is read back
 * once; who says nothing to that has agreed.
 */
export const takeMessage = (words: Words) =>
  flow({
    name: 'take-message',
    title: 'Take a message',
    description: "Keeps the caller's number with a promised time and says both the time and the case number.",
    type: 'CONTACT_FLOW',
    start: 'noting',
    accept: [
      {
        rule: 'posture/not-verified',
        step: 'read-number',
        reason: 'It reads what was keyed, and knows of nobody whose it is.',
      },
    ],
    steps: {
      noting: say({ prompt: words.noting, next: 'open-case' }),
      'open-case': call(openCase, {
        parameters: {
          reason: attributes.messageReason,
          customerId: attributes.customerId,
          verified: attributes.verified,
        },
        outcomes: { opened: 'promise', 'no-number': 'withheld' },
        onFault: 'fault',
      }),
      promise: say({
        prompt: words.promise({
          promisedTime: result(openCase, 'opened', 'promisedTime'),
          caseNumber: result(openCase, 'opened', 'caseNumber'),
        }),
        next: 'hang-up',
      }),
      withheld: say({ prompt: words.numberUnseen, next: 'log-off' }),
      'log-off': setLogging({ logging: 'off', next: 'ask-number' }),
      'ask-number': ask({
        prompt: words.askNumber,
        timeoutSeconds: 10,
        digitsMax: 20,
        shortcuts: { 0: 'log-on-declined' },
        next: 'read-number',
        onNothing: 'log-on-after-silence',
        onError: 'log-on-after-fault',
      }),
      'read-number': call(readNumber, {
        parameters: { digits: '$.StoredCustomerInput' },
        outcomes: { read: 'read-back', 'not-a-number': 'log-on-no-number' },
        onFault: 'log-on-after-fault',
      }),
      'read-back': menu({
        prompt: words.numberReadBack({ number: result(readNumber, 'read', 'number') }),
        timeoutSeconds: 6,
        choices: { 1: 'noting-number', 2: 'log-on-again' },
        onTimeout: 'noting-number',
        onNoMatch: 'log-on-again',
        onError: 'noting-number',
      }),
      'noting-number': say({ prompt: words.numberNoting, next: 'leave-number' }),
      'leave-number': call(leaveNumber, {
        parameters: {
          reason: attributes.messageReason,
          customerId: attributes.customerId,
          verified: attributes.verified,
          digits: '$.StoredCustomerInput',
        },
        outcomes: { opened: 'log-on-promised', 'not-a-number': 'log-on-after-fault' },
        onFault: 'log-on-after-fault',
      }),
      'log-on-promised': setLogging({ logging: 'on', next: 'promise-number' }),
      'promise-number': say({
        prompt: words.promiseAtNumber({
          promisedTime: result(leaveNumber, 'opened', 'promisedTime'),
          caseNumber: result(leaveNumber, 'opened', 'caseNumber'),
        }),
        next: 'hang-up',
      }),
      'log-on-no-number': setLogging({ logging: 'on', next: 'no-such-number' }),
      'no-such-number': say({ prompt: words.numberNotOne, next: 'count-numbers' }),
      'log-on-after-silence': setLogging({ logging: 'on', next: 'number-silence' }),
      'number-silence': say({ prompt: words.numberSilence, next: 'count-numbers' }),
      'log-on-again': setLogging({ logging: 'on', next: 'number-again' }),
      'number-again': say({ prompt: words.numberAgain, next: 'count-numbers' }),
      'count-numbers': count({ times: 2, again: 'log-off', done: 'number-withheld' }),
      'log-on-declined': setLogging({ logging: 'on', next: 'number-withheld' }),
      'number-withheld': say({ prompt: words.numberWithheld, next: 'hang-up' }),
      'log-on-after-fault': setLogging({ logging: 'on', next: 'fault' }),
      fault: say({ prompt: words.messageFault, next: 'hang-up' }),
      'hang-up': hangUp(),
    },
  });
