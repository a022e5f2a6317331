/** Whether two flows say the same to the service, layout apart: for flows that were brought home and sent out again. */
import type { FlowAction, FlowDocument, Json } from '../language/flow.ts';
import { sameJson } from '../language/same-json.ts';

/** What is otherwise in the second: the names of steps, or of parts of the document; settings that it adds do not count. */
export function differencesBetween(one: FlowDocument, other: FlowDocument): readonly string[] {
  const steps = new Map(other.Actions.map((action) => [action.Identifier, action]));
  return [
    ...(one.StartAction === other.StartAction ? [] : ['StartAction']),
    ...(one.Actions.length === other.Actions.length ? [] : ['Actions']),
    ...(one.Settings === undefined || sameJson(one.Settings, other.Settings) ? [] : ['Settings']),
    ...one.Actions.filter((action) => !sameAction(action, steps.get(action.Identifier))).map(
      ({ Identifier }) => Identifier,
    ),
  ];
}

/**
 * Whether two actions say the same. A list that is empty is one that is absent; the order of errors says nothing, nor
 * does that of conditions which each ask for another value.
 */
export function sameAction(one: FlowAction | undefined, other: FlowAction | undefined): boolean {
  return one !== undefined && other !== undefined && sameJson(plain(one), plain(other));
}

function plain(action: FlowAction): Json {
  const { Errors = [], Conditions = [], ...rest } = action.Transitions;
  const asked = new Set(Conditions.map(({ Condition }) => Condition.Operands.join('\n')));
  const oneIsTaken =
    asked.size === Conditions.length && Conditions.every(({ Condition }) => Condition.Operator === 'Equals');
  const conditions = Conditions.map(({ Condition, NextAction }) => ({ Condition, NextAction }));
  return {
    ...action,
    Transitions: {
      ...rest,
      Errors: Errors.map(({ ErrorType, NextAction }) => ({ ErrorType, NextAction })).toSorted(
        byText(({ ErrorType }) => ErrorType),
      ),
      Conditions: oneIsTaken
        ? conditions.toSorted(byText(({ Condition }) => Condition.Operands.join('\n')))
        : conditions,
    },
  };
}

const byText =
  <T>(text: (item: T) => string) =>
  (one: T, other: T): number =>
    text(one) < text(other) ? -1 : 1;
