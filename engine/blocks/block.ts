/** What every block declares about itself and how it behaves: the one place that knows an action type. */
import type { Branches } from '../language/branches.ts';
import type { FlowType } from '../language/flow.ts';
import type { Fields, ObjectShape } from '../language/parameters.ts';
import type { BlockResult, BlockStep } from './step.ts';
import type { Channel, Happening, Waiting } from './waiting.ts';

export type { Branches, ConditionRule } from '../language/branches.ts';
export type { Channel, FunctionAnswer, Happening, Waiting } from './waiting.ts';

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

/** Keeps the parameter types of a block definition. */
export const defineBlock = <F extends Fields>(block: Block<F>): Block<F> => block;
