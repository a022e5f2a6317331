/** The result in $.External is read where no function has answered. */
import { NO_RESULT, onSomeWay } from '../analysis/on-some-way.ts';
import { callsFunctions, externalReadings } from '../analysis/results.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, call, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';

export const resultBeforeFunction: Rule = {
  id: 'live/result-before-function',
  severity: 'error',
  what: 'The result in $.External is read where no function has answered.',
  why: 'It is empty before the first function of a flow and after a failed one, and a module sees no result of its caller.',
  fix: 'Read it after the function on its success branch, and keep what is needed later in contact attributes.',
  evidence: {
    pages: [adminguide('connect-lambda-functions'), adminguide('contact-flow-modules')],
    reports: [REPORTS.posture],
  },
  check: (flow) => {
    if (!callsFunctions(flow)) return [];
    const facts = onSomeWay(flow.group());
    return flow.steps.flatMap((step) => {
      const [first] = externalReadings(step);
      if (first === undefined || facts(flow, step, NO_RESULT) !== true) return [];
      const message = `${first.text} is read here, and on some way to this step no function of this flow has answered`;
      return [{ path: first.path, step: step.id, message }];
    });
  },
  bad: {
    ...alone({
      greet: say('Hello $.External.name.', 'look'),
      look: call('look-up', 'end', 'end'),
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.Text',
  },
  good: alone({
    look: call('look-up', 'greet', 'end'),
    greet: say('Hello $.External.name.', 'end'),
    end: hangUp,
  }),
};
