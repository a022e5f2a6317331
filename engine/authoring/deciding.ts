/** Steps that decide which way to go: by a value, by a number, by the hours, by who is there, by counting. */
import { checkHoursOfOperation } from '../blocks/check-hours-of-operation.ts';
import { checkMetricData } from '../blocks/check-metric-data.ts';
import { compare } from '../blocks/compare.ts';
import { loop } from '../blocks/loop.ts';
import { type Case, renderAction, when } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import type { ReferenceText } from './contract.ts';
import type { ResourceReference } from './resource.ts';
import { exitsOf, type Step, stepOf } from './step.ts';

/** Goes where the value is one of the cases' names, and to `otherwise` for every other value and an unset one. */
export function decide<const Target extends string>(terms: {
  readonly value: ReferenceText;
  readonly cases: Readonly<Record<string, Target>>;
  readonly otherwise: Target;
}): Step<Target> {
  return stepOf(
    () => [...exitsOf(prefixed('cases', terms.cases)), ...exitsOf({ otherwise: terms.otherwise })],
    (name) => [
      renderAction(compare, name, {
        parameters: { ComparisonValue: terms.value },
        errors: { NoMatchingCondition: terms.otherwise },
        conditions: equals(terms.cases),
      }),
    ],
  );
}

/**
 * Goes by the first bound that a number does not pass, e.g. `upTo: { 60: 'soon', 300: 'later' }`. A value that is
 * unset or no number goes to `otherwise`, never to a bound.
 */
export function decideByNumber<const Target extends string>(terms: {
  readonly value: ReferenceText;
  readonly upTo: Readonly<Record<number, Target>>;
  readonly above: Target;
  readonly otherwise: Target;
}): Step<Target> {
  const { value, above, otherwise } = terms;
  const upTo: Readonly<Record<string, Target>> = terms.upTo;
  const bounds = Object.keys(upTo).sort((one, other) => Number(one) - Number(other));
  const last = bounds.at(-1);
  if (last === undefined) throw new Error('a decision by number needs a bound; give one in upTo');
  return stepOf(
    () => [...exitsOf(prefixed('upTo', upTo)), ...exitsOf({ above, otherwise })],
    (name) => [
      renderAction(compare, name, {
        parameters: { ComparisonValue: value },
        errors: { NoMatchingCondition: otherwise },
        conditions: [
          ...bounds.flatMap((operand) => {
            const to = upTo[operand];
            return to === undefined ? [] : [when('NumberLessOrEqualTo', operand, to)];
          }),
          when('NumberGreaterThan', last, above),
        ],
      }),
    ],
  );
}

/**
 * Whether anybody answers the contact's queue, or whether one agent does: free, busy or in after contact work
 * (adminguide/check-staffing).
 */
export function checkStaff<const Target extends string>(terms: {
  readonly agent?: ReferenceText;
  readonly somebody: Target;
  readonly nobody: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'CheckMetricData'>> {
  const { agent, somebody, nobody, onError } = terms;
  return stepOf(
    () => exitsOf({ somebody, nobody, onError }),
    (name) => [
      renderAction(checkMetricData, name, {
        parameters: {
          MetricType: 'NumberOfAgentsStaffed',
          ...(agent === undefined ? {} : { AgentId: agent }),
        },
        errors: { NoMatchingError: onError, NoMatchingCondition: nobody },
        conditions: [when('NumberGreaterThan', '0', somebody)],
        next: onError,
      }),
    ],
  );
}

/** Leads `again` the given number of times, then to `done`, and then counts from the beginning (adminguide/loop). */
export function count<const Target extends string>(terms: {
  readonly times: number | ReferenceText;
  readonly again: Target;
  readonly done: Target;
}): Step<Target> {
  const { times, again, done } = terms;
  return stepOf(
    () => exitsOf({ again, done }),
    (name) => [
      renderAction(loop, name, {
        parameters: { LoopCount: times },
        next: done,
        conditions: [when('Equals', 'ContinueLooping', again), when('Equals', 'DoneLooping', done)],
      }),
    ],
  );
}

/** Without hours of its own, those of the queue that is set. */
export function checkHours<const Target extends string>(terms: {
  readonly hours?: ResourceReference<'hours'>;
  readonly open: Target;
  readonly closed: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'CheckHoursOfOperation'>> {
  const { hours, open, closed, onError } = terms;
  return stepOf(
    () => exitsOf({ open, closed, onError }),
    (name) => [
      renderAction(checkHoursOfOperation, name, {
        parameters: hours === undefined ? {} : { HoursOfOperationId: hours },
        errors: { NoMatchingError: onError },
        conditions: [when('Equals', 'True', open), when('Equals', 'False', closed)],
      }),
    ],
  );
}

/** One condition for each value, in the order given. */
export function equals(cases: Readonly<Record<string, string | undefined>>): readonly Case[] {
  const conditions: Case[] = [];
  for (const operand in cases) {
    const to = cases[operand];
    if (to !== undefined) conditions.push(when('Equals', operand, to));
  }
  return conditions;
}

/** Branch names for messages: `choices.1`, `cases.open`. */
export const prefixed = <Target extends string>(
  group: string,
  cases: Readonly<Record<string, Target | undefined>>,
): Readonly<Record<string, Target | undefined>> =>
  Object.fromEntries(Object.entries(cases).map(([key, to]) => [`${group}.${key}`, to]));
