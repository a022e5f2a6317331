/** An action that not every instance takes. */
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const gatedType: Rule = {
  id: 'publish/gated-type',
  severity: 'warning',
  what: 'An action that not every instance takes.',
  why: 'The administrator guide describes it, and a test instance refused it as unknown in October 2026.',
  fix: 'Try it on an instance like the one that the flow goes to, before it is needed.',
  evidence: {
    pages: [adminguide('interrupt-agent'), adminguide('journey-flow-block-customer-profiles')],
    reports: [REPORTS.flowAsCode],
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action: { Type }, place, id }): Report[] => {
          if (Type !== 'RouteContactToAgent' && Type !== 'CheckSegmentMembership') return [];
          const path = `${place}.Type`;
          return [
            {
              path,
              step: id,
              message: `Invalid Action type. Type: ${Type}, Path: ${path}: sources conflict, the type depends on the instance and its Region`,
            },
          ];
        }),
  bad: {
    ...alone({
      member: { type: 'CheckSegmentMembership', next: 'end', errors: { NoMatchingError: 'end' } },
      end: hangUp,
    }),
    at: 'Actions[0].Type',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
