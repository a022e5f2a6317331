/** How one older block becomes an action: the words in which the table of blocks is written. */
import type { Json } from '../flow.ts';
import { type OlderModule, valueToday } from './module.ts';

export interface Converted {
  readonly Type: string;
  readonly Parameters: { readonly [name: string]: Json };
  /** Branch that NextAction follows; where there is none, it mirrors an error. Absent for a step that ends the flow. */
  readonly next?: string;
  /** Error of today to branch of then; a branch that the block does not have is left out. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly conditions?: readonly ConvertedCondition[];
  /** Names of older parameters that have no place today. */
  readonly leftOut?: readonly string[];
}

export interface ConvertedCondition {
  readonly operator: string;
  readonly operand: string;
  readonly to: string;
}

export type Conversion = (module: OlderModule, flowType: string) => Converted;

/** The value of a parameter, or undefined where it is not there or empty. */
export function valueIn(module: OlderModule, name: string): string | undefined {
  const parameter = module.parameters.find((each) => each.name === name);
  const value = parameter === undefined ? '' : valueToday(parameter);
  return value === '' ? undefined : value;
}

/** The parameters of today from those of then, each under its new name; what is not there is left out. */
export function renamed(
  module: OlderModule,
  names: Readonly<Record<string, string>>,
): { [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(names).flatMap(([then, now]): [string, Json][] => {
      const value = valueIn(module, then);
      return value === undefined ? [] : [[now, value]];
    }),
  );
}

/** Entries such as attributes: several parameters of one name, each with a key. */
export const mapOf = (module: OlderModule, name: string): { [key: string]: Json } =>
  Object.fromEntries(
    module.parameters.filter((each) => each.name === name).map((each) => [each.key, valueToday(each)]),
  );

/** Text, SSML or prompt, as today's speaking blocks take it. */
export function speechIn(module: OlderModule): { [name: string]: Json } {
  const prompt = valueIn(module, 'AudioPrompt');
  if (prompt !== undefined) return { PromptId: prompt };
  const text = valueIn(module, 'Text');
  if (text === undefined) return {};
  return valueIn(module, 'TextToSpeechType') === 'ssml' ? { SSML: text } : { Text: text };
}

const OPERATORS: Readonly<Record<string, string>> = {
  Equals: 'Equals',
  StartsWith: 'TextStartsWith',
  EndsWith: 'TextEndsWith',
  Contains: 'TextContains',
  GreaterThan: 'NumberGreaterThan',
  GreaterThanOrEqualTo: 'NumberGreaterOrEqualTo',
  LessThan: 'NumberLessThan',
  LessThanOrEqualTo: 'NumberLessOrEqualTo',
};

/** Branches of the condition, e.g. `Evaluate`, as conditions of today. */
export const evaluated = (module: OlderModule, condition: string): readonly ConvertedCondition[] =>
  module.branches
    .filter((branch) => branch.condition === condition)
    .map(({ operator, operand, to }) => ({ operator: OPERATORS[operator] ?? operator, operand, to }));

/** Branches that today are conditions with a fixed operand: `{ Looping: 'ContinueLooping' }`. */
export const fixed = (
  module: OlderModule,
  operands: Readonly<Record<string, string>>,
): readonly ConvertedCondition[] =>
  module.branches.flatMap(({ condition, to }) => {
    const operand = Object.hasOwn(operands, condition) ? operands[condition] : undefined;
    return operand === undefined ? [] : [{ operator: 'Equals', operand, to }];
  });

export const ERROR = { NoMatchingError: 'Error' } as const;
export const NO_MATCH = { NoMatchingCondition: 'NoMatch', NoMatchingError: 'Error' } as const;
