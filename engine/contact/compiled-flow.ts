/** A flow made ready to run: every name looked up once, and refused where it names nothing. */
import { type AnyBlock, type Behaviour, type Block, behaviourOf, isExecutable } from '../blocks/block.ts';
import { blockOf } from '../blocks/catalogue.ts';
import { COMPARE_OPERATORS } from '../blocks/compare.ts';
import { scalar } from '../blocks/wire-values.ts';
import type { FlowAction, FlowDocument, FlowType, Json } from '../language/flow.ts';
import { isPlain, looksLikeReference } from '../language/jsonpath.ts';
import { membersInOneCopy } from '../language/one-copy.ts';
import { parseFlow } from '../language/parse.ts';
import { type Flow, ROUTED_CHANNELS } from './instance.ts';

/** Finds the block of an action type; undefined for a type that nobody knows. */
export type FindBlock = (type: string) => AnyBlock | undefined;

const OPERATORS: ReadonlySet<string> = new Set(COMPARE_OPERATORS);

export interface CompiledStep {
  readonly identifier: string;
  readonly block: Block;
  /** What the block does here; every step has both members, so that calling them is as fast for all kinds of blocks. */
  readonly run: Behaviour['run'];
  readonly resume: Behaviour['resume'] | undefined;
  /** The block does its work on every channel whose contacts are run. */
  readonly onEveryChannel: boolean;
  /** The participant may hear or be asked something. */
  readonly speaks: boolean;
  readonly parameters: Readonly<Record<string, Json>>;
  /** The parameters as the flow log has them, where no reference makes them others for each contact. */
  readonly logged: Readonly<Record<string, Json>> | undefined;
  next: CompiledStep | undefined;
  readonly errors: Map<string, CompiledStep>;
  readonly conditions: CompiledCondition[];
  /** Errors that an action of this form may leave out; then NextAction is taken. */
  readonly optionalErrors: readonly string[];
}

export interface CompiledCondition {
  readonly operator: string;
  readonly operand: string;
  /** The operand is a reference, whose value is another for each contact. */
  readonly varies: boolean;
  /** Where people read it: `Equals 1`. */
  readonly label: string;
  readonly to: CompiledStep;
}

export interface CompiledFlow {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly type: FlowType;
  readonly start: CompiledStep;
}

/** A flow that cannot be run: which flow and step, and what is wrong with which value. */
export class FlowError extends Error {
  override readonly name = 'FlowError';
  readonly flow: string;
  readonly step: string | undefined;

  constructor(flow: string, step: string | undefined, problem: string) {
    super(`flow '${flow}'${step === undefined ? '' : `, step '${step}'`}: ${problem}`);
    this.flow = flow;
    this.step = step;
  }
}

/**
 * @throws FlowError for text that is no flow, an action type or parameter that nobody knows, a block that is not legal
 * in the flow's type or is declared only, and a target that does not exist.
 */
export function compileFlow(flow: Flow, findBlock: FindBlock = blockOf): CompiledFlow {
  const document = flow.document ?? readDocument(flow);
  const steps = new Map<string, CompiledStep>();
  for (const action of document.Actions) steps.set(action.Identifier, compileStep(flow, action, findBlock));
  const target = (step: string | undefined, name: string): CompiledStep => {
    const found = steps.get(name);
    if (found === undefined) throw new FlowError(flow.name, step, `'${name}' does not exist in the flow`);
    return found;
  };
  for (const action of document.Actions) {
    const step = target(undefined, action.Identifier);
    const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
    step.next = NextAction === undefined ? undefined : target(action.Identifier, NextAction);
    for (const error of Errors) step.errors.set(error.ErrorType, target(action.Identifier, error.NextAction));
    for (const { Condition, NextAction: to } of Conditions) {
      const [operand = ''] = Condition.Operands;
      if (!OPERATORS.has(Condition.Operator)) {
        throw new FlowError(
          flow.name,
          action.Identifier,
          `the operator '${Condition.Operator}' is not known`,
        );
      }
      step.conditions.push({
        operator: Condition.Operator,
        operand,
        varies: looksLikeReference(operand),
        label: `${Condition.Operator} ${operand}`,
        to: target(action.Identifier, to),
      });
    }
  }
  const start = target(undefined, document.StartAction);
  return { arn: flow.arn, id: flow.id, name: flow.name, type: flow.type, start };
}

function readDocument(flow: Flow): FlowDocument {
  const { document, diagnostics } = parseFlow(flow.content);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new FlowError(flow.name, error.step, error.message);
  if (document === undefined) throw new FlowError(flow.name, undefined, 'the content is no flow');
  return document;
}

function compileStep(flow: Flow, action: FlowAction, findBlock: FindBlock): CompiledStep {
  const block = findBlock(action.Type);
  if (block === undefined) {
    throw new FlowError(flow.name, action.Identifier, `the action type '${action.Type}' is not known`);
  }
  const notRun = isExecutable(block) ? block.formNotRunBecause?.(action.Parameters) : block.notRunBecause;
  if (notRun !== undefined || !isExecutable(block)) {
    throw new FlowError(
      flow.name,
      action.Identifier,
      `${action.Type} cannot be run offline: ${notRun ?? ''}`,
    );
  }
  if (!block.flowTypes.includes(flow.type)) {
    throw new FlowError(
      flow.name,
      action.Identifier,
      `${action.Type} is not allowed in a flow of type ${flow.type}`,
    );
  }
  const strange = Object.keys(action.Parameters).find(
    (name) => !Object.hasOwn(block.parameters.fields, name),
  );
  if (strange !== undefined) {
    throw new FlowError(flow.name, action.Identifier, `${action.Type} has no parameter '${strange}'`);
  }
  const parameters = membersInOneCopy(action.Parameters);
  const behaviour = behaviourOf(block, parameters);
  return {
    identifier: action.Identifier,
    block,
    run: behaviour.run,
    resume: behaviour.resume,
    onEveryChannel: ROUTED_CHANNELS.every((channel) => block.channels.includes(channel)),
    speaks: block.facts.speaks || block.facts.listens,
    parameters,
    logged: loggedParameters(parameters),
    next: undefined,
    errors: new Map(),
    conditions: [],
    optionalErrors: block.branches(parameters).errors.optional,
  };
}

function loggedParameters(parameters: CompiledStep['parameters']): CompiledStep['logged'] {
  if (!isPlain(JSON.stringify(parameters))) return undefined;
  const logged: Record<string, Json> = {};
  for (const [name, value] of Object.entries(parameters))
    logged[name] = scalar(value) ?? JSON.stringify(value);
  return logged;
}
