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
  outcomes: {
    ...opened,
    /** The case would promise a call, and the number has one to come: no case is opened. `time` is when, at the latest. */
    promised: z.strictObject({ time: z.string() }),
    /** As `promised`, and that time has passed. */
    late: z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The others are for a number that was promised a call in a case which somebody has dealt with, or whose case number is taken. */
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
