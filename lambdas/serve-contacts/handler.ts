/** Answers the desktop about the contacts of the agent who asks. */

import { sightEndsAtMs } from '../domain/desk.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { addAudit } from '../tables/audit.ts';
import { readCustomer } from '../tables/customers.ts';
import { type DeskContact, deskContactsOf, findDeskContact, linkCustomer } from '../tables/desk.ts';
import { serveContacts } from './contract.ts';

const client = openDatabase(serveContacts);
const desk = { client, name: tableName('desk') };
const customers = { client, name: tableName('customers') };
const audit = { client, name: tableName('audit') };
const claims = environmentValue(serveContacts, 'AGENT_CLAIMS');
const minutesAfter = environmentValue(serveContacts, 'MINUTES_AFTER_CONTACT');

const CONTACTS_SHOWN = 25;

const shown = ({ agentId: _own, ...contact }: DeskContact) => contact;

export const handler = httpFunction(serveContacts, claims, {
  listContacts: async ({ agent, signal }) => {
    const contacts = await deskContactsOf(desk, agent.agentId, CONTACTS_SHOWN, signal);
    return answer(200, { agent, contacts: contacts.map(shown) });
  },

  /** A caller whom no number told us says who they are; that an agent believes it is in the audit, with the contact. */
  linkCustomer: async ({ agent, path: { contactId }, body, correlationId, now, signal }) => {
    const contact = await findDeskContact(desk, agent.agentId, contactId, signal);
    const nowMs = now().getTime();
    const isOpen = contact !== undefined && nowMs < sightEndsAtMs(contact, minutesAfter);
    const entry = {
      customerId: body.customerId,
      agentId: agent.agentId,
      at: new Date(nowMs).toISOString(),
      operation: 'linkCustomer',
      contactId,
      correlationId,
    };
    await addAudit(audit, { ...entry, allowed: isOpen, via: 'contact' }, signal);
    if (!isOpen) {
      throw new HttpProblem(
        403,
        'This is no contact of yours, or it ended too long ago: take one that you have now.',
      );
    }
    const found = await readCustomer(customers, body.customerId, signal);
    if (found === undefined) throw new HttpProblem(404, 'There is no such customer: search for them first.');
    if (found.kind === 'merged')
      throw new HttpProblem(409, `This customer was merged into ${found.into}: take that one.`);
    const linked = await linkCustomer(desk, agent.agentId, contactId, body.customerId, signal);
    if (linked === undefined) throw new HttpProblem(404, 'There is no such contact of yours any more.');
    return answer(200, shown(linked));
  },
});
