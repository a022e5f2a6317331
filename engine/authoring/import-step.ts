/** Writes one exported action as a step in TypeScript: typed where it can be, unchecked where the service refuses it. */
import { BLOCKS, type BlockType, blockOf } from '../blocks/catalogue.ts';
import { checkAction } from '../language/check.ts';
import type { FlowAction, FlowType, Json } from '../language/flow.ts';
import { sameJson } from '../language/same-json.ts';
import type { ConditionTerm } from './action-terms.ts';
import { checkedAction, unchecked } from './any-action.ts';
import { Code, inTypeScript, quoted, type Value, valueFrom } from './typescript.ts';

export interface ImportedStep {
  /** An expression: `action('Loop', { … })`. */
  readonly code: string;
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

/** @param text turns a text of the parameters into TypeScript. */
export function importStep(
  action: FlowAction,
  index: number,
  type: FlowType,
  text: (text: string) => Value,
): ImportedStep {
  const { Identifier, Type, Parameters, Transitions, ...besides } = action;
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  const terms: Terms = {
    parameters: Parameters,
    ...(NextAction === undefined ? {} : { next: NextAction }),
    errors: Object.fromEntries(Errors.map(({ ErrorType, NextAction: to }) => [ErrorType, to])),
    conditions: Conditions.map(({ Condition, NextAction: to }) => [
      Condition.Operator,
      Condition.Operands[0] ?? '',
      to,
    ]),
  };
  const refusal = checkAction(action, index, type, blockOf(Type))[0]?.message;
  const known = isBlockType(Type);
  if (refusal === undefined && known && Object.keys(besides).length === 0) {
    const typed = typedTerms(Type, terms);
    if (sameAction(checkedAction(Type, typed).actions(Identifier)[0], action)) {
      return {
        code: `action(${quoted(Type)}, ${inTypeScript(valuesOf(typed, text), '    ', Type.length + 12)})`,
      };
    }
  }
  const kept = { type: Type, ...terms, ...(Object.keys(besides).length > 0 ? { besides } : {}) };
  const same = sameAction(unchecked(kept).actions(Identifier)[0], action);
  return {
    code: `unchecked(${inTypeScript(valuesOf(kept, text), '    ', 12)})`,
    refused: refusal ?? 'it is written in another way than the service writes it',
    ...(same ? {} : { lost: 'keys of its transitions that the language does not know' }),
  };
}

const isBlockType = (type: string): type is BlockType => Object.hasOwn(BLOCKS, type);

/** What goes without saying is left out: a next that mirrors a branch, as every step of its kind has. */
function typedTerms(type: BlockType, terms: Terms) {
  const { conditions: rule, next } = BLOCKS[type].branches(terms.parameters);
  const { errors, conditions, parameters } = terms;
  const mirrored = errors['NoMatchingCondition'] ?? errors['NoMatchingError'];
  const saidAnyway = next === 'optional' && terms.next === mirrored;
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

/** Whether two actions say the same; a list that is empty is one that is absent. */
export function sameAction(one: FlowAction | undefined, other: FlowAction | undefined): boolean {
  return one !== undefined && other !== undefined && sameJson(plain(one), plain(other));
}

function plain(action: FlowAction): Json {
  const { Errors = [], Conditions = [], ...rest } = action.Transitions;
  return {
    ...action,
    Transitions: {
      ...rest,
      Errors: Errors.map(({ ErrorType, NextAction }) => ({ ErrorType, NextAction })),
      Conditions: Conditions.map(({ Condition, NextAction }) => ({ Condition, NextAction })),
    },
  };
}

/** A text that is one whole reference to a resource, as a typed name. */
export const resourceCode = (kind: string, name: string): Code =>
  new Code(`resource(${quoted(kind)}, ${quoted(name)})`);
