/** What agents change of customers, write down about them and agree with them. */

import * as z from 'zod/mini';
import { customerId, line, telephoneNumber } from '../domain/customer.ts';
import { consent, customerChange } from '../domain/customer-requests.ts';
import { shownConsent, shownCustomer } from '../domain/customer-shown.ts';
import { contactId, noteId } from '../domain/request-ids.ts';
import { why, words } from '../domain/written-words.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

const ofCustomer = { parameters: z.strictObject({ customerId }), query: z.strictObject({}) } as const;
const writing = [403, 404, 409, 413, 415] as const;

export const serveCustomerChanges = defineHttpFunction({
  name: 'serve-customer-changes',
  purpose: 'Takes down what agents change of customers, note about them and agree with them.',
  routes: {
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
    recordConsent: {
      ...ofCustomer,
      method: 'POST',
      path: '/customers/{customerId}/consents',
      purpose: 'Takes down what a customer agrees to, or takes back.',
      body: consent,
      answers: { 201: { when: 'It is kept.', body: shownConsent } },
      problems: writing,
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)) },
  functionTimeoutSeconds: 15,
  memoryMb: 512,
  /** The customer with four who were merged, the desk, their cases, the audit, the transaction; of a new one the cases of nobody, side by side: each, its change and its audit, and what is kept of the contact. */
  requestsInSequence: 13,
  attemptTimeoutMs: 540,
  uses: [
    {
      table: 'customers',
      actions: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
    },
    { table: 'desk', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
    { table: 'contacts', actions: ['dynamodb:UpdateItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', index: 'by-contact', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
  ],
});
