/** Agreement of the function that changes an order as its caller has confirmed. */

import * as z from 'zod/mini';
import { readChange, readVersion } from '../domain/change-intent.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { returns } from '../domain/returns.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Order, version and change together are the caller's confirmation: however often it is called with them, the order is
 * changed once, and every repetition gets the first result. Where it fails the outcome is unknown.
 */
export const changeOrder = defineContract({
  name: 'change-order',
  purpose: 'Cancels, changes, takes back or exchanges an order as its verified customer confirmed, once.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string().check(z.minLength(1), z.maxLength(20)),
    /** As the order was read back with, from `lookup-changes` or `quote-change`. */
    version: z.string().check(z.refine((text) => readVersion(text) !== undefined)),
    /** `cancel`, `return`, `withdraw`, `exchange`, or as `quote-change` gave it. */
    change: z.string().check(z.refine((text) => readChange(text) !== undefined)),
  }),
  outcomes: {
    /** Nothing was paid, so nothing is paid back. */
    cancelled: z.strictObject({ orderNumber: z.string() }),
    /** `refund` in words: what we pay back. */
    'cancelled-paid': z.strictObject({ orderNumber: z.string(), refund: z.string() }),
    changed: z.strictObject({ orderNumber: z.string(), total: z.string() }),
    /** `rmaNumber` digit by digit. */
    'return-agreed': z.strictObject({ rmaNumber: z.string() }),
    'return-withdrawn': z.strictObject({ orderNumber: z.string() }),
    /** `orderNumber` is the new one. */
    'exchange-agreed': z.strictObject({ orderNumber: z.string(), rmaNumber: z.string() }),
    /** The order is no longer as it was read back; nothing was changed. */
    'changed-meanwhile': z.strictObject({}),
    /** Too few pieces, or another price; nothing was changed. */
    'not-in-stock': z.strictObject({}),
    /** More than a caller may decide on; nothing was changed. */
    'for-a-person': z.strictObject({}),
  },
  environment: { RETURNS: returns },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  /** More processor: attempts are short, and the first one makes its connection. */
  memoryMb: 1024,
  /** The order; where the caller was merged since they were greeted, their ids; of an exchange its products with the customer beside them, then the transaction; where that is refused, the order again. */
  requestsInSequence: 6,
  attemptTimeoutMs: 140,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    {
      table: 'customers',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
  ],
});
