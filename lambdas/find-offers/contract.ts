/** Agreement of the function that says what is on offer. */

import * as z from 'zod/mini';
import { unvoiced } from '../domain/product-name.ts';
import { defineContract } from '../runtime/contract.ts';

/** For anybody: nothing of it is about a person. */
export const findOffers = defineContract({
  name: 'find-offers',
  purpose: 'Says which products are on offer today, for callers who have named none.',
  parameters: z.strictObject({}),
  outcomes: {
    /**
     * `offers` says at most three, each with its price, its last day and the key for it; those that end first, and only
     * what is in stock. The others are the numbers of the products in that order, `none` where there are fewer.
     */
    found: z.strictObject({
      offers: z.string(),
      first: z.string(),
      second: z.string(),
      third: z.string(),
    }),
    none: z.strictObject({}),
  },
  environment: { UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** What is named, then the products. */
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [{ table: 'orders', actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'] }],
});
