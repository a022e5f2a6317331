/** Agreement of the function that keeps a keyed number with a promise to call back. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** As `open-case`, for callers whose own number does not show; once per contact and reason. */
export const leaveNumber = defineContract({
  name: 'leave-number',
  purpose:
    'Keeps the number that a caller keyed, the reason and a promised time as a case; once per contact.',
  parameters: z.strictObject({
    /** As `open-case` takes them. */
    reason: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    customerId: z.string().check(z.minLength(1), z.maxLength(64)),
    verified: z.enum(['true', 'false']),
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
  /** The second request is for the rare number that another case has already. */
  requestsInSequence: 2,
  attemptTimeoutMs: 350,
  uses: [{ table: 'cases', actions: ['dynamodb:PutItem'] }],
});
