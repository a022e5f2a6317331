/** A flow as the rules see it: its steps with their ways out, what was wrong with its text, and its company. */
import type { AnyBlock } from '../../blocks/block.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { FlowAction, FlowDocument, FlowType } from '../../language/flow.ts';
import type { Edge } from './edges.ts';
import type { FunctionResults } from './function-results.ts';
import type { Reading } from './readings.ts';

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

export interface Link {
  readonly kind: 'transfer' | 'module' | 'hook';
  readonly from: FlowUnderCheck;
  readonly step: StepUnderCheck;
  readonly to: FlowUnderCheck;
  /** The event of a hook. */
  readonly hook?: string;
}

export interface Group {
  readonly flows: readonly FlowUnderCheck[];
  readonly links: readonly Link[];
  readonly from: (step: StepUnderCheck) => readonly Link[];
  readonly to: (flow: FlowUnderCheck) => readonly Link[];
  /** Whether a call may begin here: nothing among the flows leads to it. */
  readonly isEntry: (flow: FlowUnderCheck) => boolean;
}
