/** An error branch that the action must have is missing. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, joinQueue } from '../example.ts';
import type { Rule } from '../rule.ts';
import { refused } from './refused.ts';

export const missingError: Rule = {
  id: 'publish/missing-error',
  severity: 'error',
  what: 'An error branch that the action must have is missing.',
  why: 'The service names it and refuses the flow; which are needed depends on the form of the action.',
  fix: 'Add the branch, to a step that says something to the caller.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.aboutErrors, REPORTS.builder, REPORTS.flowAsCode],
    seen: '1,063 of 1,066 real function steps and 265 of 279 real menus keep it',
  },
  check: (flow) => refused(flow, 'publish/missing-error'),
  bad: {
    ...alone({
      join: { type: 'TransferContactToQueue', next: 'end', errors: { NoMatchingError: 'end' } },
      end: hangUp,
    }),
    at: 'Actions[0]',
  },
  good: alone({ join: joinQueue('end'), end: hangUp }),
};
