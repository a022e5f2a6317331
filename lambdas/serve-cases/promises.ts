/** Changing what was promised on a contact: who may, and what they are told. */

import type { FollowUp } from '../domain/follow-up.ts';
import { answer } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, type Doors, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { readCase } from '../tables/case-changes.ts';
import { caseNumbersOf } from '../tables/case-lists.ts';
import { agentOfContact } from '../tables/contacts.ts';
import { findDeskContact } from '../tables/desk.ts';
import type { FollowUpChanged } from '../tables/follow-up-changes.ts';
import type { Table } from '../tables/table.ts';

export const NO_CONTACT = 'You have no such contact: GET /contacts has yours.';
const NO_FOLLOW_UP = 'Nothing was promised under this id: GET /follow-ups has what you promised.';
const COMES_NO_MORE = 'Its task is out already, or it was called off: nothing is left to be changed.';

interface Promises {
  readonly cases: Table;
  readonly contacts: Table;
  readonly doors: Doors;
}

/** The id of the agent who has promised on a contact: for themselves, the owner of a case of that contact, and supervisors. */
export async function promiser(
  { cases, contacts, doors }: Promises,
  call: Omit<Visit, 'operation'>,
  operation: string,
  contactId: string,
): Promise<string> {
  const { agent, signal } = call;
  const visit = { ...call, operation };
  const own = await findDeskContact(doors.desk, agent.agentId, contactId, signal);
  if (own !== undefined) {
    await audit(doors, visit, own.customerId ?? NOBODY, true, { via: 'contact', contactId });
    return agent.agentId;
  }
  const had = await agentOfContact(contacts, contactId, signal);
  // What was moved may come after the contact has gone from the agent's desk.
  const isOwn = had?.agentId === agent.agentId;
  const via = isOwn ? 'contact' : agent.isSupervisor ? 'supervisor' : 'owner';
  const may =
    had !== undefined &&
    (isOwn || agent.isSupervisor || (await ownsCaseOf(cases, contactId, agent.username, signal)));
  await audit(doors, visit, had?.customerId ?? NOBODY, may, may ? { via, contactId } : undefined);
  if (!may) throw new HttpProblem(404, NO_CONTACT);
  return had.agentId;
}

async function ownsCaseOf(
  cases: Table,
  contactId: string,
  username: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const caseNumber of await caseNumbersOf(cases, { contactId }, signal))
    if ((await readCase(cases, caseNumber, signal))?.owner === username) return true;
  return false;
}

/** @throws HttpProblem where it was not changed */
export function followUpAnswer(done: FollowUpChanged): ReturnType<typeof answer<200, FollowUp>> {
  switch (done.kind) {
    case 'changed':
      return answer(200, done.followUp);
    case 'unknown':
      throw new HttpProblem(404, NO_FOLLOW_UP);
    case 'gone':
      throw new HttpProblem(409, COMES_NO_MORE);
    case 'hindered':
      throw new HttpProblem(422, done.because);
  }
}
