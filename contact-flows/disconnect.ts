/** What a caller hears who is still on the line after the agent has hung up: a question about the call, and goodbye. */
import { call } from '../engine/authoring/calling.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { hangUp } from '../engine/authoring/handing-over.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { keepFeedback } from '../lambdas/keep-feedback/contract.ts';
import { attributes } from './attributes.ts';
import type { Offers } from './offers.ts';
import type { Words } from './prompts/words.ts';

/** Whoever does not answer has somewhere else to be: silence ends in goodbye at once, another key after one more try. */
const survey = (words: Words) =>
  ({
    ask: ask({
      prompt: words.surveyQuestion,
      timeoutSeconds: 5,
      digitsMax: 1,
      shortcuts: { 1: 'keep', 2: 'keep', 3: 'keep', 4: 'keep', 5: 'keep' },
      next: 'other-key',
      onNothing: 'goodbye',
      onError: 'goodbye',
    }),
    'other-key': say({ prompt: words.surveyOtherKey, next: 'tries' }),
    tries: count({ times: 1, again: 'ask', done: 'goodbye' }),
    keep: call(keepFeedback, {
      parameters: { score: '$.StoredCustomerInput', team: '$.Queue.Name', reason: attributes.reason },
      outcomes: { kept: 'thanks' },
      onFault: 'goodbye',
    }),
    thanks: say({ prompt: words.surveyThanks, next: 'goodbye' }),
  }) as const;

export const disconnect = (words: Words, { surveys }: Offers) => {
  const terms = {
    name: 'disconnect',
    title: 'Disconnect',
    type: 'CONTACT_FLOW',
  } as const;
  const end = { goodbye: say({ prompt: words.goodbye, next: 'hang-up' }), 'hang-up': hangUp() } as const;
  return surveys
    ? flow({
        ...terms,
        description: 'Asks the caller how the call was, and says goodbye.',
        start: 'ask',
        accept: [
          {
            rule: 'posture/not-verified',
            step: 'keep',
            reason: 'Anybody may say how their own call was, and hears nothing about anybody.',
          },
        ],
        steps: { ...survey(words), ...end },
      })
    : flow({ ...terms, description: 'Thanks the caller and says goodbye.', start: 'goodbye', steps: end });
};
