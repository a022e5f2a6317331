/** Agreement of the function that opens a case for a complaint by key. */

import * as z from 'zod/mini';
import { COMPLAINT_REASON } from '../domain/case-reasons.ts';
import { COMPLAINT_WISHES } from '../domain/complaint.ts';
import { caller, namedOrder, opened } from '../domain/opened-by-phone.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * One case per contact, reason, order and wish: a repeated call answers with the case that the first one opened, and who
 * complains of another order in the same call, or wants something else of it, has a case of its own.
 */
export const openComplaint = defineContract({
  name: 'open-complaint',
  purpose:
    'Opens a case for a complaint with what its caller said of it by key, and links it to an order of theirs; once per contact, reason, order and wish.',
  parameters: z.strictObject({
    /** How bad it is, and what caused it, e.g. `complaint-damage-high`. */
    reason: z.string().check(z.regex(COMPLAINT_REASON)),
    /** What the caller wants, `none` where they did not say. */
    wantedOutcome: z.enum(['none', ...COMPLAINT_WISHES]),
    ...namedOrder,
    ...caller,
  }),
  outcomes: opened,
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The order; the case, twice for the rare number that another one has already; its link or note. */
  requestsInSequence: 4,
  attemptTimeoutMs: 200,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:PutItem'] },
  ],
});
