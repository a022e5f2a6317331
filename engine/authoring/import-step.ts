/**
 * Writes one exported action as a step in TypeScript: by a builder that reads well where one says the same, typed
 * where it can be, unchecked where the service refuses it.
 */
import { BLOCKS, type BlockType, blockOf } from '../blocks/catalogue.ts';
import { checkAction } from '../language/check.ts';
import type { FlowAction, FlowType, Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import type { ConditionTerm } from './action-terms.ts';
import { checkedAction, MIRRORLESS, unchecked } from './any-action.ts';
import { guessBuilder } from './import-builders.ts';
import type { BuilderName } from './import-guess.ts';
import { namedEntries, type ResourceNames } from './import-names.ts';
import { sameAction } from './same-flow.ts';
import { Code, inTypeScript, quoted, type Value, valueFrom } from './typescript.ts';

export interface ImportedStep {
  /** An expression: `hangUp()`, or `action('Loop', { … })`. */
  readonly code: string;
  /** What it calls. */
  readonly builder: BuilderName | 'action' | 'unchecked';
  /** Why the step is unchecked; absent for a typed one. */
  readonly refused?: string;
  /** What could not be written at all; absent where nothing was lost. */
  readonly lost?: string;
}

interface Terms {
  readonly parameters: { readonly [name: string]: Json };
  readonly next?: string;
  readonly errors: { readonly [error: string]: string };
  readonly conditions: readonly ConditionTerm<string>[];
}

/** @param text turns a text of the parameters, with names of ours in it, into TypeScript. */
export function importStep(
  action: FlowAction,
  index: number,
  type: FlowType,
  names: ResourceNames,
  text: (text: string) => Value,
): ImportedStep {
  const { Identifier, Type, Parameters, Transitions, ...besides } = action;
  const refusal = checkAction(action, index, type, blockOf(Type))[0]?.message;
  const named = { ...action, Parameters: namedEntries(Parameters, names) };
  const terms = termsOf(named);
  if (refusal === undefined && isBlockType(Type) && Object.keys(besides).length === 0) {
    const readable = readableStep(named, text);
    if (readable !== undefined) return readable;
    if (sameAction(checkedAction(Type, typedTerms(Type, termsOf(action))).actions(Identifier)[0], action)) {
      const written = valuesOf(typedTerms(Type, terms), text);
      return {
        builder: 'action',
        code: `action(${quoted(Type)}, ${inTypeScript(written, '    ', Type.length + 12)})`,
      };
    }
  }
  const kept = { type: Type, ...terms, ...(Object.keys(besides).length > 0 ? { besides } : {}) };
  const same = sameAction(unchecked(kept).actions(Identifier)[0], named);
  return {
    builder: 'unchecked',
    code: `unchecked(${inTypeScript(valuesOf(kept, text), '    ', 12)})`,
    refused: refusal ?? 'it is written in another way than the service writes it',
    ...(same ? {} : { lost: 'keys of its transitions that the language does not know' }),
  };
}

/** Undefined where what the builder makes of its terms is not quite the action. */
function readableStep(action: FlowAction, text: (text: string) => Value): ImportedStep | undefined {
  const guess = guessBuilder(action);
  if (guess === undefined) return undefined;
  const made = guess.step.actions(action.Identifier);
  if (made.length !== 1 || !sameAction(made[0], action)) return undefined;
  const { builder, terms = {} } = guess;
  const values = Object.entries(isObject(terms) ? terms : {}).map(([term, value]) => [
    term,
    valueFrom(value, SAID.has(term) ? text : (name) => name),
  ]);
  const called =
    values.length === 0 ? '' : inTypeScript(Object.fromEntries(values), '    ', builder.length + 4);
  return { builder, code: `${builder}(${called})` };
}

/** Terms that stand in the action's parameters; the others are names of steps. */
const SAID: ReadonlySet<string> = new Set([
  'agent',
  'attributes',
  'flow',
  'function',
  'hours',
  'module',
  'number',
  'parameters',
  'prompt',
  'prompts',
  'queue',
  'value',
  'voice',
]);

const termsOf = ({ Parameters, Transitions }: FlowAction): Terms => {
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  return {
    parameters: Parameters,
    ...(NextAction === undefined ? {} : { next: NextAction }),
    errors: Object.fromEntries(Errors.map(({ ErrorType, NextAction: to }) => [ErrorType, to])),
    conditions: Conditions.map(({ Condition, NextAction: to }) => [
      Condition.Operator,
      Condition.Operands[0] ?? '',
      to,
    ]),
  };
};

const isBlockType = (type: string): type is BlockType => Object.hasOwn(BLOCKS, type);

/** What goes without saying is left out: a next that mirrors a branch, as every step of its kind has. */
function typedTerms(type: BlockType, terms: Terms) {
  const { conditions: rule, next } = BLOCKS[type].branches(terms.parameters);
  const { errors, conditions, parameters } = terms;
  const mirrored = errors['NoMatchingCondition'] ?? errors['NoMatchingError'];
  const saidAnyway = next === 'optional' && terms.next === mirrored && !MIRRORLESS.has(type);
  const byOperand = rule.kind === 'exactly' || rule.kind === 'among';
  return {
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(saidAnyway || terms.next === undefined ? {} : { next: terms.next }),
    ...(Object.keys(errors).length === 0 ? {} : { errors }),
    ...(conditions.length === 0
      ? {}
      : {
          conditions: byOperand
            ? Object.fromEntries(conditions.map(([, operand, to]) => [operand, to]))
            : conditions,
        }),
  };
}

/** Names of steps and branches are texts as they are; only parameters hold references to resources. */
function valuesOf(terms: { readonly [term: string]: unknown }, text: (text: string) => Value): Value {
  const entries = Object.entries(terms).flatMap(([term, value]): [string, Value][] => {
    const json = asJson(value);
    if (json === undefined || isEmpty(json)) return [];
    return [[term, valueFrom(json, term === 'parameters' ? text : (name) => name)]];
  });
  return Object.fromEntries(entries);
}

const isEmpty = (value: Json): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** The terms are JSON; as text and back, they are to the compiler too. */
const asJson = (value: unknown): Json | undefined =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** A text that is one whole reference to a resource, as a typed name. */
export const resourceCode = (kind: string, name: string): Code =>
  new Code(`resource(${quoted(kind)}, ${quoted(name)})`);
