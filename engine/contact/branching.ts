/** Which condition of a step is met, and how that branch is called where people read it. */
import type { CompiledCondition, CompiledStep } from './compiled-flow.ts';
import { holds } from './conditions.ts';
import type { Doorway } from './doorway.ts';
import { MASK, maskText } from './masking.ts';
import type { FlowRun } from './model.ts';

/** Conditions are tried in their order; operands may be references (adminguide/check-contact-attributes). */
export function matching(
  step: CompiledStep,
  door: Doorway,
  value: string | undefined,
): CompiledCondition | undefined {
  for (const condition of step.conditions) {
    const { operator, operand } = condition;
    const other = condition.varies ? door.value(operand) : operand;
    if (other !== undefined && holds(operator, value, other)) return condition;
  }
  return undefined;
}

/** `Equals 1`; a key that was pressed while the flow log was off is not told. */
export function conditionLabel(run: FlowRun, { operator, operand, label }: CompiledCondition): string {
  const { contact, step } = run;
  const unlogged = step.block.facts.listens && (!contact.logging || run.secretInput);
  const secret = unlogged && /^[0-9*#]+$/.test(operand);
  if (!secret && contact.secrets === undefined) return label;
  return `${operator} ${secret ? MASK.repeat(operand.length) : maskText(contact.secrets, operand)}`;
}
