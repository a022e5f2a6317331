/** A case as the desktop of an agent shows it, and why something cannot be done with it. */

import type { Refusal } from '../domain/case-change.ts';
import { actionsOf, type Role } from '../domain/case-transitions.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import type { Voicemail } from '../domain/voicemail.ts';
import type { SignedInAgent } from '../runtime/http-agent.ts';

/** A department replies as itself; whoever else works on a case does so as an agent, or as a supervisor. */
export function roleOf(
  { isSupervisor, departments }: SignedInAgent,
  { status, department }: WorkedCase,
): Role {
  if (isSupervisor) return 'supervisor';
  return status === 'waiting-for-department' && departments.includes(department) ? 'department' : 'agent';
}

/** What of a case an agent is shown. */
export function shownCase(it: WorkedCase, agent: SignedInAgent) {
  const { caseNumber, customerId, status, type, severity, department, version, details, reopened } = it;
  const { owner, resolution, approval, due } = it;
  return {
    caseNumber,
    customerId,
    status,
    type,
    severity,
    department,
    version,
    details,
    reopened,
    openedAt: new Date(it.openedAtMs).toISOString(),
    changedAt: new Date(it.changedAtMs).toISOString(),
    ...(owner === undefined ? {} : { owner }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(approval === undefined ? {} : { approval }),
    ...(due === undefined ? {} : { dueAt: new Date(due.atMs).toISOString(), dueFor: due.for }),
    mayDo: [...actionsOf(status, roleOf(agent, it))],
  };
}

/** One sentence that says what to do. */
export function sentenceOf(refusal: Refusal): string {
  switch (refusal.because) {
    case 'details-missing':
      return `The case still has to say ${refusal.missing.join(' and ')}: describe it first.`;
    case 'needs-approval':
    case 'over-limit':
      return `Your role gives at most ${refusal.limitMinor} in minor units by itself: ask for an approval first.`;
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

/** The voice message that a case was opened for, without where it lies. */
export function shownVoicemail({ state, fromMs, recording }: Voicemail) {
  const kept = recording === undefined ? 'awaited' : 'kept';
  return {
    state: state === 'deleted' ? state : kept,
    recordedAt: new Date(fromMs).toISOString(),
    ...(recording === undefined ? {} : { seconds: recording.seconds }),
  } as const;
}
