/** Agreement of the function that says everything that a caller may want to know of a product. */

import * as z from 'zod/mini';
import { unvoiced } from '../domain/product-name.ts';
import { defineContract } from '../runtime/contract.ts';

/** For anybody: nothing of it is about a person. */
export const describeProduct = defineContract({
  name: 'describe-product',
  purpose:
    'Says price, offer, availability, delivery and warranty of a product by the number that a caller keyed.',
  parameters: z.strictObject({
    /** Digits as pressed; anything that is no number of ours is a product that does not exist. */
    productNumber: z.string(),
  }),
  outcomes: {
    /**
     * `productNumber` is for ordering it, `price` of one piece in words. Each of the other fields is `none` where there
     * is nothing to say, and what follows then holds nothing:
     * `offer` is `yes` while it is on offer, `usualPrice` what it costs otherwise, `until` the last day of the offer;
     * `stock` is `yes` where there is some, `delivery` how long it takes then or until there is some (`3 days`);
     * `warranty` is its term (`2 years`, `18 months`).
     */
    found: z.strictObject({
      productNumber: z.string(),
      productName: z.string(),
      price: z.string(),
      offer: z.enum(['yes', 'none']),
      usualPrice: z.string(),
      until: z.string(),
      stock: z.enum(['yes', 'none']),
      delivery: z.string(),
      warranty: z.string(),
    }),
    'unknown-product': z.strictObject({}),
  },
  environment: { UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** Whose number it is, then the product. */
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [{ table: 'orders', actions: ['dynamodb:GetItem'] }],
});
