/** Agreement of the function that marks where in the recording of a call its message is. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { MOMENTS } from '../domain/voicemail.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Connect records and says nothing of when: the clock of this function does. The case is open before the first word of
 * the message is, so that whatever fails afterwards nobody's message is forgotten.
 */
export const markVoicemail = defineContract({
  name: 'mark-voicemail',
  purpose: 'Opens the case of a voice message as it begins, and marks its beginning, its end and its fate.',
  parameters: z.strictObject({
    moment: z.enum(MOMENTS),
    /** The queue that the call was for; empty where it was for none yet. */
    queue: z.string().check(z.maxLength(127)),
    /** As `open-case` takes them. */
    customerId: givenCustomer,
    verified: z.enum(['true', 'false']),
  }),
  outcomes: {
    /** As `open-case` says them; both empty with `unsaid`. */
    marked: z.strictObject({ caseNumber: z.string(), promisedTime: z.string() }),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The case; the mark, or its being taken back; and once more where that finds the case taken up, or its number taken. */
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [
    {
      table: 'cases',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
    },
  ],
});
