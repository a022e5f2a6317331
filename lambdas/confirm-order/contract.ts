/** Agreement of the function that keeps what a caller has confirmed, before anything is placed. */

import * as z from 'zod/mini';
import { readBasket } from '../domain/basket.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { readIntentId } from '../domain/order-intent.ts';
import { defineContract } from '../runtime/contract.ts';

const intentIdText = z.string().check(z.refine((text) => readIntentId(text) !== undefined));

/**
 * Called once the caller has pressed the key that confirms. A repeated call, a second line and a redial with the same
 * basket get the same intent.
 */
export const confirmOrder = defineContract({
  name: 'confirm-order',
  purpose: 'Keeps the order that a caller confirmed, so that it is placed once whatever happens next.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As it came with the words that were read back. */
    basket: z.string().check(z.refine((text) => readBasket(text) !== undefined)),
    /** `previous` of `identical-recently` where the caller then wanted it once more, else `none`. */
    onceMoreAfter: z.union([z.literal('none'), intentIdText]),
  }),
  outcomes: {
    /** For `place-order`. */
    confirmed: z.strictObject({ intentId: z.string() }),
    /**
     * The same was placed a short while ago, to be read as `You ordered the same <when>, under the number
     * <orderNumber>.`; `basket` and `previous` are for confirming that it is wanted once more.
     */
    'identical-recently': z.strictObject({
      when: z.string(),
      orderNumber: z.string(),
      basket: z.string(),
      previous: z.string(),
    }),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** Look and write, and write again where somebody came in between. */
  requestsInSequence: 3,
  attemptTimeoutMs: 280,
  uses: [{ table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] }],
});
