/** Agreement of the function that reads back an order with other pieces before they are changed. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { unvoiced } from '../domain/product-name.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. Nothing is kept by it. */
export const quoteChange = defineContract({
  name: 'quote-change',
  purpose: 'Prices an order as it would be with other pieces of one product, before it is changed.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string(),
    /** Digits as pressed: the number of the line, and the pieces that there are to be. */
    line: z.string(),
    quantity: z.string(),
  }),
  outcomes: {
    /** As `quoted` of `quote-order`; `version` and `change` are for `change-order`. */
    quoted: z.strictObject({
      version: z.string(),
      change: z.string(),
      items: z.string(),
      price: z.string(),
      tax: z.string(),
      total: z.string(),
    }),
    'unknown-line': z.strictObject({}),
    /** More than an order by phone may have (`most`, digits), or no number. */
    'bad-quantity': z.strictObject({ most: z.string() }),
    'same-quantity': z.strictObject({}),
    /** Nothing would be left: that is a cancellation. */
    'nothing-left': z.strictObject({}),
    /** Fewer than asked for: `left` is how many more there are (`3 pieces`). */
    'out-of-stock': z.strictObject({ productName: z.string(), left: z.string() }),
    /** It costs something else now, so that more of it is another order. */
    'price-changed': z.strictObject({}),
    /** It is packed meanwhile, or gone. */
    'not-now': z.strictObject({}),
  },
  environment: { UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The order; where the caller was merged since they were greeted, their ids; then its products side by side. */
  requestsInSequence: 4,
  attemptTimeoutMs: 210,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
});
