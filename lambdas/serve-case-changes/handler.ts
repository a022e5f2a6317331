/** Takes down what is done with cases: who asks is let in by the case or its customer, and written down first. */

import { roleOf, shownCase } from '../domain/case-shown.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { type Doors, noSuchContact } from '../tables/admission.ts';
import { admitToCase, caseIsGone, notTheirOrder } from '../tables/case-admission.ts';
import { changeCase, linkCase } from '../tables/case-changes.ts';
import { addNote } from '../tables/case-notes.ts';
import { idsOfCustomer } from '../tables/customer-ids.ts';
import { tellingOf } from '../tables/message-writes.ts';
import { customerOfOrder } from '../tables/order-keys.ts';
import { findDeskContact } from '../tables/sights.ts';
import { serveCaseChanges } from './contract.ts';
import { sentenceOf } from './refusals.ts';

const client = openDatabase(serveCaseChanges);
const cases = { client, name: tableName('cases') };
const customers = { client, name: tableName('customers') };
const orders = { client, name: tableName('orders') };
const telling = tellingOf({ client, name: tableName('messages') });
const hours = environmentValue(serveCaseChanges, 'OPENING_HOURS');
const claims = environmentValue(serveCaseChanges, 'AGENT_CLAIMS');
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCaseChanges, 'MINUTES_AFTER_CONTACT'),
};

/** @throws HttpProblem 422 where an order is not that of the customer of a case, under whichever of their ids */
async function requireTheirs(orderNumber: string, customerId: string, signal: AbortSignal): Promise<void> {
  const orderedBy = await customerOfOrder(orders, orderNumber, signal);
  if (orderedBy === customerId) return;
  if (orderedBy === undefined || !(await idsOfCustomer(customers, customerId, signal)).includes(orderedBy))
    throw notTheirOrder();
}

export const handler = httpFunction(serveCaseChanges, claims, {
  linkCaseToContact: async ({ path: { caseNumber, contactId }, ...call }) => {
    await admitToCase(doors, { ...call, operation: 'linkCaseToContact' }, caseNumber);
    const { agent, now, signal } = call;
    const contact = await findDeskContact(doors.desk, agent.agentId, contactId, signal);
    if (contact === undefined) throw noSuchContact();
    const isThere = await linkCase(cases, caseNumber, { contactId }, now(), signal);
    if (!isThere) throw caseIsGone();
    return answer(200, { contactId });
  },

  linkCaseToOrder: async ({ path: { caseNumber, orderNumber }, ...call }) => {
    const { customerId } = await admitToCase(doors, { ...call, operation: 'linkCaseToOrder' }, caseNumber);
    const { now, signal } = call;
    await requireTheirs(orderNumber, customerId, signal);
    const isThere = await linkCase(cases, caseNumber, { orderNumber }, now(), signal);
    if (!isThere) throw caseIsGone();
    return answer(200, { orderNumber });
  },

  changeCase: async ({ path: { caseNumber }, body: { version, change, contactId }, ...call }) => {
    const seen = await admitToCase(doors, { ...call, operation: 'changeCase' }, caseNumber);
    const { agent, now, signal } = call;
    const named = change.action === 'describe' ? change.details.orderNumber : undefined;
    if (named !== undefined && named !== seen.details.orderNumber)
      await requireTheirs(named, seen.customerId, signal);
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
        throw caseIsGone();
    }
  },

  addCaseNote: async ({ path: { caseNumber, noteId }, body: { words, visibility, contactId }, ...call }) => {
    const seen = await admitToCase(doors, { ...call, operation: 'addCaseNote' }, caseNumber);
    const { agent, now, signal } = call;
    const by = { role: roleOf(agent, seen), id: agent.username };
    const note = { atMs: now().getTime(), by, contactId, visibility, about: 'note', words } as const;
    const noted = await addNote(cases, { caseNumber, note, mark: noteId }, signal);
    if (noted === 'no-case') throw caseIsGone();
    if (noted === 'other-content')
      throw new HttpProblem(
        409,
        'Somebody else, or you in other words, wrote down a note of this case under this id: give yours an id of its own.',
      );
    return answer(200, { noteId });
  },
});
