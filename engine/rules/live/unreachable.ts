/** Nothing leads to a step. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';

export const unreachable: Rule = {
  id: 'live/unreachable',
  severity: 'warning',
  what: 'Nothing leads to a step.',
  why: 'It was forgotten when the flow was changed, or a branch that should lead to it leads elsewhere.',
  fix: 'Remove it, or let a branch point to it.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.smartcx],
    seen: '19 of 436 real flows have such steps, and the service takes them',
  },
  check: (flow) => {
    const { start } = flow;
    if (start === undefined) return [];
    const reached = new Set([start]);
    for (const index of reached)
      for (const { to } of flow.steps[index]?.edges ?? []) if (to !== undefined) reached.add(to);
    return flow.steps
      .filter(({ index }) => !reached.has(index))
      .map(({ place, id }) => ({ path: place, step: id, message: `nothing leads to the step '${id}'` }));
  },
  bad: {
    ...alone({ hello: say('Hello.', 'end'), lost: say('Nobody hears this.', 'end'), end: hangUp }),
    at: 'Actions[1]',
  },
  good: alone({ hello: say('Hello.', 'more'), more: say('Somebody hears this.', 'end'), end: hangUp }),
};
