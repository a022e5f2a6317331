/** What every block declares about itself and how it behaves: the one place that knows an action type. */
import type { FlowType } from '../language/flow.ts';
import type { Fields, ObjectShape } from '../language/parameters.ts';
import type { BlockResult, BlockStep } from './step.ts';

export type Channel = 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';

/** Which branches an action of the type has. Forms of one type (menu, store) differ: hence functions of parameters. */
export interface Branches {
  /** `required`: a NextAction must be there; `none`: terminal, `Transitions` is `{}`; `optional`: may be left out. */
  readonly next: 'required' | 'optional' | 'none';
  readonly errors: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly conditions: ConditionRule;
}

export type ConditionRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'any'; readonly operators: readonly string[]; readonly atLeast?: number }
  /** Exactly these operands, each once, compared with Equals. */
  | { readonly kind: 'exactly'; readonly operands: readonly string[] }
  /** Equals with operands among these. */
  | { readonly kind: 'among'; readonly operands: readonly string[] }
  | { readonly kind: 'matching'; readonly operators: readonly string[]; readonly operand: RegExp };

/** What people experience at the block; rules and the builder ask for it. */
export interface BlockFacts {
  /** The participant may hear something. */
  readonly speaks: boolean;
  /** The participant may press keys or talk. */
  readonly listens: boolean;
  /** The flow stops here for this participant: it ends, or another flow or party takes over. */
  readonly terminal: boolean;
}

export interface Block<F extends Fields = Fields> {
  /** `Type` on the wire. */
  readonly type: string;
  /** One sentence, in a caller's or author's words. */
  readonly purpose: string;
  /** The documentation page that the facts come from. */
  readonly see: string;
  readonly parameters: ObjectShape<F>;
  branches(parameters: Readonly<Record<string, unknown>>): Branches;
  readonly flowTypes: readonly FlowType[];
  /** Channels where the block does its work; on others it takes its error branch. */
  readonly channels: readonly Channel[];
  readonly facts: BlockFacts;
  /** `ContactFlowModuleType` in Connect's flow logs, which still use the old block names. */
  readonly logName: string;
  /** Begins the block. */
  run(step: BlockStep): BlockResult;
  /** Goes on after something that the block waited for has happened; only blocks that wait have it. */
  resume?(step: BlockStep, waiting: Waiting, happened: Happening): BlockResult;
}

/** Plain data that a waiting block keeps in its contact. The `kind` names what it waits for. */
export interface Waiting {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** What can happen to a contact whose block waits. */
export type Happening =
  | { readonly kind: 'playback-ended' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'time'; readonly timer: string }
  | { readonly kind: 'function-answered'; readonly invocationId: string; readonly answer: FunctionAnswer };

/** How an invocation of a Lambda function came back to the flow. */
export type FunctionAnswer =
  | { readonly kind: 'returned'; readonly payload: string }
  /** `retryable`: throttles, 500s and function errors are retried inside the block's time limit. */
  | { readonly kind: 'failed'; readonly retryable: boolean; readonly message: string };

/** Keeps the parameter types of a block definition. */
export const defineBlock = <F extends Fields>(block: Block<F>): Block<F> => block;
