/** Agreement of the function that books a call back. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** One open call for a number: a repeated call answers with the one that the first one booked. */
export const bookCallback = defineContract({
  name: 'book-callback',
  purpose: 'Books a call back to the number that is calling, one at a time, with the task for it.',
  parameters: z.strictObject({
    /** `soon`, or a time as `offer-callback` gave it. */
    at: z.union([z.literal('soon'), z.iso.datetime()]),
    customerId: givenCustomer,
  }),
  outcomes: {
    /** We call at `time`. */
    booked: z.strictObject({ time: z.string() }),
    /** We call as soon as somebody is free, by `time`. */
    soon: z.strictObject({ time: z.string() }),
    /** Another call of this number has booked one, for `time`, a moment ago. */
    already: z.strictObject({ time: z.string() }),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The second and third are for a number that was promised a call in a case which somebody has dealt with. */
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    { table: 'cases', actions: ['dynamodb:GetItem'] },
  ],
});
