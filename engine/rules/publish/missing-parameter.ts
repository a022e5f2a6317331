/** A parameter that the action needs is missing. */
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';
import { isEventHooks, lacksInputSetting, refused } from './refused.ts';

/** An input needs StoreInput and a time limit, unless it only sets how keys typed ahead are kept. */
function inputSettings(flow: FlowUnderCheck): readonly Report[] {
  return refused(flow, 'publish/at-least-one-property').flatMap((report): Report[] => {
    const name = lacksInputSetting(report.message);
    const path = `${report.path}.${name}`;
    return name === undefined
      ? []
      : [{ ...report, path, message: `Action is missing required property. Path: ${path}` }];
  });
}

export const missingParameter: Rule = {
  id: 'publish/missing-parameter',
  severity: 'error',
  what: 'A parameter that the action needs is missing.',
  why: 'The service refuses the action.',
  fix: 'Add the parameter that the message names.',
  evidence: { pages: [devguide('flow-language-actions')], reports: [REPORTS.wireFormat, REPORTS.builder] },
  check: (flow) => [
    ...refused(
      flow,
      'publish/missing-property',
      ({ path }) => !path.endsWith('.Transitions.NextAction') && !isEventHooks(path),
    ),
    ...inputSettings(flow),
  ],
  bad: {
    ...alone({ on: { type: 'UpdateFlowLoggingBehavior', next: 'end' }, end: hangUp }),
    at: 'Actions[0].Parameters.FlowLoggingBehavior',
  },
  good: alone({
    on: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'end' },
    end: hangUp,
  }),
};
