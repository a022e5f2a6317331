/** An action that does not branch on conditions has some. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';
import { refused } from './refused.ts';

export const noConditions: Rule = {
  id: 'publish/no-conditions',
  severity: 'error',
  what: 'An action that does not branch on conditions has some.',
  why: 'Only a few types have conditions; a function has none, and its result is compared by a Compare step.',
  fix: 'Compare in a step of its own.',
  evidence: { pages: [devguide('flow-language-actions')], reports: [REPORTS.smartcx, REPORTS.flowAsCode] },
  check: (flow) => refused(flow, 'publish/no-conditions'),
  bad: {
    ...alone({
      hello: {
        type: 'MessageParticipant',
        parameters: { Text: 'Hello.' },
        next: 'end',
        cases: { '1': 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Transitions.Conditions',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
