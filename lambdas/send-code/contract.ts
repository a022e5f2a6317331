/** Agreement of the function that has a one-time code sent to a customer's number. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Whether or not we know the caller, and whether or not a code may be sent, the answer is the same after the same
 * requests. One code for a call: a repeated request sends no second one. It is sent at once, by a function that is
 * started; where that cannot be started, the schedule sends it within a minute.
 */
export const sendCode = defineContract({
  name: 'send-code',
  purpose: "Has a one-time code sent by text message to a number that has been a customer's for some time.",
  parameters: z.strictObject({ customerId: givenCustomer }),
  outcomes: {
    /** A code is on its way where there is somebody to send it to. */
    asked: z.strictObject({}),
    /** This centre sends no text messages. */
    unavailable: z.strictObject({}),
  },
  environment: { TEXT_MESSAGES: z.boolean() },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** Profile and history side by side; then the wish with its message. */
  requestsInSequence: 2,
  attemptTimeoutMs: 250,
  uses: [
    { table: 'customers', actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
  startsInBackground: { function: 'deliver-code', attemptTimeoutMs: 300 },
});
