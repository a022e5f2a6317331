/** Agreement of the function that cancels a call back. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

export const cancelCallback = defineContract({
  name: 'cancel-callback',
  purpose:
    'Cancels the call back to the number that is calling, with its task, and tells the agent who promised it.',
  parameters: z.strictObject({}),
  outcomes: {
    cancelled: z.strictObject({}),
    /** There is none any more, or an agent has its task already. */
    'too-late': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [
    { table: 'messages', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'desk', actions: ['dynamodb:UpdateItem'] },
  ],
});
