/** Answers the desktop about customers: who asks is let in and written down first. */

import type { Customer } from '../domain/customer.ts';
import { type CustomerChange, changeCustomer } from '../domain/customer-change.ts';
import type { AskedChange } from '../domain/customer-requests.ts';
import { type MaskName, meant } from '../domain/masking.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admit, admitByContact, audit, type Doors, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { definition as casesDefinition } from '../tables/cases.ts';
import { definition as contactsDefinition } from '../tables/contacts.ts';
import { changesOf, createCustomer, writeCustomer } from '../tables/customer-changes.ts';
import { mergeInto } from '../tables/customer-merging.ts';
import { addNote, consentsOf, notesOf, recordConsent } from '../tables/customer-records.ts';
import { followedCustomer } from '../tables/customers.ts';
import { linkCustomer } from '../tables/desk.ts';
import { definition as ordersDefinition } from '../tables/orders.ts';
import { serveCustomers } from './contract.ts';
import { findCustomers, shownBriefly } from './finding.ts';
import { timelineOf } from './timeline.ts';

const client = openDatabase(serveCustomers);
const customers = { client, name: tableName('customers') };
const orders = { client, name: tableName('orders') };
const cases = { client, name: tableName('cases') };
const contacts = { client, name: tableName('contacts') };
const desk = { client, name: tableName('desk') };
const claims = environmentValue(serveCustomers, 'AGENT_CLAIMS');
const doors: Doors = {
  desk,
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCustomers, 'MINUTES_AFTER_CONTACT'),
};
const customersRows = [
  { table: orders, definition: ordersDefinition },
  { table: cases, definition: casesDefinition },
  { table: contacts, definition: contactsDefinition },
];

const LISTED_MAX = 50;

type Call = Omit<Visit, 'operation'>;

/** The customer whom a path names, once the agent is let in; that there is none is told only then. */
async function visited(call: Call, operation: string, customerId: string): Promise<Customer> {
  const customer = await followedCustomer(customers, customerId, call.signal);
  const id = customer?.customerId ?? customerId;
  await admit(doors, { ...call, operation }, id === customerId ? [id] : [id, customerId]);
  if (customer === undefined) throw new HttpProblem(404, 'There is no such customer: search for them.');
  return customer;
}

const noteOf = ({ agent, now }: Call, why: string, contactId: string | undefined) => ({
  by: `agent/${agent.agentId}`,
  why,
  at: now().toISOString(),
  ...(contactId === undefined ? {} : { contactId }),
});

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
      return { ...asked, on: now.toISOString().slice(0, 10) };
    default:
      return asked;
  }
}

const MEANWHILE = 'Somebody else has changed this customer meanwhile: read them again, and decide again.';
const TAKEN = 'This number is that of another customer: merge the two, or remove it there first.';

export const handler = httpFunction(serveCustomers, claims, {
  searchCustomers: async ({ body: { find, contactId }, ...call }) => {
    const visit = { ...call, operation: 'searchCustomers' };
    await admitByContact(doors, visit, contactId, NOBODY);
    const found = await findCustomers({ customers, orders, cases }, find, call.signal);
    const by = contactId === undefined ? { via: 'supervisor' } : { via: 'search', contactId };
    await Promise.all(found.map(({ customerId }) => audit(doors, visit, customerId, true, by)));
    return answer(200, { items: found.map(shownBriefly) });
  },

  createCustomer: async ({ body: { contactId, name, phoneNumbers, why }, ...call }) => {
    await admitByContact(doors, { ...call, operation: 'createCustomer' }, contactId, NOBODY);
    const note = { ...noteOf(call, why, contactId), contactId };
    const created = await createCustomer(customers, { name, phoneNumbers }, note, call.signal);
    if (created.outcome === 'number-taken') throw new HttpProblem(409, TAKEN);
    const { customer } = created;
    await linkCustomer(desk, call.agent.agentId, contactId, customer.customerId, call.now(), call.signal);
    return answer(201, customer);
  },

  readCustomer: async ({ path, ...call }) =>
    answer(200, await visited(call, 'readCustomer', path.customerId)),

  changeCustomer: async ({ path, body: { version, why, contactId, change }, ...call }) => {
    const seen = await visited(call, 'changeCustomer', path.customerId);
    const changed = changeCustomer(seen, changeOf(change, seen, call.now()));
    // Asked again, what is done already is done.
    if (changed.outcome === 'unchanged') return answer(200, seen);
    if (seen.version !== version) throw new HttpProblem(409, MEANWHILE);
    if (changed.outcome === 'refused') throw new HttpProblem(422, changed.sentence);
    const { customer } = changed;
    const written = await writeCustomer(customers, seen, customer, noteOf(call, why, contactId), call.signal);
    if (written !== 'written') throw new HttpProblem(409, written === 'number-taken' ? TAKEN : MEANWHILE);
    return answer(200, customer);
  },

  listCustomerChanges: async ({ path, ...call }) => {
    const { customerId } = await visited(call, 'listCustomerChanges', path.customerId);
    return answer(200, { items: [...(await changesOf(customers, customerId, LISTED_MAX, call.signal))] });
  },

  mergeCustomers: async ({ path, body: { from, why, contactId }, ...call }) => {
    const { customerId: into } = await visited(call, 'mergeCustomers', path.customerId);
    await admit(doors, { ...call, operation: 'mergeCustomers' }, [from]);
    const merge = { into, from, note: noteOf(call, why, contactId) };
    const merged = await mergeInto(customers, customersRows, merge, call.hasTime, call.signal);
    switch (merged.outcome) {
      case 'merged':
      case 'moving':
        return answer(200, merged);
      case 'changed-meanwhile':
        throw new HttpProblem(409, MEANWHILE);
      case 'no-customer':
        throw new HttpProblem(404, `There is no customer ${merged.customerId}: search for them.`);
      case 'refused':
        throw new HttpProblem(422, merged.sentence);
    }
  },

  addCustomerNote: async ({ path: { customerId, noteId }, body: { text, contactId }, ...call }) => {
    const visitedOne = await visited(call, 'addCustomerNote', customerId);
    const { why: _said, ...written } = noteOf(call, '', contactId);
    const note = { ...written, noteId, text };
    const outcome = await addNote(customers, visitedOne.customerId, note, call.signal);
    if (outcome === 'no-customer') throw new HttpProblem(409, MEANWHILE);
    return answer(200, { noteId });
  },

  listCustomerNotes: async ({ path, ...call }) => {
    const { customerId } = await visited(call, 'listCustomerNotes', path.customerId);
    return answer(200, { items: [...(await notesOf(customers, customerId, LISTED_MAX, call.signal))] });
  },

  recordConsent: async ({ path, body: { contactId, ...consent }, ...call }) => {
    const { customerId } = await visited(call, 'recordConsent', path.customerId);
    const { why: _said, ...written } = noteOf(call, '', contactId);
    const kept = { ...consent, ...written };
    const outcome = await recordConsent(customers, customerId, kept, call.signal);
    if (outcome === 'no-customer') throw new HttpProblem(409, MEANWHILE);
    return answer(201, kept);
  },

  listConsents: async ({ path, ...call }) => {
    const { customerId } = await visited(call, 'listConsents', path.customerId);
    return answer(200, { items: [...(await consentsOf(customers, customerId, call.signal))] });
  },

  readTimeline: async ({ path, ...call }) => {
    const { customerId, mergedFrom } = await visited(call, 'readTimeline', path.customerId);
    const events = await timelineOf({ contacts, orders, cases }, [customerId, ...mergedFrom], call.signal);
    return answer(200, { items: [...events] });
  },
});
