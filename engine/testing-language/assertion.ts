/** Decides an assertion (devguide/testing-language-actions-assertion); comparisons are those of conditions in flows. */
import { holds } from '../contact/conditions.ts';
import type { Assertion } from './test-case.ts';

/** @param value what the reference names; undefined, for what is unset, reads as empty */
export function isTrue({ operator, operand = '' }: Assertion, value: string | undefined): boolean {
  return operator === 'Exists' ? value !== undefined && value !== '' : holds(operator, value ?? '', operand);
}
