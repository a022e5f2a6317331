/** Customers, as the desktop sees them. */

import * as z from 'zod/mini';
import { customerId } from '../domain/customer.ts';
import { foundCustomer, shownChange, shownEvent, shownNote } from '../domain/customer-history.ts';
import { search } from '../domain/customer-search.ts';
import { shownConsent, shownCustomer } from '../domain/customer-shown.ts';
import { contactId } from '../domain/request-ids.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

const ofCustomer = { parameters: z.strictObject({ customerId }), query: z.strictObject({}) } as const;
const list = <Item extends z.ZodMiniType>(when: string, item: Item) => ({
  200: { when, body: z.strictObject({ items: z.array(item) }) },
});
const reading = [403, 404] as const;

export const serveCustomers = defineHttpFunction({
  name: 'serve-customers',
  purpose: 'Answers the desktop about customers, and writes nothing but who has asked.',
  routes: {
    searchCustomers: {
      method: 'POST',
      path: '/customers/search',
      purpose: 'Finds customers by number, e-mail address, beginning of a name, order or case.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      body: z.strictObject({ find: search, contactId: z.optional(contactId) }),
      answers: list('At most ten, each with no more than tells who it is.', foundCustomer),
      problems: [403, 413, 415],
    },
    readCustomer: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}',
      purpose: 'A customer; by an earlier id the one into whom they were merged.',
      answers: { 200: { when: 'As they are now.', body: shownCustomer } },
      problems: reading,
    },
    listCustomerChanges: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}/changes',
      purpose: 'Who changed what, and why.',
      answers: list('At most 50, the latest first.', shownChange),
      problems: reading,
    },
    listCustomerNotes: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}/notes',
      purpose: 'What was written down about a customer.',
      answers: list('At most 50, the latest first.', shownNote),
      problems: reading,
    },
    listConsents: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}/consents',
      purpose: 'What a customer has agreed to and taken back; the first of each purpose counts.',
      answers: list('By purpose, the latest first.', shownConsent),
      problems: reading,
    },
    readTimeline: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}/timeline',
      purpose: 'Contacts, orders and cases of a customer in one list.',
      answers: list('At most 25 of each, the latest first.', shownEvent),
      problems: reading,
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)) },
  functionTimeoutSeconds: 15,
  memoryMb: 512,
  /** To search by name: the contact, the audit, five pages of names, the customer with four who were merged, the audit of each. */
  requestsInSequence: 13,
  attemptTimeoutMs: 550,
  uses: [
    { table: 'customers', actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:GetItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'contacts', index: 'by-customer', actions: ['dynamodb:Query'] },
  ],
});
