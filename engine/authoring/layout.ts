/** Puts the actions of a flow on the designer's canvas: a column for each step away from the start. */
import type { FlowAction, Json } from '../language/flow.ts';

const COLUMN_WIDTH = 280;
const ROW_HEIGHT = 220;
const ENTRY = { x: 20, y: 20 };

/** `Metadata` as the console writes it, with a friendly name for every action. */
export function layOut(start: string, actions: readonly FlowAction[]): Json {
  const depths = depthsFrom(start, actions);
  const rows = new Map<number, number>();
  const metadata = actions.map(({ Identifier }) => {
    const column = depths.get(Identifier) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    const position = { x: ENTRY.x + (column + 1) * COLUMN_WIDTH, y: ENTRY.y + row * ROW_HEIGHT };
    return [Identifier, { position, isFriendlyName: true }] as const;
  });
  return { entryPointPosition: ENTRY, ActionMetadata: Object.fromEntries(metadata), Annotations: [] };
}

/** How many steps away from the start an action is at least; what cannot be reached is missing. */
export function depthsFrom(start: string, actions: readonly FlowAction[]): ReadonlyMap<string, number> {
  const byName = new Map(actions.map((action) => [action.Identifier, action]));
  const depths = new Map<string, number>();
  let level = [start];
  for (let depth = 0; level.length > 0; depth += 1) {
    const fresh = new Set(level.filter((name) => !depths.has(name)));
    for (const name of fresh) depths.set(name, depth);
    level = [...fresh].flatMap((name) => targetsOf(byName.get(name)));
  }
  return depths;
}

const targetsOf = (action: FlowAction | undefined): string[] => {
  if (action === undefined) return [];
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  const branches = [...Errors, ...Conditions].map((branch) => branch.NextAction);
  return NextAction === undefined ? branches : [NextAction, ...branches];
};
