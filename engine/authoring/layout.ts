/** Puts the actions of a flow on the designer's canvas. */
import type { FlowAction, Json } from '../language/flow.ts';
import type { StepToPlace } from './layout-graph.ts';
import { placeSteps } from './place-steps.ts';

/**
 * In the designer's pixels. Blocks as the console draws them: measured from how near to each other the authors of 300
 * exported flows have put blocks with so many branches.
 */
export const BLOCK_WIDTH = 200;
const BLOCK_HEIGHT = 125;
const BRANCH_HEIGHT = 25;
const COLUMN_WIDTH = 280;
const ROW_HEIGHT = 220;
/** At least so much is free between two blocks of a column. */
const GAP = 20;
const ENTRY = { x: 20, y: 20 };

/** `Metadata` as the console writes it, with a friendly name for every action. */
export function layOut(start: string, actions: readonly FlowAction[]): { readonly [key: string]: Json } {
  const heights = actions.map(blockHeight);
  const steps = actions.map((action, place) => stepToPlace(action, rowsFor(heights[place] ?? 0)));
  const spots = placeSteps(start, steps);
  const metadata: { [identifier: string]: Json } = {};
  for (const [place, { id, rows }] of steps.entries()) {
    const { column, row } = spots[place] ?? { column: 0, row: 0 };
    const room = rows * ROW_HEIGHT - (heights[place] ?? 0);
    const position = {
      x: ENTRY.x + (column + 1) * COLUMN_WIDTH,
      y: ENTRY.y + row * ROW_HEIGHT + Math.floor(room / 2),
    };
    metadata[id] = { position, isFriendlyName: true };
  }
  return { entryPointPosition: ENTRY, ActionMetadata: metadata, Annotations: [] };
}

export function blockHeight({
  Transitions: { NextAction, Errors = [], Conditions = [] },
}: FlowAction): number {
  // Where nothing matches, NextAction only repeats that branch.
  const repeats = Errors.some(({ ErrorType }) => ErrorType === 'NoMatchingCondition');
  const branches = Errors.length + Conditions.length + (NextAction === undefined || repeats ? 0 : 1);
  return BLOCK_HEIGHT + branches * BRANCH_HEIGHT;
}

const rowsFor = (height: number): number => Math.ceil((height + GAP) / ROW_HEIGHT);

/** NextAction comes after the choices, as the branch that is taken where none of them is. */
function stepToPlace({ Identifier, Transitions }: FlowAction, rows: number): StepToPlace {
  const { NextAction, Errors, Conditions } = Transitions;
  const ways: { to: string; isError: boolean }[] = [];
  if (Conditions !== undefined)
    for (const condition of Conditions) ways.push({ to: condition.NextAction, isError: false });
  if (NextAction !== undefined) ways.push({ to: NextAction, isError: false });
  if (Errors !== undefined) for (const error of Errors) ways.push({ to: error.NextAction, isError: true });
  return { id: Identifier, ways, rows };
}
