/** Agreement of the function that starts to pay back what an order owes to a card. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** Called after the caller has heard that the money goes back; where it fails, `settle-payments` does it minutes later. */
export const startRefund = defineContract({
  name: 'start-refund',
  purpose: 'Starts to pay back to the card what a cancelled order owes its verified customer.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string().check(z.minLength(1), z.maxLength(20)),
  }),
  outcomes: {
    started: z.strictObject({}),
    /** It was not paid by card, or nothing is owed (any more): a person pays it back. */
    'not-by-card': z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The order; where the caller was merged since they were greeted, their ids. */
  requestsInSequence: 3,
  attemptTimeoutMs: 180,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
  startsInBackground: { function: 'pay-back', attemptTimeoutMs: 300 },
});
