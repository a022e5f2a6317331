/** The ways out of a step that a contact can take, each under the name of its branch. */

import type { FlowAction } from '../language/flow.ts';
import { blockOf } from './catalogue.ts';

export type WayOut =
  | { readonly kind: 'next'; readonly branch: string; readonly to: string }
  | { readonly kind: 'error'; readonly branch: string; readonly error: string; readonly to: string }
  | {
      readonly kind: 'condition';
      readonly branch: string;
      readonly operator: string;
      readonly operand: string;
      readonly to: string;
    };

/**
 * NextAction is left out where it only mirrors a branch. An error that may be left out and is, leads where NextAction
 * does (adminguide/play). Of two conditions that ask the same, only the first is ever taken.
 */
export function waysOut(action: FlowAction): readonly WayOut[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  const ways = new Map<string, WayOut>();
  const add = (way: WayOut): void => {
    if (!ways.has(way.branch)) ways.set(way.branch, way);
  };
  for (const { Condition, NextAction: to } of Conditions) {
    const operand = Condition.Operands.join(' ');
    const branch = `${Condition.Operator} ${operand}`;
    add({ kind: 'condition', branch, operator: Condition.Operator, operand, to });
  }
  for (const { ErrorType: error, NextAction: to } of Errors) add({ kind: 'error', branch: error, error, to });
  if (NextAction === undefined || !nextIsTaken(action)) return [...ways.values()];
  add({ kind: 'next', branch: 'next', to: NextAction });
  const optional = blockOf(action.Type)?.branches(action.Parameters).errors.optional ?? [];
  for (const error of optional) add({ kind: 'error', branch: error, error, to: NextAction });
  return [...ways.values()];
}

/** Whether a contact can ever go by NextAction. Of a type that nobody knows, it counts. */
export function nextIsTaken({ Type, Parameters }: FlowAction): boolean {
  const block = blockOf(Type);
  if (block === undefined) return true;
  const { next, conditions } = block.branches(Parameters);
  return next === 'required' && !block.facts.terminal && conditions.kind !== 'exactly';
}
