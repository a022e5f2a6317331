/** A number stands where the wire has text. */
import { numberValues } from '../analysis/number-values.ts';
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
    numberValues(flow).flatMap(({ step, path, value, tolerated }): Report[] =>
      tolerated ? [{ path, step: step.id, message: `this is the number ${value}; write "${value}"` }] : [],
    ),
  bad: {
    ...alone({ count: { ...count('end', 'end'), parameters: { LoopCount: 2 } }, end: hangUp }),
    at: 'Actions[0].Parameters.LoopCount',
  },
  good: alone({ count: count('end', 'end'), end: hangUp }),
};
