/** Whether an action has the branches that its block declares: none missing, none too many. */
import type { Branches, ConditionRule } from './branches.ts';
import type { Transitions } from './flow.ts';
import {
  invalidError,
  invalidValue,
  missingError,
  missingProperty,
  noConditions,
  noTransitions,
  type Refusal,
} from './refusal.ts';

type Conditions = NonNullable<Transitions['Conditions']>;

export function checkBranches(transitions: Transitions, branches: Branches): Refusal[] {
  return [
    ...checkNext(transitions, branches.next),
    ...checkErrors(transitions, branches.errors),
    ...checkConditions(transitions.Conditions ?? [], branches.conditions),
  ];
}

function checkNext({ NextAction }: Transitions, rule: Branches['next']): Refusal[] {
  if (rule === 'required' && NextAction === undefined) return [missingProperty('Transitions.NextAction')];
  return rule === 'none' && NextAction !== undefined ? [noTransitions('Transitions.NextAction')] : [];
}

/** Both directions are refused: an error that is missing, and one that the type does not know. */
function checkErrors({ Errors = [] }: Transitions, { required, optional }: Branches['errors']): Refusal[] {
  const given = Errors.map(({ ErrorType }) => ErrorType);
  return [
    ...required.filter((type) => !given.includes(type)).map(missingError),
    ...given.filter((type) => !required.includes(type) && !optional.includes(type)).map(invalidError),
  ];
}

function checkConditions(conditions: Conditions, rule: ConditionRule): Refusal[] {
  const path = 'Transitions.Conditions';
  if (rule.kind === 'none') return conditions.length > 0 ? [noConditions(path)] : [];
  const legal = conditions.every(({ Condition: { Operator, Operands } }) => {
    const [operand] = Operands;
    return (
      Operands.length === 1 && operand !== undefined && operand !== '' && mayStand(Operator, operand, rule)
    );
  });
  return legal && areComplete(conditions, rule) ? [] : [invalidValue(path)];
}

function mayStand(
  operator: string,
  operand: string,
  rule: Exclude<ConditionRule, { kind: 'none' }>,
): boolean {
  switch (rule.kind) {
    case 'any':
      return rule.operators.includes(operator);
    case 'exactly':
    case 'among':
      return operator === 'Equals' && rule.operands.includes(operand);
    case 'matching':
      return rule.operators.includes(operator) && rule.operand.test(operand);
  }
}

function areComplete(conditions: Conditions, rule: ConditionRule): boolean {
  if (rule.kind === 'any') return conditions.length >= (rule.atLeast ?? 0);
  if (rule.kind !== 'exactly') return true;
  const operands = new Set(conditions.flatMap(({ Condition }) => Condition.Operands));
  return operands.size === rule.operands.length && conditions.length === operands.size;
}
