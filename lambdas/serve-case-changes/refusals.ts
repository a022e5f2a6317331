/** Why something cannot be done with a case. */

import type { Refusal } from '../domain/case-change.ts';

/** One sentence that says what to do. */
export function sentenceOf(refusal: Refusal): string {
  switch (refusal.because) {
    case 'details-missing':
      return `The case still has to say ${refusal.missing.join(' and ')}: describe it first.`;
    case 'needs-approval':
    case 'over-limit':
      return `Your role gives at most ${refusal.limitMinor} in minor units by itself in one case, what was given before included: ask for an approval first.`;
    case 'not-in-this-state':
      return 'The case stands so that this cannot be done: mayDo has what can.';
    case 'not-your-role':
      return 'Your role may not do this: ask a supervisor.';
    case 'own-fix':
      return 'Somebody else than who resolved the case must say that the fix holds.';
    case 'no-approval-asked':
      return 'Nobody has asked for an approval: ask first.';
    case 'own-approval':
      return 'Somebody else than who asked must approve.';
    case 'late-reply':
      return 'A reply cannot be due in the past: choose a later time.';
  }
}
