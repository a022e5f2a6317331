/** On some way the caller is hung up on without a word. */
import { onEveryWay, WORDS } from '../analysis/on-every-way.ts';
import { REPORTS } from '../evidence.ts';
import { alone, hangUp, menu, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const noGoodbye: Rule = {
  id: 'posture/no-goodbye',
  severity: 'warning',
  what: 'On some way the caller is hung up on without a word.',
  why: 'A line that goes dead after a key or a fault is taken for a failure, and the caller rings again.',
  fix: 'Say goodbye, and what happens next, before DisconnectParticipant.',
  evidence: { reports: [REPORTS.posture, REPORTS.hungUp] },
  check: (flow) => {
    const facts = onEveryWay(flow.group());
    return flow.steps.flatMap((step): Report[] =>
      step.action.Type === 'DisconnectParticipant' && facts(flow, step, WORDS) === false
        ? [
            {
              path: step.place,
              step: step.id,
              message: 'on some way to this step nothing is said before the call is ended',
            },
          ]
        : [],
    );
  },
  bad: {
    ...alone({ choose: menu({ '9': 'end' }, 'bye'), bye: say('Goodbye.', 'end'), end: hangUp }),
    at: 'Actions[2]',
  },
  good: alone({ choose: menu({ '9': 'bye' }, 'bye'), bye: say('Goodbye.', 'end'), end: hangUp }),
};
