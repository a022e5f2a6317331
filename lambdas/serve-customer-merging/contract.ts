/** Customers of whom an agent makes one. */

import * as z from 'zod/mini';
import { customerId } from '../domain/customer.ts';
import { contactId } from '../domain/request-ids.ts';
import { why } from '../domain/written-words.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveCustomerMerging = defineHttpFunction({
  name: 'serve-customer-merging',
  purpose:
    'Makes one customer of two, with their orders, cases, contacts, appointment and all that is written about them.',
  routes: {
    mergeCustomers: {
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
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
      problems: [403, 404, 409, 413, 415, 422],
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)) },
  functionTimeoutSeconds: 20,
  memoryMb: 512,
  /** The customer with four who were merged, three for each of the doors, both again, the transaction, and a page of what follows with what it moves, beside what was begun to be ordered. */
  requestsInSequence: 17,
  attemptTimeoutMs: 570,
  uses: [
    {
      table: 'customers',
      actions: [
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
    {
      table: 'orders',
      actions: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:UpdateItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'contacts', actions: ['dynamodb:UpdateItem'] },
    {
      table: 'appointments',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
    { table: 'contacts', index: 'by-customer', actions: ['dynamodb:Query'] },
  ],
});
