/** What every block declares about itself and how it behaves: the one place that knows an action type. */
import type { Branches } from '../language/branches.ts';
import type { FlowType, Json } from '../language/flow.ts';
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

/**
 * What a block declares. `B` and `T` keep the branches and flow types as the compiler knows them, for the typed builder.
 */
export interface BlockDeclaration<
  F extends Fields = Fields,
  B extends Branches = Branches,
  T extends readonly FlowType[] = readonly FlowType[],
> {
  /** `Type` on the wire. */
  readonly type: string;
  /** One sentence, in a caller's or author's words. */
  readonly purpose: string;
  /** The documentation page that the facts come from. */
  readonly see: string;
  readonly parameters: ObjectShape<F>;
  branches(parameters: Readonly<Record<string, unknown>>): B;
  readonly flowTypes: T;
  /** Channels where the block does its work; on others it takes its error branch. */
  readonly channels: readonly Channel[];
  readonly facts: BlockFacts;
  /** `ContactFlowModuleType` in Connect's flow logs, which still use the old block names. */
  readonly logName: string;
  /**
   * Why a form of the block cannot be run, as the end of a sentence: a flow with it is refused when it is loaded.
   * @returns undefined for all others
   */
  formNotRunBecause?(parameters: Readonly<Record<string, unknown>>): string | undefined;
}

/** What a block does at a step of a flow. */
export interface Behaviour {
  /** Begins the block. */
  run(step: BlockStep): BlockResult;
  /** Goes on after something that the block waited for has happened; only blocks that wait have it. */
  resume?(step: BlockStep, waiting: Waiting, happened: Happening): BlockResult;
}

/**
 * The behaviour at the step that has these parameters: what they say for every contact alike is worked out here, once,
 * when the flow is loaded, and not at every call.
 */
export interface Preparation {
  prepare(parameters: Readonly<Record<string, Json>>): Behaviour;
}

/** A block that the contact engine runs: as it is, or prepared for each step. */
export type Block<
  F extends Fields = Fields,
  B extends Branches = Branches,
  T extends readonly FlowType[] = readonly FlowType[],
> = BlockDeclaration<F, B, T> & (Behaviour | Preparation);

/** A block that can be read, checked and written, but not run: a flow with it is refused when it is loaded. */
export interface DeclaredBlock<
  F extends Fields = Fields,
  B extends Branches = Branches,
  T extends readonly FlowType[] = readonly FlowType[],
> extends BlockDeclaration<F, B, T> {
  /** What is missing here to run it, as the end of a sentence: `there is no Lex bot`. */
  readonly notRunBecause: string;
}

export type AnyBlock = Block | DeclaredBlock;

export const isExecutable = (block: AnyBlock): block is Block => 'run' in block || 'prepare' in block;

/** What a block does at a step with these parameters; also for who wraps or watches a block. */
export const behaviourOf = (block: Block, parameters: Readonly<Record<string, Json>>): Behaviour =>
  'prepare' in block ? block.prepare(parameters) : block;

/** Keeps the parameter, branch and flow types of a block definition. */
export const defineBlock = <
  F extends Fields,
  const B extends Branches,
  const T extends readonly FlowType[] = readonly FlowType[],
>(
  block: Block<F, B, T>,
): Block<F, B, T> => block;

/** The same for a block that is declared only. */
export const declareBlock = <
  F extends Fields,
  const B extends Branches,
  const T extends readonly FlowType[] = readonly FlowType[],
>(
  block: DeclaredBlock<F, B, T>,
): DeclaredBlock<F, B, T> => block;
