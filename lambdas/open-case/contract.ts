/** Agreement of the function that keeps a caller's number with a promise to call back. */

import * as z from 'zod/mini';
import { type OpeningHours, openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

export { withClockChanges } from '../domain/clock-changes.ts';
export { writtenTimeZone } from '../domain/opening-hours.ts';
export type { OpeningHours };

/** One case per contact and reason: a repeated call answers with the case that the first one opened. */
export const openCase = defineContract({
  name: 'open-case',
  purpose:
    "Keeps the caller's number, the reason and a promised time as a case; once per contact and reason.",
  parameters: z.strictObject({
    /** Why nobody could help at once, in small letters and hyphens, e.g. `out-of-hours`. */
    reason: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    /** As `lookup-customer` gave it; `unknown` where it could not say. */
    customerId: z.string().check(z.minLength(1), z.maxLength(64)),
    verified: z.enum(['true', 'false']),
  }),
  outcomes: {
    /**
     * `caseNumber` digit by digit (`4 8 2 1, 9 3 0 7`); `promisedTime` is the time by which somebody calls back,
     * to be read as `by <promisedTime>` (`ten A M on Monday`).
     */
    opened: z.strictObject({ caseNumber: z.string(), promisedTime: z.string() }),
    /** The caller's number is withheld or cannot be dialled: nothing was kept. */
    'no-number': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The second request is for the rare number that another case has already. */
  requestsInSequence: 2,
  attemptTimeoutMs: 350,
  uses: [{ table: 'cases', actions: ['dynamodb:UpdateItem'] }],
});
