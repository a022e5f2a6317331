/** Agreement of the function that says whether a spare part is sent under warranty. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { unvoiced } from '../domain/product-name.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. Nothing is kept by it. */
export const quotePart = defineContract({
  name: 'quote-part',
  purpose: 'Says whether a spare part for a product of an order is sent at no cost, under warranty.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string(),
    /** The number of the part, in digits as pressed. */
    partNumber: z.string(),
  }),
  outcomes: {
    /** `part` is for `send-part`; the warranty of `productName` ends after the day `until`. */
    covered: z.strictObject({
      part: z.string(),
      partName: z.string(),
      productName: z.string(),
      until: z.string(),
    }),
    'out-of-warranty': z.strictObject({ productName: z.string(), until: z.string() }),
    'no-warranty': z.strictObject({ productName: z.string() }),
    /** There is no such part, or it fits nothing in the order. */
    'not-for-this': z.strictObject({}),
    'out-of-stock': z.strictObject({ partName: z.string() }),
    /** It was sent before, as the order `orderNumber` (digit by digit). */
    sent: z.strictObject({ orderNumber: z.string() }),
  },
  environment: { UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** Whose number it is, the part, both orders side by side; where the caller was merged since they were greeted, their ids; the products of the order. */
  requestsInSequence: 6,
  attemptTimeoutMs: 140,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
});
