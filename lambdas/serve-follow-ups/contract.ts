/** What agents promise on their contacts, as the desktop says it. */

import * as z from 'zod/mini';
import { words } from '../domain/case-details.ts';
import { askedFollowUp, shownFollowUp } from '../domain/follow-up.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { contactId, noteId } from '../domain/request-ids.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveFollowUps = defineHttpFunction({
  name: 'serve-follow-ups',
  purpose: 'Takes down what agents promise on their contacts, and that it comes later or not at all.',
  routes: {
    addFollowUp: {
      method: 'PUT',
      path: '/contacts/{contactId}/follow-ups/{followUpId}',
      purpose:
        'Promises on one of your contacts that something is done later: a task, or a call to the customer.',
      parameters: z.strictObject({ contactId, followUpId: noteId }),
      query: z.strictObject({}),
      body: askedFollowUp,
      answers: {
        200: { when: 'It comes at its time; under the same id it is the same one.', body: shownFollowUp },
      },
      problems: [404, 409, 413, 415, 422],
    },
    cancelFollowUp: {
      method: 'PUT',
      path: '/contacts/{contactId}/follow-ups/{followUpId}/cancellation',
      purpose:
        'Says that something is not to come any more that you promised, or that was promised in a contact of your case, and why; its customer is told. Supervisors may with any.',
      parameters: z.strictObject({ contactId, followUpId: noteId }),
      query: z.strictObject({}),
      body: z.strictObject({ why: words }),
      answers: {
        200: { when: 'It does not come; said again, it is as it was said first.', body: shownFollowUp },
      },
      problems: [404, 409, 413, 415],
    },
    moveFollowUp: {
      method: 'PUT',
      path: '/contacts/{contactId}/follow-ups/{followUpId}/time',
      purpose:
        'Says that something comes at another time that you promised, or that was promised in a contact of your case, and why; its customer is told. Supervisors may with any.',
      parameters: z.strictObject({ contactId, followUpId: noteId }),
      query: z.strictObject({}),
      body: z.strictObject({ dueAt: askedFollowUp.shape.dueAt, why: words }),
      answers: { 200: { when: 'It comes at that time.', body: shownFollowUp } },
      problems: [404, 409, 413, 415, 422],
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 15,
  memoryMb: 512,
  /** To promise a call: the desk, the audit, the customer with four who were merged, what is promised; three times the transaction, and what came of it. To move one: the desk, the contact, its cases and one of them, the audit; three times what is promised, its task and the transaction. */
  requestsInSequence: 14,
  attemptTimeoutMs: 500,
  uses: [
    { table: 'desk', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'messages', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'contacts', actions: ['dynamodb:GetItem'] },
    { table: 'cases', actions: ['dynamodb:GetItem'] },
    { table: 'cases', index: 'by-contact', actions: ['dynamodb:Query'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
