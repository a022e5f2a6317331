/** Agreement of the function that says how a customer's order stands. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. */
export const lookupOrder = defineContract({
  name: 'lookup-order',
  purpose: "Says how a verified customer's order stands, by number or the latest one.",
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** Digits as pressed, or `latest`; anything else is an order that does not exist. */
    orderNumber: z.string(),
  }),
  outcomes: {
    /**
     * To be read as `Order <orderNumber> <status>.`: the number digit by digit (`1 0 0 2`), the status as the rest
     * of the sentence (`is on its way and should reach you on Tuesday, November 24`). `order` is the number for other
     * functions. `isDue` is whether something is left to be paid for it by telephone: nothing is of one that was
     * cancelled, nor of one for which so many cards were tried that no other is.
     */
    found: z.strictObject({
      order: z.string(),
      orderNumber: z.string(),
      status: z.string(),
      isDue: z.enum(['yes', 'no']),
    }),
    /** No such order, or somebody else's: told apart by nothing. */
    'not-found': z.strictObject({}),
    /** `latest` was asked for, and the customer never ordered. */
    none: z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The order; where the caller was merged into somebody else since they were greeted, their ids, and the order under those; where something is due, the cards that were tried. */
  requestsInSequence: 4,
  attemptTimeoutMs: 210,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
});
