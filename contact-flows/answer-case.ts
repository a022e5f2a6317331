/** What a verified caller may say of a case that is resolved: the fix works, or it does not. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { answerCase } from '../lambdas/answer-case/contract.ts';
import { lookupCase } from '../lambdas/lookup-case/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';

const keepAnswer = (caseAnswer: string, caseNumber: string) => {
  const values: AttributeValues = { caseAnswer, caseNumber };
  return setAttributes({ attributes: values, next: 'noting-answer', onError: 'not-answered' });
};

/** To be spread into a flow's steps beside `afterProblem` and `namingCase`; `resolved-case` is where they begin. */
export const answeringCase = (words: Words) =>
  ({
    'resolved-case': menu({
      prompt: words.resolvedCase({ caseNumber: result(lookupCase, 'resolved', 'caseNumber') }),
      timeoutSeconds: 5,
      choices: { 1: 'works', 2: 'not-fixed', 3: 'to-menu', 4: 'another-case', 0: 'because-question' },
      onTimeout: 'resolved-silence',
      onNoMatch: 'resolved-other-key',
      onError: 'after-fault',
    }),
    'resolved-silence': say({ prompt: words.resolvedSilence, next: 'count-resolved' }),
    'resolved-other-key': say({ prompt: words.resolvedOtherKey, next: 'count-resolved' }),
    'count-resolved': count({ times: 2, again: 'resolved-case', done: 'after-give-up' }),
    works: keepAnswer('works', result(lookupCase, 'resolved', 'caseKey')),
    'not-fixed': keepAnswer('not-fixed', result(lookupCase, 'resolved', 'caseKey')),
    'noting-answer': say({ prompt: words.caseAnswering, next: 'answer-case' }),
    'answer-case': call(answerCase, {
      parameters: {
        caseNumber: attributes.caseNumber,
        customerId: attributes.customerId,
        answer: attributes.caseAnswer,
      },
      outcomes: {
        verified: 'case-verified',
        reopened: 'case-reopened',
        'not-possible': 'case-changed',
      },
      onFault: 'not-answered',
    }),
    'case-verified': say({ prompt: words.caseVerified, next: 'after' }),
    'case-reopened': say({
      prompt: words.caseReopened({ promisedTime: result(answerCase, 'reopened', 'promisedTime') }),
      next: 'after',
    }),
    'case-changed': say({ prompt: words.caseChanged, next: 'after' }),
    'not-answered': say({ prompt: words.caseNotAnswered, next: 'because-question' }),
  }) as const;
