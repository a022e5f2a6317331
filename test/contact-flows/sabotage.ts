/** Breaks a flow in one place, to show that a rule about flows can find something. */
import type { AuthoredFlow } from '../../engine/authoring/built-flow.ts';
import type { FlowDocument } from '../../engine/language/flow.ts';

/** The flow with every transition of a step (its parts too) that leads to `from` leading to `to`. */
export function retarget(flow: AuthoredFlow, step: string, from: string, to: string): AuthoredFlow {
  let changed = 0;
  const moved = (name: string): string => {
    if (name !== from) return name;
    changed += 1;
    return to;
  };
  const Actions: FlowDocument['Actions'] = flow.document.Actions.map((action) => {
    if (action.Identifier !== step && !action.Identifier.startsWith(`${step}.`)) return action;
    const { NextAction, Errors, Conditions } = action.Transitions;
    const move = <B extends { readonly NextAction: string }>(branch: B): B => ({
      ...branch,
      NextAction: moved(branch.NextAction),
    });
    return {
      ...action,
      Transitions: {
        ...(NextAction === undefined ? {} : { NextAction: moved(NextAction) }),
        ...(Errors === undefined ? {} : { Errors: Errors.map(move) }),
        ...(Conditions === undefined ? {} : { Conditions: Conditions.map(move) }),
      },
    };
  });
  if (changed === 0) throw new Error(`step '${step}' of '${flow.name}' does not lead to '${from}'`);
  return { ...flow, document: { ...flow.document, Actions } };
}

export function flowNamed(flows: readonly AuthoredFlow[], name: string): AuthoredFlow {
  const found = flows.find((flow) => flow.name === name);
  if (found === undefined) throw new Error(`there is no flow '${name}'`);
  return found;
}
