/** Agreement of the function that says what a caller may do about an order. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { unvoiced } from '../domain/product-name.ts';
import { returns } from '../domain/returns.ts';
import { defineContract } from '../runtime/contract.ts';

/** `orderNumber` digit by digit, `items` in words (`Desk lamp, 2 pieces`), `version` for `change-order`. */
const told = { orderNumber: z.string(), items: z.string(), version: z.string() };

/** For verified callers only: the flow has no other way to it. Nothing is changed by it. */
export const lookupChanges = defineContract({
  name: 'lookup-changes',
  purpose:
    'Says what a verified customer may do about an order at the keypad: cancel, change, return, exchange.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As `lookup-order` or `place-order` gave it in `order`. */
    orderNumber: z.string(),
  }),
  outcomes: {
    /** Not packed yet; `lineCount` in digits, `lines` to choose one by its number (`1, Desk lamp, 2 pieces; 2, …`). */
    open: z.strictObject({ ...told, lineCount: z.string(), lines: z.string() }),
    /** Packed: it can still be cancelled, and no longer changed. */
    packed: z.strictObject(told),
    'on-its-way': z.strictObject({ orderNumber: z.string() }),
    /** It may be sent back until the end of the day `until` (`Tuesday, November 24`). */
    delivered: z.strictObject({ ...told, until: z.string() }),
    'too-late': z.strictObject({ orderNumber: z.string(), until: z.string() }),
    /** `rmaNumber` digit by digit. */
    'return-agreed': z.strictObject({ ...told, rmaNumber: z.string() }),
    /** `status` as in `lookup-order`. */
    ended: z.strictObject({ orderNumber: z.string(), status: z.string() }),
    'unknown-order': z.strictObject({}),
  },
  environment: { RETURNS: returns, UNVOICED: unvoiced },
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
