/** Agreement of the function that keeps what a caller says of a call that is over. */

import * as z from 'zod/mini';
import { SCORES } from '../domain/feedback.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

export const keepFeedback = defineContract({
  name: 'keep-feedback',
  purpose:
    'Keeps how content a caller was with a call, once for each contact, and tells the supervisors of a low score.',
  parameters: z.strictObject({
    score: z.enum(SCORES),
    /** The name of the contact's queue; empty where it has none. */
    team: z.string().check(z.maxLength(127)),
    /** The contact attribute; empty where it is unset. */
    reason: z.string().check(z.maxLength(64)),
  }),
  /** Said twice it is what was said first: nobody is told so. */
  outcomes: { kept: z.strictObject({}) },
  environment: { OPENING_HOURS: openingHours, CONTACTS_KEPT_DAYS: z.int().check(z.minimum(1)) },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [
    { table: 'feedback', actions: ['dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
