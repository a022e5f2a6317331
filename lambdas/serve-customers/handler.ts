/** Answers the desktop about customers: who asks is let in and written down first. */

import type { Customer } from '../domain/customer.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { admitByContact, audit, type Doors, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { admitToCustomer } from '../tables/customer-admission.ts';
import { changesOf } from '../tables/customer-changes.ts';
import { consentsOf, notesOf } from '../tables/customer-records.ts';
import { serveCustomers } from './contract.ts';
import { findCustomers, shownBriefly } from './finding.ts';
import { timelineOf } from './timeline.ts';

const client = openDatabase(serveCustomers);
const customers = { client, name: tableName('customers') };
const orders = { client, name: tableName('orders') };
const cases = { client, name: tableName('cases') };
const contacts = { client, name: tableName('contacts') };
const claims = environmentValue(serveCustomers, 'AGENT_CLAIMS');
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCustomers, 'MINUTES_AFTER_CONTACT'),
};

const LISTED_MAX = 50;

const visited = (call: Omit<Visit, 'operation'>, operation: string, customerId: string): Promise<Customer> =>
  admitToCustomer(doors, { ...call, operation }, customerId);

export const handler = httpFunction(serveCustomers, claims, {
  searchCustomers: async ({ body: { find, contactId }, ...call }) => {
    const visit = { ...call, operation: 'searchCustomers' };
    await admitByContact(doors, visit, contactId, NOBODY);
    const found = await findCustomers({ customers, orders, cases }, find, call.signal);
    const by = contactId === undefined ? { via: 'supervisor' } : { via: 'search', contactId };
    await Promise.all(found.map(({ customerId }) => audit(doors, visit, customerId, true, by)));
    return answer(200, { items: found.map(shownBriefly) });
  },

  readCustomer: async ({ path, ...call }) =>
    answer(200, await visited(call, 'readCustomer', path.customerId)),

  listCustomerChanges: async ({ path, ...call }) => {
    const { customerId } = await visited(call, 'listCustomerChanges', path.customerId);
    return answer(200, { items: [...(await changesOf(customers, customerId, LISTED_MAX, call.signal))] });
  },

  listCustomerNotes: async ({ path, ...call }) => {
    const somebody = await visited(call, 'listCustomerNotes', path.customerId);
    return answer(200, { items: [...(await notesOf(customers, somebody, LISTED_MAX, call.signal))] });
  },

  listConsents: async ({ path, ...call }) => {
    const somebody = await visited(call, 'listConsents', path.customerId);
    return answer(200, { items: [...(await consentsOf(customers, somebody, call.signal))] });
  },

  readTimeline: async ({ path, ...call }) => {
    const { customerId, mergedFrom } = await visited(call, 'readTimeline', path.customerId);
    const events = await timelineOf({ contacts, orders, cases }, [customerId, ...mergedFrom], call.signal);
    return answer(200, { items: [...events] });
  },
});
