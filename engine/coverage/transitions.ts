/** Every way out of every step of a flow, under the name that it has in the trace of a call. */
import { blockOf } from '../blocks/catalogue.ts';
import { nextIsTaken } from '../blocks/ways-out.ts';
import type { FlowAction, FlowDocument } from '../language/flow.ts';

export interface Transition {
  /** The step that is left. */
  readonly step: string;
  /** Its action type. */
  readonly type: string;
  /** `NextAction`, an error, `Equals 1`; `Success` or `End` where the contact leaves the flow. */
  readonly branch: string;
  /** The next step; none where the flow ends or another one begins. */
  readonly to?: string;
}

/** The transitions that the document has, in its order; a branch that only mirrors another is left out. */
export const transitionsOf = ({ Actions }: FlowDocument): readonly Transition[] =>
  Actions.flatMap((action) =>
    waysOutOf(action).map((way) => ({ step: action.Identifier, type: action.Type, ...way })),
  );

function waysOutOf(action: FlowAction): readonly Pick<Transition, 'branch' | 'to'>[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  return [
    ...leaving(action),
    ...(NextAction === undefined || !nextIsTaken(action) ? [] : [{ branch: 'NextAction', to: NextAction }]),
    ...Errors.map(({ ErrorType, NextAction: to }) => ({ branch: ErrorType, to })),
    ...Conditions.map(({ Condition: { Operator, Operands }, NextAction: to }) => ({
      branch: `${Operator} ${Operands.join(' ')}`,
      to,
    })),
  ];
}

/** A block that hands the contact over can fail, and otherwise succeeds; one that ends the flow cannot fail. */
function leaving({ Type, Transitions }: FlowAction): readonly Pick<Transition, 'branch'>[] {
  if (blockOf(Type)?.facts.terminal !== true) return [];
  return [{ branch: (Transitions.Errors ?? []).length > 0 ? 'Success' : 'End' }];
}
