/** Agreement of the function that keeps which agent has which contact, and with whom. */

import { defineEventFunction } from '../runtime/event-contract.ts';

export const followContacts = defineEventFunction({
  name: 'follow-contacts',
  purpose:
    'Keeps which contacts each agent has and with which customer: by them the HTTP API lets an agent see one.',
  contactEvents: ['CONNECTED_TO_AGENT', 'COMPLETED'],
  environment: {},
  functionTimeoutSeconds: 8,
  memoryMb: 512,
  requestsInSequence: 3,
  attemptTimeoutMs: 1_000,
  uses: [{ table: 'desk', actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] }],
  asksConnect: ['connect:GetContactAttributes'],
});
