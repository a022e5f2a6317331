/** Agreement of the function that sends what is written in the outbox. */

import * as z from 'zod/mini';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

/** Where messages go out; the ARNs are those of the stack. */
const sending = z.strictObject({
  company: z.string(),
  timeZone: z.string(),
  instanceId: z.string(),
  /** The number that text messages come from, and the flow of such a chat; absent where none are sent. */
  sms: z.optional(z.strictObject({ numberArn: z.string(), flowArn: z.string() })),
  /** The address that e-mails come from; absent where none are sent. */
  email: z.optional(z.string()),
  taskFlowArn: z.string(),
  /** Queues of departments; tasks of every other team go to support, or to the escalation team. */
  queueArns: z.record(z.string(), z.string()),
});
export type Sending = z.output<typeof sending>;

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
  /** The customer, the one into whom they were merged, what they agreed to, the sending, and what came of it. */
  requestsInSequence: 5,
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
