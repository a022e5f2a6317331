/** A number stands where the wire has text. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, count, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const numberNotText: Rule = {
  id: 'live/number-not-text',
  severity: 'warning',
  what: 'A number stands where the wire has text.',
  why: 'The service takes JSON numbers in some places when the flow is created; exports have texts only, and other tools read nothing else.',
  fix: 'Put it in quotation marks.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.flowAsCode, REPORTS.wireFormat],
    seen: 'no real export has a number here',
  },
  check: (flow) =>
    flow.steps.flatMap((step) => {
      const { block, action } = step;
      if (block === undefined) return [];
      return Object.entries(action.Parameters).flatMap(([name, value]): Report[] =>
        typeof value === 'number' &&
        Object.hasOwn(block.parameters.fields, name) &&
        block.parameters.fields[name]?.shape.kind === 'number'
          ? [
              {
                path: `${step.place}.Parameters.${name}`,
                step: step.id,
                message: `${name} is the number ${value}; write "${value}"`,
              },
            ]
          : [],
      );
    }),
  bad: {
    ...alone({ count: { ...count('end', 'end'), parameters: { LoopCount: 2 } }, end: hangUp }),
    at: 'Actions[0].Parameters.LoopCount',
  },
  good: alone({ count: count('end', 'end'), end: hangUp }),
};
