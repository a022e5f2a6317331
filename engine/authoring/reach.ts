/** Which actions a flow gets to. */
import type { FlowAction } from '../language/flow.ts';

export interface Reach {
  /** Names that some way from the start leads to, whether they are there or not. */
  readonly reached: ReadonlySet<string>;
  /** Whether every branch of what is reached leads to an action that is there. */
  readonly complete: boolean;
}

export function reachFrom(start: string, actions: readonly FlowAction[]): Reach {
  const byName = new Map<string, FlowAction>();
  for (const action of actions) byName.set(action.Identifier, action);
  const reached = new Set([start]);
  let complete = true;
  // What is added on the way is gone through too.
  for (const name of reached) {
    const action = byName.get(name);
    if (action === undefined) {
      complete = false;
      continue;
    }
    const { NextAction, Errors, Conditions } = action.Transitions;
    if (NextAction !== undefined) reached.add(NextAction);
    if (Errors !== undefined) for (const error of Errors) reached.add(error.NextAction);
    if (Conditions !== undefined) for (const condition of Conditions) reached.add(condition.NextAction);
  }
  return { reached, complete };
}
