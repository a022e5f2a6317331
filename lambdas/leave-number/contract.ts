/** Agreement of the function that keeps a keyed number with a promise to call back. */

import * as z from 'zod/mini';
import { COMPLAINT_WISHES } from '../domain/complaint.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { SYMPTOMS, TRIED } from '../domain/troubleshooting.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * As `open-case`, `open-complaint` and `open-technical`, for callers whose own number does not show: whoever has none is
 * nobody whom we know, so that there is no order of theirs. Once per contact, reason and wish.
 */
export const leaveNumber = defineContract({
  name: 'leave-number',
  purpose:
    'Keeps the number that a caller keyed, the reason, what they told of it and a promised time as a case; once per contact.',
  parameters: z.strictObject({
    /** As `open-case` takes them. */
    reason: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    customerId: givenCustomer,
    verified: z.enum(['true', 'false']),
    /** What a complaint wants, and what is wrong with a product (`problem-product`) and was tried; of other reasons they say nothing. */
    wantedOutcome: z.enum(['none', ...COMPLAINT_WISHES]),
    symptom: z.enum(['none', ...SYMPTOMS]),
    stepsTried: z.enum(TRIED),
    /** As they were keyed. */
    digits: z.string(),
  }),
  outcomes: {
    opened: z.strictObject({ caseNumber: z.string(), promisedTime: z.string() }),
    'not-a-number': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours, COUNTRY: z.string() },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The second request is for the rare number that another case has already, the third for the note of what was tried. */
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [{ table: 'cases', actions: ['dynamodb:PutItem'] }],
});
