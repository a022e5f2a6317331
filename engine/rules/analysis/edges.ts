/** The ways out of a step as a call takes them: a NextAction that only mirrors another branch is none. */
import type { AnyBlock } from '../../blocks/block.ts';
import type { FlowAction } from '../../language/flow.ts';

export interface Edge {
  readonly kind: 'next' | 'error' | 'condition';
  /** The error's type, or the operand; empty for `next`. */
  readonly label: string;
  readonly operator?: string;
  /** Identifier of the step that it leads to. */
  readonly target: string;
  /** Place of that step among the steps; undefined where there is none of the name. */
  readonly to: number | undefined;
  /** Inside the action, e.g. `Transitions.Errors[0].NextAction`. */
  readonly path: string;
  /** Whether a contact can ever go this way. */
  readonly taken: boolean;
}

/** Types that decide by a branch although they also declare that they go on (InvokeFlowModule does both). */
const GOES_ON_TOO: ReadonlySet<string> = new Set(['InvokeFlowModule']);

/**
 * In order: next, errors, conditions. A simulator decides by branch and takes NextAction only for a success that has
 * no branch (e.g. 730 of 735 real Compare steps repeat their NoMatchingCondition target there).
 */
export function edgesOf(
  action: FlowAction,
  block: AnyBlock | undefined,
  placeOf: (identifier: string) => number | undefined,
): readonly Edge[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  const edges: Edge[] = [];
  if (NextAction !== undefined)
    edges.push({
      kind: 'next',
      label: '',
      target: NextAction,
      to: placeOf(NextAction),
      path: 'Transitions.NextAction',
      taken: takesNext(action, block),
    });
  Errors.forEach(({ ErrorType, NextAction: target }, index) => {
    const path = `Transitions.Errors[${index}].NextAction`;
    edges.push({ kind: 'error', label: ErrorType, target, to: placeOf(target), path, taken: true });
  });
  Conditions.forEach(({ Condition: { Operator, Operands }, NextAction: target }, index) => {
    const path = `Transitions.Conditions[${index}].NextAction`;
    const to = placeOf(target);
    edges.push({
      kind: 'condition',
      label: Operands[0] ?? '',
      operator: Operator,
      target,
      to,
      path,
      taken: true,
    });
  });
  return edges;
}

function takesNext(action: FlowAction, block: AnyBlock | undefined): boolean {
  if (block === undefined) return true;
  if (block.facts.terminal && !continues(action)) return false;
  if (GOES_ON_TOO.has(action.Type)) return true;
  const { Errors = [], Conditions = [] } = action.Transitions;
  const decides = block.branches(action.Parameters).conditions.kind !== 'none';
  return !decides || (Errors.length === 0 && Conditions.length === 0);
}

/** A call to a third party comes back into the flow where it was asked to. */
const continues = ({ Type, Parameters }: FlowAction): boolean =>
  Type === 'TransferParticipantToThirdParty' &&
  String(Parameters['ContinueFlowExecution']).toLowerCase() === 'true';
