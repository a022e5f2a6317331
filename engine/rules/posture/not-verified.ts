/** A protected step is reached without verification on some way. */
import type { StepUnderCheck } from '../analysis/flow-under-check.ts';
import { functionName } from '../analysis/function-results.ts';
import { onEveryWay, VERIFIED } from '../analysis/on-every-way.ts';
import { GUARDED, onSomeWay } from '../analysis/on-some-way.ts';
import { namesProtected } from '../analysis/personal.ts';
import { namesVerification } from '../analysis/verification.ts';
import { REPORTS } from '../evidence.ts';
import { alone, call, decide, hangUp, menu } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** Flows that only an agent hears. */
const AGENTS: ReadonlySet<string> = new Set(['AGENT_WHISPER', 'AGENT_HOLD']);

/** Steps that read or change what belongs to a customer. */
const ASKS: ReadonlySet<string> = new Set([
  'GetCase',
  'GetCustomerProfile',
  'GetCustomerProfileObject',
  'InvokeLambdaFunction',
  'UpdateCase',
  'UpdateCustomerProfile',
]);

/** A function that is given the result of the check decides for itself, and one that verifies is the check. */
const isTold = (step: StepUnderCheck): boolean =>
  namesVerification(functionName(step.action) ?? '') ||
  step.readings.some(({ reference }) => namesVerification(reference.segments.at(-1) ?? ''));

/** What is spoken and only for its owner, told by its name. */
function protectedWords(step: StepUnderCheck): { readonly path: string; readonly text: string } | undefined {
  if (step.block?.facts.speaks !== true) return undefined;
  const found = step.readings.find(
    ({ reference, path }) => /\.(?:Text|SSML)$/.test(path) && namesProtected(reference.segments.at(-1) ?? ''),
  );
  return found === undefined ? undefined : { path: found.path, text: found.reference.text };
}

export const notVerified: Rule = {
  id: 'posture/not-verified',
  severity: 'error',
  what: 'A protected step is reached without verification on some way.',
  why: 'Whoever rings from a known number, or finds the way round the question, hears what belongs to somebody else.',
  fix: 'Lead every way to it through the check, or give the function the result of the check so that it decides.',
  evidence: { reports: [REPORTS.posture] },
  check: (flow) => {
    const always = onEveryWay(flow.group());
    const sometimes = onSomeWay(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      if (always(flow, step, VERIFIED) !== false) return [];
      const spoken = AGENTS.has(flow.type) ? undefined : protectedWords(step);
      if (spoken !== undefined)
        return [
          {
            path: `${step.place}.${spoken.path}`,
            step: step.id,
            message: `${spoken.text} is spoken here, and on some way to this step the caller has not been verified`,
          },
        ];
      if (!ASKS.has(step.action.Type) || sometimes(flow, step, GUARDED) !== true || isTold(step)) return [];
      return [
        {
          path: step.place,
          step: step.id,
          message: 'on one way to this step the caller has been verified, and on another not',
        },
      ];
    });
  },
  bad: {
    ...alone({
      choose: menu({ '1': 'check', '2': 'orders' }, 'end'),
      check: decide('$.Attributes.verified', { true: 'orders' }, 'end'),
      orders: call('find-orders', 'end', 'end'),
      end: hangUp,
    }),
    at: 'Actions[2]',
  },
  good: alone({
    choose: menu({ '1': 'check', '2': 'check' }, 'end'),
    check: decide('$.Attributes.verified', { true: 'orders' }, 'end'),
    orders: call('find-orders', 'end', 'end'),
    end: hangUp,
  }),
};
