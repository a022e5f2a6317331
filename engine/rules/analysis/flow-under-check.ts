/** A flow as the rules see it: its steps with their ways out, what was wrong with its text, and its company. */
import type { AnyBlock } from '../../blocks/block.ts';
import { blockOf } from '../../blocks/catalogue.ts';
import { checkAction } from '../../language/check.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { FlowAction, FlowDocument, FlowType } from '../../language/flow.ts';
import type { ParsedFlow } from '../../language/parse.ts';
import { type Edge, edgesOf } from './edges.ts';
import type { FunctionResults } from './function-results.ts';
import type { Group } from './group.ts';
import { once } from './once.ts';
import { type Reading, readingsOf } from './readings.ts';

export interface StepUnderCheck {
  /** Place in `Actions`. */
  readonly index: number;
  /** `Actions[3]` */
  readonly place: string;
  readonly id: string;
  readonly action: FlowAction;
  readonly block: AnyBlock | undefined;
  readonly edges: readonly Edge[];
  /** Every reference in its parameters. */
  readonly readings: readonly Reading[];
}

export interface FlowUnderCheck {
  /** As whoever asked for the check calls it. */
  readonly file: string;
  /** Other flows name it by this. */
  readonly name: string;
  readonly type: FlowType;
  /** Whether the type was given or written in the flow, not guessed from its steps. */
  readonly typeIsKnown: boolean;
  readonly text: string;
  /** Undefined where the text is no flow at all. */
  readonly document: FlowDocument | undefined;
  /** Whether the text is the console's older form, which was converted. */
  readonly older: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** What the blocks' declarations refuse, in the service's words. */
  readonly refusals: () => readonly Diagnostic[];
  readonly steps: readonly StepUnderCheck[];
  readonly start: number | undefined;
  /** The flows that it is checked with and that lead to each other. */
  readonly group: () => Group;
  readonly results: FunctionResults;
}

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
