/** Customers, as the desktop sees and changes them. */

import * as z from 'zod/mini';
import { customerId, line, telephoneNumber } from '../domain/customer.ts';
import {
  consent,
  contactId,
  customerChange,
  noteId,
  search,
  why,
  words,
} from '../domain/customer-requests.ts';
import {
  foundCustomer,
  shownChange,
  shownConsent,
  shownCustomer,
  shownEvent,
  shownNote,
} from '../domain/customer-shown.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

const ofCustomer = { parameters: z.strictObject({ customerId }), query: z.strictObject({}) } as const;
const list = <Item extends z.ZodMiniType>(when: string, item: Item) => ({
  200: { when, body: z.strictObject({ items: z.array(item) }) },
});
const reading = [403, 404] as const;
const writing = [403, 404, 409, 413, 415] as const;

export const serveCustomers = defineHttpFunction({
  name: 'serve-customers',
  purpose:
    'Answers the desktop about customers, and takes down what agents change, note and agree with them.',
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
    createCustomer: {
      method: 'POST',
      path: '/customers',
      purpose: 'Makes a customer of whoever is on one of your contacts; asked again, it finds them.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      body: z.strictObject({
        contactId,
        name: line(100),
        phoneNumbers: z.array(telephoneNumber).check(
          z.maxLength(5),
          z.refine((numbers) => new Set(numbers).size === numbers.length, 'must not have a number twice'),
        ),
        why,
      }),
      answers: { 201: { when: 'They are a customer, and on your contact.', body: shownCustomer } },
      problems: [403, 409, 413, 415],
    },
    readCustomer: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}',
      purpose: 'A customer; by an earlier id the one into whom they were merged.',
      answers: { 200: { when: 'As they are now.', body: shownCustomer } },
      problems: reading,
    },
    changeCustomer: {
      ...ofCustomer,
      method: 'POST',
      path: '/customers/{customerId}/changes',
      purpose: 'Changes one thing of a customer over the version that you have seen.',
      body: z.strictObject({
        version: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
        why,
        contactId: z.optional(contactId),
        change: customerChange,
      }),
      answers: { 200: { when: 'The customer as they are now.', body: shownCustomer } },
      problems: [...writing, 422],
    },
    listCustomerChanges: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}/changes',
      purpose: 'Who changed what, and why.',
      answers: list('At most 50, the latest first.', shownChange),
      problems: reading,
    },
    mergeCustomers: {
      ...ofCustomer,
      method: 'POST',
      path: '/customers/{customerId}/merge',
      purpose: 'Makes one customer of two; you must be allowed to see both.',
      body: z.strictObject({ from: customerId, why, contactId: z.optional(contactId) }),
      answers: {
        200: {
          when: 'They are one; `moving` means that some of the rest still follows: ask again.',
          body: z.strictObject({ outcome: z.enum(['merged', 'moving']), customerId: z.string() }),
        },
      },
      problems: [...writing, 422],
    },
    addCustomerNote: {
      method: 'PUT',
      path: '/customers/{customerId}/notes/{noteId}',
      purpose: 'Writes something down about a customer, once for each id.',
      parameters: z.strictObject({ customerId, noteId }),
      query: z.strictObject({}),
      body: z.strictObject({ text: words(4_000), contactId: z.optional(contactId) }),
      answers: { 200: { when: 'It is written down.', body: z.strictObject({ noteId: z.string() }) } },
      problems: writing,
    },
    listCustomerNotes: {
      ...ofCustomer,
      method: 'GET',
      path: '/customers/{customerId}/notes',
      purpose: 'What was written down about a customer.',
      answers: list('At most 50, the latest first.', shownNote),
      problems: reading,
    },
    recordConsent: {
      ...ofCustomer,
      method: 'POST',
      path: '/customers/{customerId}/consents',
      purpose: 'Takes down what a customer agrees to, or takes back.',
      body: consent,
      answers: { 201: { when: 'It is kept.', body: shownConsent } },
      problems: writing,
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
  requestsInSequence: 9,
  attemptTimeoutMs: 800,
  uses: [
    {
      table: 'customers',
      actions: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
    { table: 'desk', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'contacts', actions: ['dynamodb:UpdateItem'] },
    { table: 'contacts', index: 'by-customer', actions: ['dynamodb:Query'] },
  ],
});
