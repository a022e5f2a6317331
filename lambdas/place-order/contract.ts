/** Agreement of the function that places the order which a caller has confirmed. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { readIntentId } from '../domain/order-intent.ts';
import { unvoiced } from '../domain/product-name.ts';
import { salesTax } from '../domain/sales-tax.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Places one order for an intent, however often it is called; every repetition gets the first result. Where it fails
 * the outcome is unknown: the order may be there all the same, and the flow opens a case.
 */
export const placeOrder = defineContract({
  name: 'place-order',
  purpose:
    'Places the order of a confirmed intent, once: order, stock, history and its message in one transaction.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As `confirm-order` gave it. */
    intentId: z.string().check(z.refine((text) => readIntentId(text) !== undefined)),
  }),
  outcomes: {
    /** `orderNumber` digit by digit, `total` in words (`106 dollars and 9 cents`); `order` is the number for other functions. */
    placed: z.strictObject({ order: z.string(), orderNumber: z.string(), total: z.string() }),
    /** Sold since it was read back; nothing was ordered. */
    'out-of-stock': z.strictObject({}),
    /** Nothing was ordered; as `quoted` of `quote-order`, to be read back and confirmed anew. */
    'price-changed': z.strictObject({
      basket: z.string(),
      items: z.string(),
      price: z.string(),
      tax: z.string(),
      total: z.string(),
    }),
    /** A person looks after it: nothing was ordered by itself, and nothing will be. `refer-order` has the case. */
    referred: z.strictObject({}),
    /** Never confirmed, or replaced by a newer one: nothing was ordered, and nothing will be. */
    'unknown-intent': z.strictObject({}),
  },
  environment: { SALES_TAX: salesTax, UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The intent, with the customer beside it, and the transaction; where that is refused, why, and the refusal or a second transaction; or one more for each merge. */
  requestsInSequence: 4,
  attemptTimeoutMs: 210,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    {
      table: 'customers',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
