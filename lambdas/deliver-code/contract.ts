/** Agreement of the function that sends a one-time code at once, with whoever starts it. */

import * as z from 'zod/mini';
import { sending } from '../domain/sending.ts';
import { defineBackgroundFunction } from '../runtime/background-contract.ts';

/** A caller waits for it. What it cannot send, the schedule of `deliver-messages` sends within a minute. */
export const deliverCode = defineBackgroundFunction({
  name: 'deliver-code',
  purpose: 'Sends a one-time code by text message as soon as a caller has asked for it, once.',
  /** A message of the outbox; there is none for a caller who gets no code. */
  payload: z.strictObject({ messageId: z.string().check(z.regex(/^code-[0-9A-Za-z-]{1,64}$/)) }),
  retriesMax: 0,
  eventAgeMaxSeconds: 60,
  environment: { SENDING: sending },
  functionTimeoutSeconds: 20,
  /** A hash is made, which is a matter of processor time. */
  memoryMb: 1024,
  /** The message, that it is taken, the code, and what came of it. */
  requestsInSequence: 4,
  attemptTimeoutMs: 1_500,
  /** The sending, tried twice. */
  othersTimeoutMs: 3_000,
  uses: [
    { table: 'messages', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:UpdateItem'] },
  ],
  connectActions: ['connect:StartOutboundChatContact'],
});
