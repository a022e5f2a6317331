/** Agreement of the function that finds the product whose number a caller keyed. */

import * as z from 'zod/mini';
import { unvoiced } from '../domain/product-name.ts';
import { defineContract } from '../runtime/contract.ts';

/** Prices are nothing that a caller has to be verified for. */
export const findProduct = defineContract({
  name: 'find-product',
  purpose: 'Finds a product by the number that a caller keyed, with its price.',
  parameters: z.strictObject({
    /** Digits as pressed; anything that is no number of ours is a product that does not exist. */
    productNumber: z.string(),
  }),
  outcomes: {
    /** `product` is for `quote-order`; `productName` and `price` of one piece (`49 dollars`) are for the caller. */
    found: z.strictObject({ product: z.string(), productName: z.string(), price: z.string() }),
    /** There is not one piece of it. */
    'out-of-stock': z.strictObject({ productName: z.string() }),
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
