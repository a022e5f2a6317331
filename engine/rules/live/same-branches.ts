/** A check has branches, and all of them lead to the same step. */
import { inputForm } from '../analysis/effects.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, decide, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** Checks, with the errors that are answers as conditions are. */
const CHECKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['CheckHoursOfOperation', []],
  ['CheckMetricData', ['NoMatchingCondition']],
  ['CheckOutboundCallStatus', []],
  ['Compare', ['NoMatchingCondition']],
  ['ConnectParticipantWithLexBot', ['NoMatchingCondition']],
  ['DistributeByPercentage', ['NoMatchingCondition']],
  ['GetParticipantInput', ['NoMatchingCondition']],
]);

export const sameBranches: Rule = {
  id: 'live/same-branches',
  severity: 'warning',
  what: 'A check has branches, and all of them lead to the same step.',
  why: 'Whatever the answer is, the same happens: the check is for nothing, or a branch was forgotten.',
  fix: 'Remove the check, or let its branches lead where they should.',
  evidence: { pages: [devguide('flow-control-actions-compare')], reports: [REPORTS.posture] },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      const errors = CHECKS.get(step.action.Type);
      if (errors === undefined || (step.action.Type === 'GetParticipantInput' && inputForm(step) !== 'menu'))
        return [];
      const branches = step.edges.filter(
        ({ kind, label }) => kind === 'condition' || (kind === 'error' && errors.includes(label)),
      );
      const [first] = branches;
      if (
        first?.to === undefined ||
        branches.length < 2 ||
        !branches.some(({ kind }) => kind === 'condition')
      )
        return [];
      if (branches.some(({ target }) => target !== first.target)) return [];
      return [
        {
          path: step.place,
          step: step.id,
          message: `all ${branches.length} branches of this check lead to '${first.target}'`,
        },
      ];
    }),
  bad: {
    ...alone({ who: decide('$.Attributes.vip', { yes: 'end' }, 'end'), end: hangUp }),
    at: 'Actions[0]',
  },
  good: alone({
    who: decide('$.Attributes.vip', { yes: 'hello' }, 'end'),
    hello: say('Hello.', 'end'),
    end: hangUp,
  }),
};
