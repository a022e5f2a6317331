/** What a customer says by key about a case that is resolved: the fix works, or it does not. */

import type { CaseChange } from './case-change-asked.ts';
import type { WorkedCase } from './case-work.ts';

/** What they say of a case that is resolved. */
export type CaseAnswer = 'works' | 'not-fixed';

export function changeOfAnswer(answer: CaseAnswer): CaseChange {
  return answer === 'works'
    ? { action: 'confirm-fix' }
    : { action: 'reject-fix', words: 'The customer says by telephone that it is not fixed.' };
}

/** Whether a case stands as the answer leaves it. */
export function isSaid({ status, reopened }: WorkedCase, answer: CaseAnswer): boolean {
  return answer === 'works' ? status === 'verified' : status === 'open' && reopened > 0;
}
