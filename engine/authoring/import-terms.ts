/** Reads the terms of the readable builders out of an exported action, as the compiler will want them. */
import type { FlowAction, Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import { parseReference } from '../language/jsonpath.ts';
import type { ReferenceText } from './contract.ts';
import type { ResourceKind, ResourceReference } from './resource.ts';
import type { Words } from './words.ts';

/** An action with names of ours in the place of ids, and its branches by name. */
export interface Seen {
  readonly parameters: FlowAction['Parameters'];
  readonly next: string;
  /** By error; the last of two that are alike. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onError: string;
  /** By operand, where each is asked by Equals; empty otherwise. */
  readonly cases: Readonly<Record<string, string>>;
  /** Where the first condition leads. */
  readonly first: string | undefined;
}

/** A step that leads nowhere in a place where there is none: whoever compares finds it different. */
const NOWHERE = '';

export function seenIn({ Parameters: parameters, Transitions }: FlowAction): Seen {
  const { NextAction: next = NOWHERE, Errors = [], Conditions = [] } = Transitions;
  const errors = Object.fromEntries(Errors.map(({ ErrorType, NextAction }) => [ErrorType, NextAction]));
  const cases = Conditions.every(({ Condition }) => Condition.Operator === 'Equals')
    ? Conditions.map(({ Condition, NextAction }) => [Condition.Operands[0] ?? '', NextAction] as const)
    : [];
  return {
    parameters,
    next,
    errors,
    onError: errors['NoMatchingError'] ?? NOWHERE,
    cases: Object.fromEntries(cases),
    first: Conditions[0]?.NextAction,
  };
}

export const isReference = (value: Json | undefined): value is ReferenceText =>
  typeof value === 'string' && !value.startsWith('$["') && parseReference(value) !== undefined;

export const isAttribute = (value: Json | undefined): value is `$.Attributes.${string}` =>
  isReference(value) && value.startsWith('$.Attributes.');

export const isResource = <K extends ResourceKind>(
  value: Json | undefined,
  kind: K,
): value is ResourceReference<K> => typeof value === 'string' && RESOURCE.exec(value)?.[1] === kind;

const RESOURCE = /^\$\{([a-z-]+)\.[\w-]+\}$/;

export const isText = (value: Json | undefined): value is string => typeof value === 'string';

/** A whole number in the spelling in which it is written back. */
export const wholeIn = (value: Json | undefined): number | undefined =>
  isText(value) && /^(?:0|[1-9]\d{0,8})$/.test(value) ? Number(value) : undefined;

export const numberIn = (value: Json | undefined): number | ReferenceText | undefined =>
  isReference(value) ? value : wholeIn(value);

/** An object of texts; `undefined` for all else. */
export function textsIn(value: Json | undefined): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const texts = Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1]));
  return texts.length === Object.keys(value).length ? Object.fromEntries(texts) : undefined;
}

/** What is said, where it is one of the three forms that authors use. */
export function wordsIn(parameters: { readonly [name: string]: Json }): Words | undefined {
  const { Text, SSML, PromptId } = parameters;
  if (isText(Text)) return Text;
  if (isText(SSML)) return { ssml: SSML };
  return isReference(PromptId) || isResource(PromptId, 'prompt') ? { recording: PromptId } : undefined;
}

export const oneOf = <const C extends string>(
  value: Json | undefined,
  choices: readonly C[],
): C | undefined => choices.find((choice) => choice === value);

/** The entries that are there: for terms that may be left out. */
export const given = <T extends object>(terms: T): { [K in keyof T]?: Exclude<T[K], undefined> } => {
  const some: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const name in terms) {
    const value = terms[name];
    if (isGiven(value)) some[name] = value;
  }
  return some;
};

const isGiven = <V>(value: V): value is Exclude<V, undefined> => value !== undefined;
