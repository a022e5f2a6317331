/** Where a call can still get to from the start of a flow, through every flow at hand. */
import type { FlowUnderCheck, StepUnderCheck } from './flow-under-check.ts';

/** Steps that a contact can reach, in all flows; `isOpen` where a way leads out of the flows at hand. */
export interface Reached {
  readonly steps: readonly StepUnderCheck[];
  readonly isOpen: boolean;
}

/** Types that lead to another flow or module. */
const LEADS_ON: ReadonlySet<string> = new Set(['TransferToFlow', 'InvokeFlowModule']);

export function reachedFrom(flow: FlowUnderCheck): Reached {
  const steps = new Set<StepUnderCheck>();
  const waiting: [FlowUnderCheck, number | undefined][] = [[flow, flow.start]];
  let isOpen = false;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [within, index] = next;
    const step = index === undefined ? undefined : within.steps[index];
    if (step === undefined || steps.has(step)) continue;
    steps.add(step);
    const links = within.group().from(step);
    if (LEADS_ON.has(step.action.Type) && links.length === 0) isOpen = true;
    for (const { kind, to } of links) if (kind !== 'hook') waiting.push([to, to.start]);
    for (const { to, taken } of step.edges) if (taken) waiting.push([within, to]);
  }
  return { steps: [...steps], isOpen };
}
