/** How flows find out who is calling, told by the names that people give to it. */
import type { Edge } from './edges.ts';
import { comparedBy, typeOf } from './effects.ts';
import type { FlowUnderCheck, StepUnderCheck } from './flow-under-check.ts';
import { functionName } from './function-results.ts';
import { oncePer } from './once.ts';

const NAMES = /verif|authent|identified|identity|pin(?:ok|valid|check|match)/i;
const YES =
  /^(?:true|yes|ok|1|pass(?:ed)?|success(?:ful)?|valid|match(?:ed)?|verified|authenticated|identified)$/i;
const NO = /not|un|fail/i;

export const namesVerification = (name: string): boolean => NAMES.test(name);

/** Whether the edge is the one of a caller who has been verified. */
export function isVerification(flow: FlowUnderCheck, step: StepUnderCheck, edge: Edge): boolean {
  switch (typeOf(step)) {
    case 'CheckVoiceId':
      return edge.kind === 'condition' && edge.label === 'Authenticated';
    case 'AuthenticateParticipant':
      return edge.kind === 'next';
    case 'InvokeFlowModule':
      // A module that is not at hand is taken for what it is called.
      return (
        edge.kind === 'next' &&
        flow.group().from(step).length === 0 &&
        NAMES.test(String(step.action.Parameters['FlowModuleId']))
      );
    case 'Compare': {
      const reference = comparedBy(step);
      if (edge.kind !== 'condition' || edge.operator !== 'Equals' || reference === undefined) return false;
      if (!YES.test(edge.label)) return false;
      const name = reference.segments.at(-1) ?? '';
      if (NAMES.test(name) && !NO.test(name.replace(NAMES, ''))) return true;
      return reference.segments[0] === 'External' && isAfterVerifier(flow, step);
    }
    default:
      return false;
  }
}

/** The result that is compared is that of a function that verifies: the step that leads here calls one. */
function isAfterVerifier(flow: FlowUnderCheck, step: StepUnderCheck): boolean {
  return verifiers(flow).has(step.index);
}

const verifiers = oncePer(
  (flow: FlowUnderCheck) =>
    new Set(
      flow.steps.flatMap((step) =>
        typeOf(step) === 'InvokeLambdaFunction' && NAMES.test(functionName(step.action) ?? '')
          ? step.edges.flatMap(({ kind, to }) => (kind === 'next' && to !== undefined ? [to] : []))
          : [],
      ),
    ),
);
