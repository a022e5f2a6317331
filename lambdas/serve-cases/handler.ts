/** Answers the desktop about cases: by their customer, their owner or their department. */

import type { Refusal } from '../domain/case-change.ts';
import { actionsOf, type Role } from '../domain/case-states.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import type { SignedInAgent } from '../runtime/http-agent.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admit, audit, type Doors, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { addNote, changeCase, readCase, readCaseFile } from '../tables/case-changes.ts';
import { type ListedCase, listCases } from '../tables/case-lists.ts';
import { tellingOf } from '../tables/messages.ts';
import { serveCases } from './contract.ts';

const client = openDatabase(serveCases);
const cases = { client, name: tableName('cases') };
const telling = tellingOf({ client, name: tableName('messages') });
const hours = environmentValue(serveCases, 'OPENING_HOURS');
const claims = environmentValue(serveCases, 'AGENT_CLAIMS');
const doors: Doors = {
  desk: { client, name: tableName('desk') },
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCases, 'MINUTES_AFTER_CONTACT'),
};

const LISTED_MAX = 50;

type Call = Omit<Visit, 'operation'>;

/** A department replies as itself; whoever else works on a case does so as an agent, or as a supervisor. */
function roleOf({ isSupervisor, departments }: SignedInAgent, { status, department }: WorkedCase): Role {
  if (isSupervisor) return 'supervisor';
  return status === 'waiting-for-department' && departments.includes(department) ? 'department' : 'agent';
}

/** The case whose number a path has, once the agent is let in by owner, department or customer. */
async function visited(call: Call, operation: string, caseNumber: string): Promise<WorkedCase> {
  const visit = { ...call, operation };
  const { agent, signal } = call;
  const found = await readCase(cases, caseNumber, signal);
  if (found === undefined) {
    await audit(doors, visit, NOBODY, false, undefined);
    if (!agent.isSupervisor)
      throw new HttpProblem(403, 'No case of this number is yours, your department’s or your contact’s.');
    throw new HttpProblem(404, 'There is no such case: check the number.');
  }
  const { customerId, owner, department } = found;
  if (owner === agent.username) await audit(doors, visit, customerId, true, { via: 'owner' });
  else if (agent.departments.includes(department))
    await audit(doors, visit, customerId, true, { via: 'department' });
  else await admit(doors, visit, [customerId]);
  return found;
}

function shownCase(it: WorkedCase, agent: SignedInAgent) {
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

const listed = ({ reason: _reason, escalations: _level, ...shown }: ListedCase) => shown;

function sentenceOf(refusal: Refusal): string {
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

export const handler = httpFunction(serveCases, claims, {
  listCasesOfCustomer: async ({ path: { customerId }, ...call }) => {
    await admit(doors, { ...call, operation: 'listCasesOfCustomer' }, [customerId]);
    const page = await listCases(cases, { customerId }, { limit: LISTED_MAX }, call.signal);
    return answer(200, { items: page.cases.map(listed) });
  },

  listCasesOfDepartment: async ({ path: { department }, ...call }) => {
    const { agent, signal } = call;
    const isAllowed = agent.isSupervisor || agent.departments.includes(department);
    const visit = { ...call, operation: 'listCasesOfDepartment' };
    await audit(doors, visit, NOBODY, isAllowed, isAllowed ? { via: 'department' } : undefined);
    if (!isAllowed) throw new HttpProblem(403, 'You are not in this department: ask an administrator.');
    const page = await listCases(cases, { department }, { limit: LISTED_MAX }, signal);
    return answer(200, { items: page.cases.map(listed) });
  },

  readCase: async ({ path: { caseNumber }, ...call }) => {
    await visited(call, 'readCase', caseNumber);
    const file = await readCaseFile(cases, caseNumber, call.signal);
    if (file === undefined) throw new HttpProblem(404, 'There is no such case any more.');
    return answer(200, {
      case: shownCase(file.case, call.agent),
      notes: file.notes.map(({ atMs, by, contactId, visibility, about, words }) => ({
        at: new Date(atMs).toISOString(),
        byRole: by.role,
        by: by.id,
        ...(contactId === undefined ? {} : { contactId }),
        visibility,
        about,
        words,
      })),
      contactIds: [...file.contactIds],
      orderNumbers: [...file.orderNumbers],
    });
  },

  changeCase: async ({ path: { caseNumber }, body: { version, change, contactId }, ...call }) => {
    const seen = await visited(call, 'changeCase', caseNumber);
    const { agent, now, signal } = call;
    const by = { role: roleOf(agent, seen), id: agent.username };
    const wish = { caseNumber, seenVersion: version, change, by, contactId };
    const changed = await changeCase(cases, wish, hours, now(), signal, telling);
    switch (changed.kind) {
      case 'changed':
        return answer(200, shownCase(changed.case, agent));
      case 'refused':
        throw new HttpProblem(422, sentenceOf(changed));
      case 'overtaken':
        throw new HttpProblem(
          409,
          'Somebody else has changed this case meanwhile: read it again, and decide again.',
        );
      case 'unknown':
        throw new HttpProblem(404, 'There is no such case any more.');
    }
  },

  addCaseNote: async ({ path: { caseNumber, noteId }, body: { words, visibility, contactId }, ...call }) => {
    const seen = await visited(call, 'addCaseNote', caseNumber);
    const { agent, now, signal } = call;
    const by = { role: roleOf(agent, seen), id: agent.username };
    const note = { atMs: now().getTime(), by, contactId, visibility, about: 'note', words } as const;
    const isThere = await addNote(cases, { caseNumber, note, mark: noteId }, signal);
    if (!isThere) throw new HttpProblem(404, 'There is no such case any more.');
    return answer(200, { noteId });
  },
});
