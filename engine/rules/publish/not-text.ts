/** A number or a boolean stands where the wire has text. */

import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { numberValues } from '../analysis/number-values.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, menu } from '../example.ts';
import type { Report, Rule } from '../rule.ts';
import { faulty, shown } from './value-fault.ts';

/** The block's declaration takes a number for its text, as a live instance did in two places. */
function numbers(flow: FlowUnderCheck): readonly Report[] {
  if (flow.older) return [];
  return numberValues(flow).flatMap(({ step, path, value, tolerated }): Report[] =>
    tolerated
      ? []
      : [
          {
            path,
            step: step.id,
            message: `Invalid Action property value. Path: ${path}: write "${value}", in quotation marks`,
          },
        ],
  );
}

export const notText: Rule = {
  id: 'publish/not-text',
  severity: 'error',
  what: 'A number or a boolean stands where the wire has text.',
  why: 'All scalars of parameters are strings, "True" and "5" too; a boolean is even refused as an unknown action type.',
  fix: 'Put it in quotation marks, in the letters that the parameter has.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.builder],
    seen: 'in real exports only views and audio settings have other scalars',
  },
  check: (flow) => [
    ...faulty(flow, 'not-text', (_shape, value) => `write ${shown(String(value))}, in quotation marks`),
    ...numbers(flow),
  ],
  bad: {
    ...alone({
      menu: {
        ...menu({ '1': 'end' }, 'end'),
        parameters: { Text: 'Press a key.', StoreInput: false, InputTimeLimitSeconds: '5' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.StoreInput',
  },
  good: alone({ menu: menu({ '1': 'end' }, 'end'), end: hangUp }),
};
