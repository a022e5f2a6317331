/** Takes down what agents change, note and agree with customers: who asks is let in and written down first. */

import { dateAt } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import { type CustomerChange, changeCustomer } from '../domain/customer-change.ts';
import type { AskedChange } from '../domain/customer-requests.ts';
import { type MaskName, meant } from '../domain/masking.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admitByContact, type Doors, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { nameCustomerOfContact } from '../tables/contact-ends.ts';
import { admitToCustomer, changedMeanwhile, noteOf } from '../tables/customer-admission.ts';
import { createCustomer, writeCustomer } from '../tables/customer-changes.ts';
import { addNote, recordConsent } from '../tables/customer-records.ts';
import { linkCustomer } from '../tables/desk.ts';
import { nameCasesOfNobody } from '../tables/nobodys-cases.ts';
import { serveCustomerChanges } from './contract.ts';

const client = openDatabase(serveCustomerChanges);
const customers = { client, name: tableName('customers') };
const desk = { client, name: tableName('desk') };
const contacts = { client, name: tableName('contacts') };
const claims = environmentValue(serveCustomerChanges, 'AGENT_CLAIMS');
const doors: Doors = {
  customers,
  desk,
  cases: { client, name: tableName('cases') },
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCustomerChanges, 'MINUTES_AFTER_CONTACT'),
};

type Call = Omit<Visit, 'operation'>;

const visited = (call: Call, operation: string, customerId: string): Promise<Customer> =>
  admitToCustomer(doors, { ...call, operation }, customerId);

/** What somebody means who may see numbers and addresses by their ends only. */
function meantOf(values: readonly string[], written: string, mask: MaskName): string {
  const one = meant(values, written, mask);
  if (one === undefined)
    throw new HttpProblem(422, 'Several of the customer’s look so: write the one whole.');
  return one;
}

function changeOf(asked: AskedChange, { phoneNumbers, emails }: Customer, now: Date): CustomerChange {
  switch (asked.kind) {
    case 'remove-number':
    case 'prefer-number':
      return { kind: asked.kind, number: meantOf(phoneNumbers, asked.number, 'last-four') };
    case 'remove-email':
      return { kind: asked.kind, email: meantOf(emails, asked.email, 'mailbox') };
    case 'set-preferences': {
      // `null` is how JSON says that something is taken away.
      const set = Object.entries(asked.preferences).map(([name, value]) => [name, value ?? undefined]);
      return { kind: asked.kind, preferences: Object.fromEntries(set) };
    }
    case 'confirm':
      return { ...asked, on: dateAt(now.getTime()) };
    default:
      return asked;
  }
}

const numberIsTaken = () =>
  new HttpProblem(409, 'This number is that of another customer: merge the two, or remove it there first.');

export const handler = httpFunction(serveCustomerChanges, claims, {
  createCustomer: async ({ body: { contactId, name, phoneNumbers, why }, ...call }) => {
    await admitByContact(doors, { ...call, operation: 'createCustomer' }, contactId, NOBODY);
    const note = { ...noteOf(call, why, contactId), contactId };
    const created = await createCustomer(customers, { name, phoneNumbers }, note, call.signal);
    if (created.outcome === 'number-taken') throw numberIsTaken();
    const { customer } = created;
    const { customerId } = customer;
    const linked = await linkCustomer(
      desk,
      call.agent.agentId,
      contactId,
      customerId,
      call.now(),
      call.signal,
    );
    if (linked !== undefined) {
      await nameCasesOfNobody(doors, { ...call, operation: 'createCustomer' }, { ...linked, customerId });
      await nameCustomerOfContact(contacts, contactId, customerId, call.signal);
    }
    return answer(201, customer);
  },

  changeCustomer: async ({ path, body: { version, why, contactId, change }, ...call }) => {
    const seen = await visited(call, 'changeCustomer', path.customerId);
    if (change.kind === 'set-tier' && !call.agent.isSupervisor)
      throw new HttpProblem(403, 'How a customer is served is for supervisors to say: ask one.');
    const changed = changeCustomer(seen, changeOf(change, seen, call.now()));
    // Asked again, what is done already is done.
    if (changed.outcome === 'unchanged') return answer(200, seen);
    if (seen.version !== version) throw changedMeanwhile();
    if (changed.outcome === 'refused') throw new HttpProblem(422, changed.sentence);
    const { customer } = changed;
    const written = await writeCustomer(customers, seen, customer, noteOf(call, why, contactId), call.signal);
    if (written !== 'written') throw written === 'number-taken' ? numberIsTaken() : changedMeanwhile();
    return answer(200, customer);
  },

  addCustomerNote: async ({ path: { customerId, noteId }, body: { text, contactId }, ...call }) => {
    const visitedOne = await visited(call, 'addCustomerNote', customerId);
    const { why: _said, ...written } = noteOf(call, '', contactId);
    const note = { ...written, noteId, text };
    const outcome = await addNote(customers, visitedOne.customerId, note, call.signal);
    if (outcome === 'no-customer') throw changedMeanwhile();
    return answer(200, { noteId });
  },

  recordConsent: async ({ path, body: { contactId, ...consent }, ...call }) => {
    const { customerId } = await visited(call, 'recordConsent', path.customerId);
    const { why: _said, ...written } = noteOf(call, '', contactId);
    const kept = { ...consent, ...written };
    const outcome = await recordConsent(customers, customerId, kept, call.signal);
    if (outcome === 'no-customer') throw changedMeanwhile();
    return answer(201, kept);
  },
});
