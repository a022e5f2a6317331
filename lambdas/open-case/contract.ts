/** Agreement of the function that keeps a caller's number with a promise to call back. */

import * as z from 'zod/mini';
import { caller, opened } from '../domain/opened-by-phone.ts';
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
    ...caller,
  }),
  outcomes: opened,
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The second request is for the rare number that another case has already. */
  requestsInSequence: 2,
  attemptTimeoutMs: 350,
  uses: [{ table: 'cases', actions: ['dynamodb:PutItem'] }],
});
