/** Agreement of the function that opens a case for a product that does not work. */

import * as z from 'zod/mini';
import { caller, namedOrder, opened } from '../domain/opened-by-phone.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { SYMPTOMS, TRIED } from '../domain/troubleshooting.ts';
import { defineContract } from '../runtime/contract.ts';

export { STEPS_OF, type Symptom, type TroubleStep } from '../domain/troubleshooting.ts';

/**
 * One case per contact, and one with that of `open-case` for the same problem: a repeated call answers with the case that
 * there is. A product of another order in the same call has a case of its own.
 */
export const openTechnical = defineContract({
  name: 'open-technical',
  purpose:
    'Opens a case for a product that does not work, with what its caller said of it by key and which steps did not help, and links it to an order of theirs; once per contact and order.',
  parameters: z.strictObject({
    /** `none` where the caller did not say. */
    symptom: z.enum(['none', ...SYMPTOMS]),
    /** How many of the steps for it were tried, from the first. */
    stepsTried: z.enum(TRIED),
    ...namedOrder,
    ...caller,
  }),
  outcomes: opened,
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /**
   * The order; the case of the call and the one of another product, each twice for the rare number that another one has
   * already; its note, beside its link or the note of an order that nobody knows.
   */
  requestsInSequence: 6,
  attemptTimeoutMs: 140,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:PutItem'] },
  ],
});
