/** Which actions a flow gets to, and how many steps away they are. */
import type { FlowAction } from '../language/flow.ts';

export interface Reach {
  /** How many steps away from the start an action is at least; what cannot be reached is missing. */
  readonly depths: ReadonlyMap<string, number>;
  /** Whether every branch of what is reached leads to an action that is there. */
  readonly complete: boolean;
}

export function reachFrom(start: string, actions: readonly FlowAction[]): Reach {
  const byName = new Map<string, FlowAction>();
  for (const action of actions) byName.set(action.Identifier, action);
  const depths = new Map<string, number>();
  const names: string[] = [];
  let complete = true;
  const reach = (to: string, depth: number): void => {
    if (depths.has(to)) return;
    if (!byName.has(to)) complete = false;
    depths.set(to, depth);
    names.push(to);
  };
  reach(start, 0);
  for (const name of names) {
    const transitions = byName.get(name)?.Transitions;
    if (transitions === undefined) continue;
    const next = (depths.get(name) ?? 0) + 1;
    if (transitions.NextAction !== undefined) reach(transitions.NextAction, next);
    for (const { NextAction } of transitions.Errors ?? []) reach(NextAction, next);
    for (const { NextAction } of transitions.Conditions ?? []) reach(NextAction, next);
  }
  return { depths, complete };
}

export const depthsFrom = (start: string, actions: readonly FlowAction[]): ReadonlyMap<string, number> =>
  reachFrom(start, actions).depths;
