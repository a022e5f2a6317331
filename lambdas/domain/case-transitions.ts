/** Which change of a case leads from which state to which, and who may make it. */

import { CASE_ACTIONS, type CaseAction, type Role } from './case-actions.ts';
import { type CaseState, UNRESOLVED } from './case-states.ts';

interface Transition {
  readonly from: readonly CaseState[];
  /** `same` where the change leaves the state as it is. */
  readonly to: CaseState | 'same';
  readonly who: readonly Role[];
}

const WITH_US: readonly CaseState[] = ['open', 'in-progress'];
const STAFF: readonly Role[] = ['agent', 'supervisor', 'department'];
/** And a function that has found out by itself what the case asks. */
const FINDERS: readonly Role[] = [...STAFF, 'system'];

/** A case is closed from `verified` only: somebody has seen that the fix was made, or the customer has said so. */
export const caseTransitions: Readonly<Record<CaseAction, Transition>> = {
  take: { from: ['open'], to: 'in-progress', who: FINDERS },
  assign: { from: UNRESOLVED, to: 'same', who: ['supervisor'] },
  describe: { from: UNRESOLVED, to: 'same', who: FINDERS },
  'ask-customer': { from: WITH_US, to: 'waiting-for-customer', who: STAFF },
  'customer-answered': {
    from: ['waiting-for-customer'],
    to: 'in-progress',
    who: ['caller', 'agent', 'supervisor', 'system'],
  },
  'pass-on': {
    from: ['open', 'in-progress', 'waiting-for-department'],
    to: 'waiting-for-department',
    who: STAFF,
  },
  'department-replied': {
    from: ['waiting-for-department'],
    to: 'in-progress',
    who: ['department', 'supervisor'],
  },
  'ask-approval': {
    from: ['in-progress', 'waiting-for-department'],
    to: 'same',
    who: ['agent', 'department'],
  },
  approve: { from: ['in-progress', 'waiting-for-department'], to: 'same', who: ['supervisor'] },
  'refuse-approval': { from: ['in-progress', 'waiting-for-department'], to: 'same', who: ['supervisor'] },
  resolve: { from: ['in-progress', 'waiting-for-department'], to: 'resolved', who: FINDERS },
  'confirm-fix': { from: ['resolved'], to: 'verified', who: ['caller', 'agent', 'supervisor'] },
  'reject-fix': { from: ['resolved', 'verified'], to: 'open', who: ['caller', 'agent', 'supervisor'] },
  close: { from: ['verified'], to: 'closed', who: ['agent', 'supervisor', 'system'] },
  reopen: { from: ['closed'], to: 'open', who: ['caller', 'agent', 'supervisor'] },
};

/** Why a role may not make a change now. */
export type NotAllowed = 'not-in-this-state' | 'not-your-role';

/** The state after a change, or why it may not be made. */
export function stateAfter(
  state: CaseState,
  action: CaseAction,
  role: Role,
): { readonly state: CaseState } | { readonly refused: NotAllowed } {
  const { from, to, who } = caseTransitions[action];
  if (!who.includes(role)) return { refused: 'not-your-role' };
  if (!from.includes(state)) return { refused: 'not-in-this-state' };
  return { state: to === 'same' ? state : to };
}

/** What a role may do with a case in a state: the buttons of a desktop. */
export function actionsOf(state: CaseState, role: Role): readonly CaseAction[] {
  return CASE_ACTIONS.filter((action) => 'state' in stateAfter(state, action, role));
}
