/** Which agents a contact waits for, as routing criteria say it (API_Expression, API_AttributeCondition). */
import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { PROFICIENCY_CHARACTERS_MAX, PROFICIENCY_LEVEL_MAX, PROFICIENCY_LEVEL_MIN } from '../limits.ts';
import { listOf, recordOf, scalar, wholeNumber } from './wire-values.ts';

export type RoutingExpression =
  /** Agents who have the proficiency in a level from `min` to `max`; `isNot`: all others. */
  | {
      readonly kind: 'proficiency';
      readonly name: string;
      readonly value: string;
      readonly min: number;
      readonly max: number;
      readonly isNot: boolean;
    }
  /** These agents, by id or ARN; `isNot`: all others. */
  | { readonly kind: 'agents'; readonly userIds: readonly string[]; readonly isNot: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly RoutingExpression[] };

export interface RoutingStep {
  readonly expression: RoutingExpression;
  /** Never where absent. */
  readonly expiresAfterMs: number | undefined;
}

/** A criterion that cannot be read; the message says what is wrong with which value. */
export class BadCriteria extends Error {
  override readonly name = 'BadCriteria';
}

/** @throws BadCriteria */
export function routingSteps(criteria: Json): readonly RoutingStep[] {
  const steps = listOf(recordOf(criteria)['Steps']).map((step) => {
    const { Expression, Expiry } = recordOf(step);
    const seconds = scalar(recordOf(Expiry)['DurationInSeconds']);
    const expires = wholeNumber(seconds, 1, Number.MAX_SAFE_INTEGER);
    if (seconds !== undefined && expires === undefined)
      throw new BadCriteria(`'${seconds}' is no number of seconds after which a step expires`);
    return {
      expression: expressionOf(recordOf(Expression)),
      expiresAfterMs: expires === undefined ? undefined : expires * 1000,
    };
  });
  if (steps.length === 0) throw new BadCriteria('there are no steps');
  return steps;
}

function expressionOf(expression: JsonObject): RoutingExpression {
  const { AttributeCondition, NotAttributeCondition, AndExpression, OrExpression } = expression;
  if (isObject(AttributeCondition)) return conditionOf(AttributeCondition, false);
  if (isObject(NotAttributeCondition)) return conditionOf(NotAttributeCondition, true);
  const kind = AndExpression === undefined ? 'or' : 'and';
  const of = listOf(AndExpression ?? OrExpression).map((one) => expressionOf(recordOf(one)));
  if (of.length === 0) throw new BadCriteria('an expression says nothing');
  return { kind, of };
}

function conditionOf(condition: JsonObject, isNot: boolean): RoutingExpression {
  const { AgentsCriteria } = recordOf(condition['MatchCriteria']);
  if (condition['ComparisonOperator'] === 'Match') {
    const userIds = listOf(recordOf(AgentsCriteria)['AgentIds']).flatMap((id) => scalar(id) ?? []);
    if (userIds.length === 0) throw new BadCriteria('a condition matches no agent');
    return { kind: 'agents', userIds, isNot };
  }
  const { MinProficiencyLevel, MaxProficiencyLevel } = recordOf(condition['Range']);
  const isRange = condition['ComparisonOperator'] === 'Range';
  return {
    kind: 'proficiency',
    name: nameOf(condition['Name']),
    value: nameOf(condition['Value']),
    min: levelOf(isRange ? MinProficiencyLevel : condition['ProficiencyLevel']),
    max: isRange ? levelOf(MaxProficiencyLevel) : PROFICIENCY_LEVEL_MAX,
    isNot,
  };
}

function nameOf(value: Json | undefined): string {
  const name = scalar(value) ?? '';
  if (name.length >= 1 && name.length <= PROFICIENCY_CHARACTERS_MAX) return name;
  throw new BadCriteria(
    `'${name.slice(0, 20)}' is no attribute or value of 1 to ${PROFICIENCY_CHARACTERS_MAX} characters`,
  );
}

/** Written `3`, `'3'` and `3.0`. */
function levelOf(value: Json | undefined): number {
  const level = Number(scalar(value) ?? Number.NaN);
  if (Number.isInteger(level) && level >= PROFICIENCY_LEVEL_MIN && level <= PROFICIENCY_LEVEL_MAX)
    return level;
  throw new BadCriteria(
    `'${scalar(value) ?? ''}' is no level from ${PROFICIENCY_LEVEL_MIN} to ${PROFICIENCY_LEVEL_MAX}`,
  );
}
