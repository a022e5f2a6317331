/** What a verified caller adds to an open case by key: it is still not right, please call me, or I no longer need it. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { say } from '../engine/authoring/speaking.ts';
import { addToCase } from '../lambdas/add-to-case/contract.ts';
import { lookupCase } from '../lambdas/lookup-case/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

const keepWish = (caseAnswer: 'still-so' | 'call-me' | 'not-needed') => {
  const values: AttributeValues = { caseAnswer, caseNumber: result(lookupCase, 'found', 'caseKey') };
  return setAttributes({ attributes: values, next: 'noting-wish', onError: 'not-answered' });
};

/** To be spread into a flow's steps beside `answeringCase` and `afterProblem`; `add` is where they begin. */
export const addingToCase = (words: Words) =>
  ({
    add: choice(words, {
      prompt: words.addToCase,
      choices: { 1: 'still-so', 2: 'call-me', 3: 'not-needed', 0: 'because-question' },
      onGiveUp: 'after-give-up',
      onError: 'after-fault',
    }),
    'still-so': keepWish('still-so'),
    'call-me': keepWish('call-me'),
    'not-needed': keepWish('not-needed'),
    'noting-wish': say({ prompt: words.caseAnswering, next: 'add-to-case' }),
    'add-to-case': call(addToCase, {
      parameters: {
        caseNumber: attributes.caseNumber,
        customerId: attributes.customerId,
        wish: attributes.caseAnswer,
      },
      outcomes: { noted: 'wish-noted', withdrawn: 'withdrawn', 'not-possible': 'case-changed' },
      onFault: 'not-answered',
    }),
    'wish-noted': say({
      prompt: words.caseWishNoted({ promisedTime: result(addToCase, 'noted', 'promisedTime') }),
      next: 'after',
    }),
    withdrawn: say({ prompt: words.caseWithdrawn, next: 'after' }),
  }) as const;
