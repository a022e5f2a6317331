/** What is wrong with the conditions of an action, told apart. */
import type { FlowUnderCheck, StepUnderCheck } from '../analysis/flow-under-check.ts';
import type { Report } from '../rule.ts';

/** Operators that only instances of the next generation take (adminguide/check-contact-attributes). */
const GROUPS: ReadonlySet<string> = new Set(['And', 'Or', 'Not', 'Exists']);

const stepAt = (flow: FlowUnderCheck, path: string): StepUnderCheck | undefined =>
  flow.steps[Number(/\d+/.exec(path)?.[0])];

const conditionsOf = (step: StepUnderCheck | undefined) => step?.action.Transitions.Conditions ?? [];

export const hasEmptyOperand = (flow: FlowUnderCheck, path: string): boolean =>
  conditionsOf(stepAt(flow, path)).some(({ Condition }) => Condition.Operands.includes(''));

export const hasGroups = (flow: FlowUnderCheck, path: string): boolean =>
  conditionsOf(stepAt(flow, path)).some(({ Condition }) => GROUPS.has(Condition.Operator));

/** In the words that the service has for it, which count conditions from 0 within the step. */
export function emptyOperands(flow: FlowUnderCheck): readonly Report[] {
  if (flow.older) return [];
  return flow.steps.flatMap((step) =>
    conditionsOf(step).flatMap(({ Condition }, condition) =>
      Condition.Operands.flatMap((operand, index): Report[] => {
        if (operand !== '') return [];
        const path = `${step.place}.Transitions.Conditions[${condition}].Condition.Operands[${index}]`;
        const message = `Invalid branch. Path: ${step.index}.Evaluate: the operand at ${path} is empty`;
        return [{ path, step: step.id, message }];
      }),
    ),
  );
}

/** What the action's conditions should be, as the end of the message. */
export function wanted(flow: FlowUnderCheck, path: string): string {
  const step = stepAt(flow, path);
  const rule = step?.block?.branches(step.action.Parameters).conditions;
  switch (rule?.kind) {
    case 'exactly':
      return `: it needs Equals with ${rule.operands.join(' and ')}, each once`;
    case 'among':
      return `: it takes Equals with ${rule.operands.join(', ')}`;
    case 'any':
      return `: it takes ${rule.operators.join(', ')} with one operand each, and at least ${rule.atLeast ?? 0} conditions`;
    case 'matching':
      return `: it takes ${rule.operators.join(', ')} with an operand of the form ${rule.operand.source}`;
    default:
      return '';
  }
}
