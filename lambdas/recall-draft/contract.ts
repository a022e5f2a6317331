/** Agreement of the function that finds the order that a caller has begun, or forgets it. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { unvoiced } from '../domain/product-name.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. */
export const recallDraft = defineContract({
  name: 'recall-draft',
  purpose: 'Finds the order that a caller has begun and not confirmed, or forgets it.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    wish: z.enum(['find', 'forget']),
  }),
  outcomes: {
    /** What was begun, in words: `Desk lamp, 2 pieces`. */
    found: z.strictObject({ items: z.string() }),
    /** Nothing was begun, or there is nothing of it any more. */
    none: z.strictObject({}),
  },
  environment: { UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The draft; then side by side whether it was ordered, and what its products are called. */
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [{ table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:DeleteItem'] }],
});
