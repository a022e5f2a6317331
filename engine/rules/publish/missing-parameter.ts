/** A parameter that the action needs is missing. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isEventHooks, refused } from './refused.ts';

export const missingParameter: Rule = {
  id: 'publish/missing-parameter',
  severity: 'error',
  what: 'A parameter that the action needs is missing.',
  why: 'The service refuses the action.',
  fix: 'Add the parameter that the message names.',
  evidence: { pages: [devguide('flow-language-actions')], reports: [REPORTS.wireFormat, REPORTS.builder] },
  check: (flow) =>
    refused(
      flow,
      'publish/missing-property',
      ({ path }) => !path.endsWith('.Transitions.NextAction') && !isEventHooks(path),
    ),
  bad: {
    ...alone({ on: { type: 'UpdateFlowLoggingBehavior', next: 'end' }, end: hangUp }),
    at: 'Actions[0].Parameters.FlowLoggingBehavior',
  },
  good: alone({
    on: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'end' },
    end: hangUp,
  }),
};
