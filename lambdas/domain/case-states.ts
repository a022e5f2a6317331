/** The states of a case. Which change leads from which to which is in case-transitions.ts. */

export const CASE_STATES = [
  'open',
  'in-progress',
  'waiting-for-customer',
  'waiting-for-department',
  'resolved',
  'verified',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Somebody still has something to do about it. */
export const UNRESOLVED: readonly CaseState[] = [
  'open',
  'in-progress',
  'waiting-for-customer',
  'waiting-for-department',
];

export function isUnresolved(state: CaseState): boolean {
  return UNRESOLVED.includes(state);
}

/** What the case is to come to by its due time. */
export const DUE_FOR = [
  'first-answer',
  'resolution',
  'customer-reply',
  'department-reply',
  'verification',
  'escalation',
] as const;
export type DueFor = (typeof DUE_FOR)[number];
