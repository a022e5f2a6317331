/** What can be done with a case, and by whom; which of it leads from which state to which is in case-transitions.ts. */

/** Who changes a case. `caller` is the verified customer whose case it is, `system` a function by itself. */
export const ROLES = ['caller', 'agent', 'supervisor', 'department', 'system'] as const;
export type Role = (typeof ROLES)[number];

export const CASE_ACTIONS = [
  'take',
  'assign',
  'describe',
  'ask-customer',
  'customer-answered',
  'pass-on',
  'department-replied',
  'ask-approval',
  'approve',
  'refuse-approval',
  'resolve',
  'confirm-fix',
  'reject-fix',
  'close',
  'reopen',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];
