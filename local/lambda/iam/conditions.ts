/** The `Condition` element of a policy statement. */
import { matchesArn, matchesWildcard } from './wildcard.ts';

/** Condition keys of a request and their values. */
export type ConditionContext = Readonly<Record<string, string | readonly string[]>>;

/** One line of a `Condition` element: all lines must hold. */
export interface PolicyCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

type Comparison = (expected: string, actual: string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (expected, actual) => expected === actual,
  StringEqualsIgnoreCase: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
  StringLike: matchesWildcard,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
  NumericEquals: (expected, actual) => Number(expected) === Number(actual),
};

const opposites: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

interface Operator {
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
  /** `Null`, or a name in the table of comparisons. */
  readonly comparison: string;
  readonly negated: boolean;
}

/** Reads an operator such as `ForAllValues:StringLikeIfExists`; undefined where it is none that we know. */
export function parseOperator(operator: string): Operator | undefined {
  const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator);
  const [, quantifier, name = '', ifExists] = match ?? [];
  const opposite = opposites[name];
  const comparison = opposite ?? name;
  if (!Object.hasOwn(comparisons, comparison) && name !== 'Null') return undefined;
  return {
    quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : undefined,
    ifExists: ifExists !== undefined,
    comparison,
    negated: opposite !== undefined,
  };
}

/** Do all lines hold for the request? Keys are compared without regard to case, as IAM does. */
export function conditionsHold(conditions: readonly PolicyCondition[], context: ConditionContext): boolean {
  const present = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return conditions.every((condition) => holds(condition, present.get(condition.key.toLowerCase())));
}

function holds({ operator, values }: PolicyCondition, actual: readonly string[] | undefined): boolean {
  const parsed = parseOperator(operator);
  if (parsed === undefined) throw new Error(`the condition operator '${operator}' was not checked at boot`);
  const { quantifier, ifExists, comparison, negated } = parsed;
  if (comparison === 'Null') return values.includes(String(actual === undefined));
  // A missing key satisfies ...IfExists, ForAllValues and the negated operators, and nothing else.
  if (actual === undefined || (actual.length === 0 && quantifier !== 'ForAnyValue')) {
    return ifExists || quantifier === 'ForAllValues' || (negated && quantifier !== 'ForAnyValue');
  }
  const compare = comparisons[comparison];
  const one = (value: string) => values.some((expected) => compare?.(expected, value) === true) !== negated;
  return quantifier === 'ForAllValues' || (quantifier === undefined && negated)
    ? actual.every(one)
    : actual.some(one);
}
