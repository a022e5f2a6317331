/** A verified caller names a case by its number, and hears how it stands. */
import { call, result } from '../engine/authoring/calling.ts';
import { count } from '../engine/authoring/deciding.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCase } from '../lambdas/lookup-case/contract.ts';
import { attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

/**
 * To be spread into a flow's steps beside `answeringCase` and `afterProblem`; `another-case` is where they begin, and
 * `after-none` where there is no open case to speak of. An open one leads to `keep-severity`.
 */
export const namingCase = (words: Words) =>
  ({
    'another-case': count({ times: 4, again: 'ask-case', done: 'enough-cases' }),
    'enough-cases': say({ prompt: words.enoughCases, next: 'because-question' }),
    'ask-case': ask({
      prompt: words.askCase,
      timeoutSeconds: 8,
      digitsMax: 20,
      shortcuts: { 0: 'because-question' },
      next: 'look-up-named',
      onNothing: 'count-number',
      onError: 'number-fault',
    }),
    'count-number': count({ times: 2, again: 'case-number-silence', done: 'no-number' }),
    'case-number-silence': say({ prompt: words.caseNumberSilence, next: 'ask-case' }),
    'no-number': say({ prompt: words.caseNumberMissing, next: 'because-question' }),
    'number-fault': say({ prompt: words.caseNumberFault, next: 'because-question' }),
    'look-up-named': call(lookupCase, {
      parameters: {
        customerId: attributes.customerId,
        reason: 'any',
        caseNumber: '$.StoredCustomerInput',
      },
      outcomes: {
        found: 'keep-severity',
        resolved: 'resolved-case',
        settled: 'settled',
        none: 'count-unknown',
      },
      onFault: 'look-up-fault',
    }),
    'count-unknown': count({ times: 2, again: 'case-unknown', done: 'case-unknown-again' }),
    'case-unknown': say({ prompt: words.caseUnknown, next: 'ask-case' }),
    'case-unknown-again': say({ prompt: words.caseUnknownAgain, next: 'because-question' }),
    settled: say({
      prompt: words.caseSettled({ caseNumber: result(lookupCase, 'settled', 'caseNumber') }),
      next: 'after-none',
    }),
    'after-none': choice(words, {
      prompt: words.afterNoCase,
      choices: { 3: 'to-menu', 4: 'another-case', 0: 'because-question', 9: 'goodbye' },
      onGiveUp: 'after-give-up',
      onError: 'after-fault',
    }),
  }) as const;
