/** A step of any action type: what it needs, the compiler asks the block. */
import { BLOCKS, type BlockType } from '../blocks/catalogue.ts';
import { checkBranches } from '../language/check-branches.ts';
import { checkObject } from '../language/check-parameters.ts';
import type { FlowAction, FlowType, Json, Transitions } from '../language/flow.ts';
import { onWire } from './action.ts';
import type { ActionTermsByType, ConditionTerm, FlowTypesOf, Ways } from './action-terms.ts';
import { type Exit, type Step, stepOf } from './step.ts';

/** The same for every type, as it looks once the compiler has had its say. */
export interface LooseTerms {
  readonly parameters?: object;
  readonly next?: string | undefined;
  readonly errors?: { readonly [error: string]: string | undefined } | undefined;
  readonly conditions?: readonly ConditionTerm<string>[] | { readonly [operand: string]: string } | undefined;
}

/**
 * One action of the type. A misspelt parameter, a forgotten error, time-out or no-match branch and a type that the
 * flow does not allow do not compile; what the compiler cannot see throws, in the service's words.
 */
export function action<K extends BlockType, const Target extends string = never>(
  type: K,
  terms: ActionTermsByType<NoInfer<Target>>[K] & Ways<Target>,
): Step<Target, FlowTypesOf<K>>;
export function action(type: BlockType, terms: LooseTerms): Step<string, FlowType> {
  return checkedAction(type, terms);
}

/** The same for terms that no compiler has seen. */
export function checkedAction(type: BlockType, terms: LooseTerms): Step<string, FlowType> {
  const block = BLOCKS[type];
  const { next, parameters = {}, errors = {}, conditions = [] } = terms;
  const ways: WaysOut = { next, errors: entriesOf(errors), conditions: casesOf(conditions) };
  const Parameters = Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]): [string, Json][] =>
      value === undefined ? [] : [[name, onWire(value, fieldShape(type, name))]],
    ),
  );
  const mirrored = MIRRORLESS.has(type) ? undefined : mirrorOf(ways.errors);
  const Transitions = transitionsOf({ ...ways, next: next ?? mirrored });
  const refusal = [
    ...checkObject(Parameters, block.parameters, 'Parameters'),
    ...checkBranches(Transitions, block.branches(Parameters)),
  ][0];
  return stepOf(
    () => exitsOf(ways),
    (name) => {
      if (refusal !== undefined) throw new Error(`step '${name}': ${refusal.message(refusal.path || type)}`);
      return [{ Identifier: name, Type: type, Parameters, Transitions }];
    },
  );
}

const fieldShape = (type: BlockType, name: string) => {
  const fields: Readonly<Record<string, { readonly shape: Parameters<typeof onWire>[1] }>> =
    BLOCKS[type].parameters.fields;
  return Object.hasOwn(fields, name) ? fields[name]?.shape : undefined;
};

/**
 * An action as somebody exported it, which the service would refuse today or which nobody knows: nothing of it is
 * checked. For flows that were brought home, until their author decides.
 */
export function unchecked<const Target extends string = never>(terms: {
  readonly type: string;
  readonly parameters?: { readonly [name: string]: Json };
  readonly next?: Target;
  readonly errors?: { readonly [error: string]: Target };
  readonly conditions?: readonly ConditionTerm<Target>[];
  /** Keys of the action that the language does not know. */
  readonly besides?: { readonly [key: string]: Json };
}): Step<Target> {
  const { type, parameters = {}, next, errors = {}, conditions = [], besides = {} } = terms;
  const ways = { next, errors: entriesOf<Target>(errors), conditions };
  return {
    unchecked: true,
    get exits() {
      return exitsOf(ways);
    },
    actions: (name): readonly FlowAction[] => [
      {
        ...besides,
        Identifier: name,
        Type: type,
        Parameters: parameters,
        Transitions: transitionsOf(ways),
      },
    ],
  };
}

interface WaysOut<Target extends string = string> {
  readonly next: Target | undefined;
  readonly errors: readonly (readonly [error: string, to: Target])[];
  readonly conditions: readonly ConditionTerm<Target>[];
}

/** The prompts of a queue are the one step that goes on for ever: nothing is mirrored there. */
export const MIRRORLESS: ReadonlySet<string> = new Set(['MessageParticipantIteratively']);

const mirrorOf = (errors: WaysOut['errors']): string | undefined =>
  (errors.find(([error]) => error === 'NoMatchingCondition') ??
    errors.find(([error]) => error === 'NoMatchingError'))?.[1];

const entriesOf = <Target extends string>(
  branches: Readonly<Record<string, Target | undefined>>,
): readonly (readonly [string, Target])[] =>
  Object.entries(branches).flatMap(([branch, to]) => (to === undefined ? [] : [[branch, to] as const]));

const casesOf = (conditions: NonNullable<LooseTerms['conditions']>): readonly ConditionTerm<string>[] =>
  isList(conditions)
    ? conditions
    : Object.entries(conditions).map(([operand, to]) => ['Equals', operand, to]);

const isList = (
  conditions: NonNullable<LooseTerms['conditions']>,
): conditions is readonly ConditionTerm<string>[] => Array.isArray(conditions);

const exitsOf = <Target extends string>({
  next,
  errors,
  conditions,
}: WaysOut<Target>): readonly Exit<Target>[] => [
  ...(next === undefined ? [] : [{ branch: 'next', to: next }]),
  ...errors.map(([error, to]) => ({ branch: `errors.${error}`, to })),
  ...conditions.map(([, operand, to]) => ({ branch: `conditions.${operand}`, to })),
];

function transitionsOf({ next, errors, conditions }: WaysOut): Transitions {
  return {
    ...(next === undefined ? {} : { NextAction: next }),
    ...(errors.length > 0
      ? { Errors: errors.map(([ErrorType, NextAction]) => ({ NextAction, ErrorType })) }
      : {}),
    ...(conditions.length > 0
      ? {
          Conditions: conditions.map(([Operator, operand, NextAction]) => ({
            NextAction,
            Condition: { Operator, Operands: [operand] },
          })),
        }
      : {}),
  };
}
