/** The percentages of a distribution do not ascend to at most 100. */
import { devguide } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const branch = (operand: string, NextAction: string) => ({
  NextAction,
  Condition: { Operator: 'NumberLessThan', Operands: [operand] },
});
const part = (first: string, second: string): ExampleStep => ({
  type: 'DistributeByPercentage',
  transitions: {
    NextAction: 'end',
    Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'end' }],
    Conditions: [branch(first, 'a'), branch(second, 'b')],
  },
});

export const percentages: Rule = {
  id: 'live/percentages',
  severity: 'warning',
  what: 'The percentages of a distribution do not ascend to at most 100.',
  why: 'Each threshold is one more than the sum of the percentages up to it: a smaller one after a greater is never reached.',
  fix: 'Write the thresholds in ascending order, e.g. 4, 10 and 18 for 3, 6 and 8 percent.',
  evidence: {
    pages: [devguide('flow-control-actions-distributebypercentage')],
    seen: '5 of 5 real steps keep it',
  },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      if (step.action.Type !== 'DistributeByPercentage') return [];
      let before = 1;
      return step.edges.flatMap(({ kind, label, path }): Report[] => {
        if (kind !== 'condition') return [];
        const threshold = Number(label);
        const fits = threshold > before && threshold <= 101;
        if (fits) before = threshold;
        return fits
          ? []
          : [
              {
                path: `${step.place}.${path.replace(/\.NextAction$/, '')}`,
                step: step.id,
                message: `the threshold ${label} comes after ${before}; thresholds ascend, up to 101`,
              },
            ];
      });
    }),
  bad: {
    ...alone({ part: part('30', '20'), a: say('A.', 'end'), b: say('B.', 'end'), end: hangUp }),
    at: 'Actions[0].Transitions.Conditions[1]',
  },
  good: alone({ part: part('20', '30'), a: say('A.', 'end'), b: say('B.', 'end'), end: hangUp }),
};
