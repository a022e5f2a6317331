/** An action that ends the flow leads on. */
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';
import { refused } from './refused.ts';

/** Error branches of an end: the block's declaration calls them unknown errors, the service unsupported transitions. */
function branchesOfEnds(flow: FlowUnderCheck): readonly Report[] {
  if (flow.older) return [];
  return flow.steps.flatMap((step) => {
    if (step.block?.branches(step.action.Parameters).next !== 'none') return [];
    return step.edges.flatMap(({ kind, path }) =>
      kind === 'error'
        ? [
            {
              path: `${step.place}.${path}`,
              step: step.id,
              message: `Action does not support transitions. Path: ${step.place}.${path}`,
            },
          ]
        : [],
    );
  });
}

export const terminalTransitions: Rule = {
  id: 'publish/terminal-transitions',
  severity: 'error',
  what: 'An action that ends the flow leads on.',
  why: 'Its Transitions must be {}.',
  fix: 'Write "Transitions": {}; to go on, put the steps before it.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.builder, REPORTS.smartcx],
    seen: '734 of 734 real ends keep it',
  },
  check: (flow) => [...refused(flow, 'publish/no-transitions'), ...branchesOfEnds(flow)],
  bad: {
    ...alone({ end: { type: 'DisconnectParticipant', next: 'again' }, again: hangUp }),
    at: 'Actions[0].Transitions.NextAction',
  },
  good: alone({ end: hangUp }),
};
