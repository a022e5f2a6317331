/** Makes of a parsed text the flow that rules look at. */
import { blockOf } from '../../blocks/catalogue.ts';
import { checkAction } from '../../language/check.ts';
import type { FlowType } from '../../language/flow.ts';
import type { ParsedFlow } from '../../language/parse.ts';
import { edgesOf } from './edges.ts';
import type { FlowUnderCheck, Group, StepUnderCheck } from './flow-under-check.ts';
import type { FunctionResults } from './function-results.ts';
import { once } from './once.ts';
import { readingsOf } from './readings.ts';

export interface FlowTerms {
  readonly file: string;
  readonly name: string;
  readonly type: FlowType;
  readonly typeIsKnown: boolean;
  readonly text: string;
  readonly parsed: ParsedFlow;
  readonly results: FunctionResults;
  readonly group: () => Group;
}

export function flowUnderCheck(terms: FlowTerms): FlowUnderCheck {
  const { parsed, type } = terms;
  const { document, diagnostics } = parsed;
  const places = new Map<string, number>();
  document?.Actions.forEach(({ Identifier }, index) => {
    if (!places.has(Identifier)) places.set(Identifier, index);
  });
  const placeOf = (identifier: string): number | undefined => places.get(identifier);
  const steps = (document?.Actions ?? []).map((action, index): StepUnderCheck => {
    const block = blockOf(action.Type);
    return {
      index,
      place: `Actions[${index}]`,
      id: action.Identifier,
      action,
      block,
      edges: edgesOf(action, block, placeOf),
      readings: readingsOf(action.Parameters),
    };
  });
  return {
    ...terms,
    document,
    older: diagnostics.some(({ code }) => code === 'flow/older-export'),
    diagnostics,
    refusals: once(() =>
      steps.flatMap(({ action, index, block }) => checkAction(action, index, type, block)),
    ),
    steps,
    start: document === undefined ? undefined : placeOf(document.StartAction),
  };
}
