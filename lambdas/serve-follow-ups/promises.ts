/** What has to be true before a call is promised, and changing what was: who may, and what they are told. */

import type { CallMatter } from '../domain/callback.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import { answer } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, noSuchContact, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { whoseCase } from '../tables/case-keys.ts';
import { caseNumbersOf } from '../tables/case-links.ts';
import { agentOfContact } from '../tables/contact-ends.ts';
import { followedCustomer } from '../tables/customers.ts';
import type { FollowUpChanged } from '../tables/follow-up-changes.ts';
import { findDeskContact } from '../tables/sights.ts';
import type { Table } from '../tables/table.ts';

const NO_FOLLOW_UP = 'Nothing was promised under this id: GET /follow-ups has what you promised.';
const COMES_NO_MORE = 'Its task is out already, or it was called off: nothing is left to be changed.';

interface Promises {
  readonly desk: Table;
  readonly cases: Table;
  readonly contacts: Table;
  readonly audit: Table;
}

/** The id of the agent who has promised on a contact: for themselves, the owner of a case of that contact, and supervisors. */
export async function promiser(
  { desk, cases, contacts, audit: table }: Promises,
  call: Omit<Visit, 'operation'>,
  operation: string,
  contactId: string,
): Promise<string> {
  const { agent, signal } = call;
  const visit = { ...call, operation };
  const own = await findDeskContact(desk, agent.agentId, contactId, signal);
  if (own !== undefined) {
    await audit({ audit: table }, visit, own.customerId ?? NOBODY, true, { via: 'contact', contactId });
    return agent.agentId;
  }
  const had = await agentOfContact(contacts, contactId, signal);
  // What was moved may come after the contact has gone from the agent's desk.
  const isOwn = had?.agentId === agent.agentId;
  const via = isOwn ? 'contact' : agent.isSupervisor ? 'supervisor' : 'owner';
  const may =
    had !== undefined &&
    (isOwn || agent.isSupervisor || (await ownsCaseOf(cases, contactId, agent.username, signal)));
  await audit({ audit: table }, visit, had?.customerId ?? NOBODY, may, may ? { via, contactId } : undefined);
  if (!may) throw noSuchContact();
  return had.agentId;
}

async function ownsCaseOf(
  cases: Table,
  contactId: string,
  username: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const caseNumber of await caseNumbersOf(cases, { contactId }, signal))
    if ((await whoseCase(cases, caseNumber, signal))?.owner === username) return true;
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

/** The number at which a customer is called, and what they are spoken to in, where we know that. */
export async function whomToCall(
  customers: Table,
  customerId: string | undefined,
  signal: AbortSignal,
): Promise<Pick<CallMatter, 'phoneNumber' | 'language'>> {
  if (customerId === undefined)
    throw new HttpProblem(422, 'Nobody knows who is on this contact: say who it is first.');
  const found = await followedCustomer(customers, customerId, signal);
  const phoneNumber = found?.phoneNumbers[0];
  if (phoneNumber === undefined)
    throw new HttpProblem(422, 'We have no number of this customer: add one first.');
  return { phoneNumber, language: found?.preferences.language };
}
