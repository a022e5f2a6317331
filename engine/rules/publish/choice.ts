/** A parameter is none of the words that it may be. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { faulty, shown } from './value-fault.ts';

export const choice: Rule = {
  id: 'publish/choice',
  severity: 'error',
  what: 'A parameter is none of the words that it may be.',
  why: 'Words are compared letter by letter, and upper and lower case differ from parameter to parameter.',
  fix: 'Write one of the words that the message names.',
  evidence: { pages: [devguide('flow-language-actions')], reports: [REPORTS.builder, REPORTS.flowAsCode] },
  check: (flow) =>
    faulty(
      flow,
      'choice',
      (shape, value) =>
        `${shown(value)} is none of ${shape.kind === 'choice' ? shape.choices.join(', ') : 'its words'}`,
    ),
  bad: {
    ...alone({
      log: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'On' }, next: 'end' },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.FlowLoggingBehavior',
  },
  good: alone({
    log: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'end' },
    end: hangUp,
  }),
};
