/** An error branch that the action does not know. */
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { refused } from './refused.ts';

/** Its error branch is the matter of publish/recording-error. */
const isConflicting = (flow: FlowUnderCheck, path: string): boolean =>
  flow.steps[Number(/\d+/.exec(path)?.[0])]?.action.Type === 'UpdateContactRecordingBehavior';

export const undeclaredError: Rule = {
  id: 'publish/undeclared-error',
  severity: 'error',
  what: 'An error branch that the action does not know.',
  why: 'Extra branches are refused as missing ones are.',
  fix: 'Remove the branch; a function that is too slow takes NoMatchingError, and logging and routing have no error branch.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.builder, REPORTS.smartcx],
    seen: '198 of 198 real logging steps have no error branch',
  },
  check: (flow) => refused(flow, 'publish/invalid-error', ({ path }) => !isConflicting(flow, path)),
  bad: {
    ...alone({
      log: {
        type: 'UpdateFlowLoggingBehavior',
        parameters: { FlowLoggingBehavior: 'Enabled' },
        next: 'end',
        errors: { NoMatchingError: 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0]',
  },
  good: alone({
    log: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'end' },
    end: hangUp,
  }),
};
