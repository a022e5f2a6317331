/** The error branch of a step leads where its success does, at once or by steps that make no difference. */
import type { Edge } from '../analysis/edges.ts';
import { comparedBy, inputForm, typeOf } from '../analysis/effects.ts';
import type { FlowUnderCheck, StepUnderCheck } from '../analysis/flow-under-check.ts';
import { isAsynchronous } from '../analysis/on-some-way.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, call, decide, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** Steps after which a result is needed; a prompt, a hook or an attribute may fail without harm to what follows. */
const MATTERS: ReadonlySet<string> = new Set([
  'CreateCallbackContact',
  'CreateCase',
  'CreateTask',
  'GetCase',
  'GetCustomerProfile',
  'GetCustomerProfileObject',
  'GetParticipantInput',
  'InvokeFlowModule',
  'InvokeLambdaFunction',
  'UpdateCase',
  'UpdateContactCallbackNumber',
  'UpdateContactTargetQueue',
]);

/** Steps that neither the caller nor what follows tells from nothing. */
const INDIFFERENT: ReadonlySet<string> = new Set([
  'TagContact',
  'UntagContact',
  'UpdateContactEventHooks',
  'UpdateContactMediaStreamingBehavior',
  'UpdateContactRecordingBehavior',
  'UpdateContactTextToSpeechVoice',
  'UpdateFlowLoggingBehavior',
]);

/** The case is there, only not linked to the contact. */
const HALF_DONE = 'ContactNotLinked';

/** What a fault leaves empty, so that a comparison tells it from an answer (adminguide/attribs-with-lambda). */
const EMPTIED: ReadonlyMap<string, string> = new Map([
  ['InvokeLambdaFunction', 'External'],
  ['GetCustomerProfile', 'Customer'],
  ['GetCase', 'Case'],
]);

/** The first step on the way that makes a difference. */
function arrival(flow: FlowUnderCheck, edge: Edge): number | undefined {
  const passed = new Set<number>();
  let place = edge.to;
  while (place !== undefined && !passed.has(place)) {
    const step = flow.steps[place];
    const [on, ...others] = step?.edges.filter(({ taken }) => taken) ?? [];
    if (step === undefined || on === undefined || !INDIFFERENT.has(typeOf(step))) return place;
    if (others.some(({ target }) => target !== on.target)) return place;
    passed.add(place);
    place = on.to;
  }
  return place;
}

/** Whether the step there compares what the fault has emptied, and goes another way then. */
function tellsThemApart(failed: StepUnderCheck, there: StepUnderCheck | undefined): boolean {
  const emptied = EMPTIED.get(typeOf(failed));
  if (there === undefined || emptied === undefined || comparedBy(there)?.segments[0] !== emptied)
    return false;
  const otherwise = there.edges.find(({ label }) => label === 'NoMatchingCondition');
  return there.edges.some(({ kind, target }) => kind === 'condition' && target !== otherwise?.target);
}

export const errorAsSuccess: Rule = {
  id: 'live/error-as-success',
  severity: 'warning',
  what: 'The error branch of a step leads where its success does.',
  why: 'What follows takes a result for granted that is not there: an order that was not found, a queue that was not set.',
  fix: 'Lead the error branch to a step that tells the caller and goes another way.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.posture],
    seen: 'the error branch leads elsewhere in 469 of 1,079 real function steps',
  },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      if (!MATTERS.has(step.action.Type) || inputForm(step) === 'buffer' || isAsynchronous(step)) return [];
      const success = step.edges.find(({ kind, taken }) => kind === 'next' && taken);
      const goal = success === undefined ? undefined : arrival(flow, success);
      if (success === undefined || goal === undefined || tellsThemApart(step, flow.steps[goal])) return [];
      return step.edges
        .filter((edge) => edge.kind === 'error' && edge.label !== HALF_DONE && arrival(flow, edge) === goal)
        .map(({ label, path, target }) => {
          const fault = label === 'NoMatchingError' ? 'a fault' : label;
          const end = flow.steps[goal]?.id ?? target;
          const there =
            target === success.target
              ? `'${target}'`
              : `'${end}'${target === end ? '' : `, by '${target}',`}`;
          return {
            path: `${step.place}.${path}`,
            step: step.id,
            message: `${fault} leads to ${there} as success does`,
          };
        });
    }),
  bad: {
    ...alone({ look: call('look-up', 'greet', 'greet'), greet: say('Hello.', 'end'), end: hangUp }),
    at: 'Actions[0].Transitions.Errors[0].NextAction',
  },
  good: alone({
    look: call('look-up', 'greet', 'sorry'),
    greet: say('Hello.', 'again'),
    sorry: say('Sorry.', 'again'),
    again: call('look-up', 'found', 'found'),
    found: decide('$.External.found', { yes: 'greet-more' }, 'end'),
    'greet-more': say('Hello again.', 'end'),
    end: hangUp,
  }),
};
