/** The error branch of a step leads where its success does. */
import { inputForm } from '../analysis/effects.ts';
import { isAsynchronous } from '../analysis/on-some-way.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, call, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** Steps after which a result is needed; a prompt, a hook or an attribute may fail without harm to what follows. */
const MATTERS: ReadonlySet<string> = new Set([
  'CreateCallbackContact',
  'CreateCase',
  'CreateTask',
  'GetCase',
  'GetCustomerProfile',
  'GetParticipantInput',
  'InvokeFlowModule',
  'InvokeLambdaFunction',
  'UpdateCase',
  'UpdateContactCallbackNumber',
  'UpdateContactTargetQueue',
]);

export const errorAsSuccess: Rule = {
  id: 'live/error-as-success',
  severity: 'warning',
  what: 'The error branch of a step leads where its success does.',
  why: 'What follows takes a result for granted that is not there: an order that was not found, a queue that was not set.',
  fix: 'Lead the error branch to a step that tells the caller and goes another way.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.posture],
    seen: 'the error branch leads elsewhere in 469 of 1,079 real function steps',
  },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      if (!MATTERS.has(step.action.Type) || inputForm(step) === 'buffer' || isAsynchronous(step)) return [];
      const success = step.edges.find(({ kind, taken }) => kind === 'next' && taken);
      const error = step.edges.find(({ kind, label }) => kind === 'error' && label === 'NoMatchingError');
      if (success === undefined || error === undefined || success.target !== error.target) return [];
      return [
        {
          path: `${step.place}.${error.path}`,
          step: step.id,
          message: `a fault leads to '${error.target}' as success does`,
        },
      ];
    }),
  bad: {
    ...alone({ look: call('look-up', 'greet', 'greet'), greet: say('Hello.', 'end'), end: hangUp }),
    at: 'Actions[0].Transitions.Errors[0].NextAction',
  },
  good: alone({
    look: call('look-up', 'greet', 'sorry'),
    greet: say('Hello.', 'end'),
    sorry: say('Sorry.', 'end'),
    end: hangUp,
  }),
};
