/** Agreement of the function that refers an order to our team when its caller cannot be told that it is placed. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { readIntentId } from '../domain/order-intent.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Called where `place-order` failed or answered `referred`. It finds out whether the order is there; where not, it
 * makes sure that nothing places it any more and opens the one case of the intent. Repeated, it answers the same.
 */
export const referOrder = defineContract({
  name: 'refer-order',
  purpose: 'Ends an order that could not be confirmed to its caller: it is there, or a case is open for it.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As `confirm-order` gave it. */
    intentId: z.string().check(z.refine((text) => readIntentId(text) !== undefined)),
  }),
  outcomes: {
    /** It is there after all; the fields are those of `place-order`. */
    placed: z.strictObject({ order: z.string(), orderNumber: z.string(), total: z.string() }),
    /** Nothing is ordered; the fields are those of `open-case`. */
    referred: z.strictObject({ caseNumber: z.string(), promisedTime: z.string() }),
    /** Nothing is ordered. The caller's number is withheld: `settle-orders` opens the case with one that we have. */
    withheld: z.strictObject({}),
    /** It was refused or replaced: nothing is ordered, and nobody looks after it. */
    'not-ordered': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The intent, its end, and the case (two). */
  requestsInSequence: 4,
  attemptTimeoutMs: 210,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'cases', actions: ['dynamodb:PutItem'] },
  ],
});
