/** Agreement of the function that starts the payment of an order with a card which the caller has keyed. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** A whole number above zero, as `quote-payment` gave it. */
const counted = z.string().check(z.regex(/^[1-9]\d{0,9}$/));
/** What Connect makes of keys; of each a kilobyte or so. */
const keyed = z.string().check(z.maxLength(4_000));

/**
 * Order, amount and attempt together are the caller's wish: however often it is called with them, one attempt is
 * started. Where it fails, nobody knows whether it was.
 */
export const startPayment = defineContract({
  name: 'start-payment',
  purpose: 'Starts the payment of an order by a card that the caller has keyed in secret, once.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string().check(z.minLength(1), z.maxLength(20)),
    amountMinor: counted,
    attempt: counted,
    /** Ciphertext. */
    card: keyed,
    expiry: keyed,
    securityCode: keyed,
  }),
  outcomes: {
    started: z.strictObject({}),
    /** The order is no longer as it was quoted, or another line pays it; nothing was started. */
    'changed-meanwhile': z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  /** More processor: attempts are short, and the first one makes its connection. */
  memoryMb: 1024,
  /** The order, beside its payment; where the caller was merged since they were greeted, their ids; the attempt. */
  requestsInSequence: 4,
  attemptTimeoutMs: 130,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
  startsInBackground: { function: 'take-payment', attemptTimeoutMs: 300 },
});
