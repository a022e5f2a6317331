/** Agreement of the function that sends what is written in the outbox. */

import { sending } from '../domain/sending.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

/** A message is sent a minute after what caused it, and in any order: each says what it is about. */
export const deliverMessages = defineScheduledFunction({
  name: 'deliver-messages',
  purpose: 'Sends messages to customers and starts tasks of departments, each once, again where it failed.',
  schedule: {
    expression: 'rate(1 minute)',
    retriesMax: 1,
    /** The next run does whatever this one could not. */
    triedForSeconds: 60,
  },
  environment: { SENDING: sending },
  functionTimeoutSeconds: 55,
  memoryMb: 512,
  /** The customer with four who were merged, what they agreed to under earlier ids and their own, the sending, and what came of it. */
  requestsInSequence: 9,
  attemptTimeoutMs: 1_500,
  uses: [
    { table: 'messages', index: 'by-state', actions: ['dynamodb:Query'] },
    { table: 'messages', actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    {
      table: 'customers',
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    },
  ],
  connectActions: [
    'connect:StartTaskContact',
    'connect:StartOutboundChatContact',
    'connect:SendOutboundEmail',
  ],
});
