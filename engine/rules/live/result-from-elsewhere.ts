/** The result in $.External is read in a flow that calls no function; sources conflict on whether a result goes with the caller. */
import { NO_RESULT, onSomeWay } from '../analysis/on-some-way.ts';
import { callsFunctions, externalReadings } from '../analysis/results.ts';
import { adminguide, devguide } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';

export const resultFromElsewhere: Rule = {
  id: 'live/result-from-elsewhere',
  severity: 'warning',
  what: 'The result in $.External is read in a flow that calls no function; sources conflict on whether a result goes with the caller.',
  why: 'The guide says that a result belongs to its flow, and published flows read one that the flow before has left.',
  fix: 'Keep what the next flow needs in contact attributes.',
  evidence: {
    pages: [adminguide('connect-lambda-functions'), devguide('flow-control-actions-transfertoflow')],
    seen: 'flows of aws-samples/amazon-connect-rules-engine read results of the flow before',
  },
  check: (flow) => {
    if (callsFunctions(flow)) return [];
    const facts = onSomeWay(flow.group());
    return flow.steps.flatMap((step) => {
      const [first] = externalReadings(step);
      if (first === undefined || facts(flow, step, NO_RESULT) !== true) return [];
      const message = `${first.text} is read here, and this flow calls no function; sources conflict on whether the result of another flow is seen`;
      return [{ path: first.path, step: step.id, message }];
    });
  },
  bad: {
    ...alone({ greet: say('Hello $.External.name.', 'end'), end: hangUp }),
    at: 'Actions[0].Parameters.Text',
  },
  good: alone({ greet: say('Hello $.Attributes.name.', 'end'), end: hangUp }),
};
