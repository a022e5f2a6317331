/** A case as the desktop of an agent shows it. */

import type { Role } from './case-actions.ts';
import { actionsOf } from './case-transitions.ts';
import type { Department } from './case-types.ts';
import type { WorkedCase } from './case-work.ts';

/** Who looks at a case. */
interface Viewer {
  readonly isSupervisor: boolean;
  readonly departments: readonly Department[];
}

/** A department replies as itself; whoever else works on a case does so as an agent, or as a supervisor. */
export function roleOf({ isSupervisor, departments }: Viewer, { status, department }: WorkedCase): Role {
  if (isSupervisor) return 'supervisor';
  return status === 'waiting-for-department' && departments.includes(department) ? 'department' : 'agent';
}

/** What of a case an agent is shown. */
export function shownCase(it: WorkedCase, agent: Viewer) {
  const { caseNumber, customerId, status, type, severity, department, version, details, reopened } = it;
  const { owner, resolution, approval, givenBeforeMinor, passedOn, due } = it;
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
    ...(givenBeforeMinor === undefined ? {} : { givenBeforeMinor }),
    ...(passedOn === undefined ? {} : { passedOn }),
    ...(due === undefined ? {} : { dueAt: new Date(due.atMs).toISOString(), dueFor: due.for }),
    mayDo: [...actionsOf(status, roleOf(agent, it))],
  };
}
