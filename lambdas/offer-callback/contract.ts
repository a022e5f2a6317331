/** Agreement of the function that says when we can call a caller back, or when we do. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

export const offerCallback = defineContract({
  name: 'offer-callback',
  purpose: 'Says when we call the number back that is calling, or at which times we could.',
  parameters: z.strictObject({}),
  outcomes: {
    /** There is one for this number: `time` is when. */
    booked: z.strictObject({ time: z.string() }),
    /** There is one as soon as somebody is free: `time` is by when. */
    soon: z.strictObject({ time: z.string() }),
    /** There is one that nobody has made by the time that we promised. */
    late: z.strictObject({}),
    /** Times to choose from, in words, and as `book-callback` takes them. */
    free: z.strictObject({
      second: z.string(),
      third: z.string(),
      fourth: z.string(),
      secondAt: z.string(),
      thirdAt: z.string(),
      fourthAt: z.string(),
    }),
    /** The number is withheld or cannot be dialled. */
    'no-number': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [
    { table: 'messages', actions: ['dynamodb:GetItem'] },
    { table: 'cases', actions: ['dynamodb:GetItem'] },
  ],
});
