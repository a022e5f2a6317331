/** Cases that an agent opens. */

import * as z from 'zod/mini';
import { askedCase } from '../domain/case-opening.ts';
import { shownCase } from '../domain/case-requests.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveCaseOpening = defineHttpFunction({
  name: 'serve-case-opening',
  purpose: 'Opens cases for customers whom an agent may see, once each.',
  routes: {
    openCase: {
      method: 'POST',
      path: '/cases',
      purpose:
        'Opens a case for a customer whom you may see; asked again with the same intent, it is the same.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      body: askedCase,
      answers: {
        201: { when: 'There is this case, opened now or by the same request before.', body: shownCase },
      },
      problems: [403, 404, 409, 413, 415, 422],
    },
  },
  environment: {
    AGENT_CLAIMS: agentClaims,
    MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)),
    OPENING_HOURS: openingHours,
  },
  functionTimeoutSeconds: 20,
  memoryMb: 512,
  /** The customer with four who were merged, the desk, the customer’s cases, the audit, contact beside order; three times the transaction and what is there. */
  requestsInSequence: 15,
  attemptTimeoutMs: 600,
  uses: [
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
