/** An action that goes on has no NextAction. */

import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';
import { refused } from './refused.ts';

/** Steps that only branch need one too; a loop of prompts is the one that does not. */
function deciding(flow: FlowUnderCheck): readonly Report[] {
  if (flow.older) return [];
  return flow.steps.flatMap(({ action, block, place, id }): Report[] => {
    if (block === undefined || action.Transitions.NextAction !== undefined) return [];
    if (
      block.type === 'MessageParticipantIteratively' ||
      block.branches(action.Parameters).next !== 'optional'
    )
      return [];
    const path = `${place}.Transitions.NextAction`;
    return [{ path, step: id, message: `Action is missing required property. Path: ${path}` }];
  });
}

export const missingNext: Rule = {
  id: 'publish/missing-next',
  severity: 'error',
  what: 'An action that goes on has no NextAction.',
  why: 'Every action that does not end the flow needs one, even where it is never taken.',
  fix: 'Give the step that follows; where the action only branches, repeat the target of its NoMatchingCondition or NoMatchingError branch, as the console does.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.flowAsCode],
    seen: '7,407 of 7,418 real steps have it',
  },
  check: (flow) => [
    ...refused(flow, 'publish/missing-property', ({ path }) => path.endsWith('.Transitions.NextAction')),
    ...deciding(flow),
  ],
  bad: {
    ...alone({
      hello: {
        type: 'MessageParticipant',
        parameters: { Text: 'Hello.' },
        errors: { NoMatchingError: 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Transitions.NextAction',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
