/** The door to the case whose number a path has. */

import type { WorkedCase } from '../domain/case-work.ts';
import { sightEndsAtMs } from '../domain/desk.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admit, audit, type Doors, notLetIn, type Visit } from './admission.ts';
import { NOBODY } from './audit.ts';
import { readCase } from './case-changes.ts';
import { contactsOfCase } from './case-links.ts';
import { findDeskContact } from './sights.ts';

/**
 * The case with a number, once the agent is let in by owner, by having passed it on, by department, contact or customer.
 * @throws HttpProblem 403 where they may not see it, and only to supervisors 404 where there is none
 */
export async function admitToCase(doors: Doors, visit: Visit, caseNumber: string): Promise<WorkedCase> {
  const { agent, signal } = visit;
  const found = await readCase(doors.cases, caseNumber, signal);
  if (found === undefined) {
    await audit(doors, visit, NOBODY, false, undefined);
    if (!agent.isSupervisor) throw notLetIn();
    throw new HttpProblem(404, 'There is no such case: check the number.');
  }
  const { customerId, owner, passedOn, department } = found;
  if (owner === agent.username) await audit(doors, visit, customerId, true, { via: 'owner' });
  else if (passedOn?.by === agent.username) await audit(doors, visit, customerId, true, { via: 'passed-on' });
  else if (agent.departments.includes(department))
    await audit(doors, visit, customerId, true, { via: 'department' });
  else {
    const contactId = await openContactOf(doors, visit, found);
    if (contactId === undefined) await admit(doors, visit, customerId);
    else await audit(doors, visit, customerId, true, { via: 'contact', contactId });
  }
  return found;
}

/**
 * The contact of the agent's in which the case was opened or came up, while they see its customer by it: also that of a
 * caller whom nobody knows, whose case no sight of a customer leads to.
 */
async function openContactOf(
  { cases, desk, minutesAfter }: Doors,
  { agent, now, signal }: Visit,
  { caseNumber, contactId: openedIn }: Pick<WorkedCase, 'caseNumber' | 'contactId'>,
): Promise<string | undefined> {
  const isOpen = async (contactId: string): Promise<boolean> => {
    const held = await findDeskContact(desk, agent.agentId, contactId, signal);
    return held !== undefined && now().getTime() < sightEndsAtMs(held, minutesAfter);
  };
  if (await isOpen(openedIn)) return openedIn;
  const linked = await contactsOfCase(cases, caseNumber, signal);
  const open = await Promise.all(linked.map(isOpen));
  return linked.find((_contactId, index) => open[index]);
}

/** Where a case went between the door and what was to be done with it. */
export const caseIsGone = (): HttpProblem => new HttpProblem(404, 'There is no such case any more.');

/** Where a case is to be about an order of somebody else, or of nobody. */
export const notTheirOrder = (): HttpProblem =>
  new HttpProblem(422, 'The customer has no such order: check the number.');
