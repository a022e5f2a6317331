/** Agreement of the function that says what a customer still has to pay for an order. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. */
export const quotePayment = defineContract({
  name: 'quote-payment',
  purpose: 'Says what a verified customer still has to pay for an order, and whether a card can be taken.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string().check(z.minLength(1), z.maxLength(20)),
  }),
  outcomes: {
    /**
     * `amount` in words, `orderNumber` digit by digit. `amountMinor` and `attempt` go to `start-payment`: they are the
     * wish that the caller says yes to.
     */
    due: z.strictObject({
      orderNumber: z.string(),
      amount: z.string(),
      amountMinor: z.string(),
      attempt: z.string(),
    }),
    /** Paid, cancelled or sent back. */
    'nothing-due': z.strictObject({ orderNumber: z.string() }),
    /** What became of the last card is not known yet: another one might be charged besides. `attempt` is that one. */
    'under-way': z.strictObject({ orderNumber: z.string(), attempt: z.string() }),
    /** Too many cards were tried; a person helps. */
    'enough-tries': z.strictObject({}),
    /** No such order, or somebody else's. */
    'unknown-order': z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The order, beside its payment; where the caller was merged into somebody else since they were greeted, their ids. */
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
});
