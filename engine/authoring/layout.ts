/** Puts the actions of a flow on the designer's canvas: a column for each step away from the start. */
import type { FlowAction, Json } from '../language/flow.ts';

const COLUMN_WIDTH = 280;
const ROW_HEIGHT = 220;
const ENTRY = { x: 20, y: 20 };

/** `Metadata` as the console writes it, with a friendly name for every action. */
export function layOut(
  actions: readonly FlowAction[],
  depths: ReadonlyMap<string, number>,
): { readonly [key: string]: Json } {
  const rows: number[] = [];
  const metadata: { [identifier: string]: Json } = {};
  for (const { Identifier } of actions) {
    const column = depths.get(Identifier) ?? 0;
    const row = rows[column] ?? 0;
    rows[column] = row + 1;
    const position = { x: ENTRY.x + (column + 1) * COLUMN_WIDTH, y: ENTRY.y + row * ROW_HEIGHT };
    metadata[Identifier] = { position, isFriendlyName: true };
  }
  return { entryPointPosition: ENTRY, ActionMetadata: metadata, Annotations: [] };
}

/** How many steps away from the start an action is at least; what cannot be reached is missing. */
export function depthsFrom(start: string, actions: readonly FlowAction[]): ReadonlyMap<string, number> {
  const byName = new Map<string, FlowAction>();
  for (const action of actions) byName.set(action.Identifier, action);
  const depths = new Map<string, number>([[start, 0]]);
  // A map goes on over what is put into it while it is walked.
  for (const [name, depth] of depths) {
    const transitions = byName.get(name)?.Transitions;
    if (transitions === undefined) continue;
    const reach = (to: string): void => {
      if (!depths.has(to)) depths.set(to, depth + 1);
    };
    if (transitions.NextAction !== undefined) reach(transitions.NextAction);
    for (const { NextAction } of transitions.Errors ?? []) reach(NextAction);
    for (const { NextAction } of transitions.Conditions ?? []) reach(NextAction);
  }
  return depths;
}
