/** A key of a result is read, or an outcome compared, that the function never answers. */
import { unknownKeys, unknownOutcomes } from '../analysis/results.ts';
import { adminguide } from '../evidence.ts';
import { alone, call, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';

const contracts = { 'lookup-order': { outcomes: { found: ['orderNumber', 'status'] } } };

export const unknownResult: Rule = {
  id: 'live/unknown-result',
  severity: 'error',
  what: 'A key of a result is read, or an outcome compared, that the function never answers.',
  why: 'The key is empty on every call, and the branch of the outcome is never taken.',
  fix: 'Read a key of the contract; the message says which name is near.',
  evidence: { pages: [adminguide('connect-lambda-functions')] },
  check: (flow) => flow.steps.flatMap((step) => [...unknownKeys(flow, step), ...unknownOutcomes(flow, step)]),
  bad: {
    contracts,
    ...alone({
      look: call('lookup-order', 'tell', 'end'),
      tell: say('It $.External.statu.', 'end'),
      end: hangUp,
    }),
    at: 'Actions[1].Parameters.Text',
  },
  good: {
    ...alone({
      look: call('lookup-order', 'tell', 'end'),
      tell: say('It $.External.status.', 'end'),
      end: hangUp,
    }),
    contracts,
  },
};
