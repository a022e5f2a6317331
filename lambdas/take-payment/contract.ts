/** Agreement of the function that takes a payment in the background, with whoever starts it. */

import * as z from 'zod/mini';
import { type PaymentTerms, paymentTerms } from '../domain/payment-terms.ts';
import { defineBackgroundFunction } from '../runtime/background-contract.ts';

export type { PaymentTerms };

const keyed = z.string().check(z.maxLength(4_000));

/**
 * The only function that can read what a caller has keyed. Order and attempt are the wish: the provider knows it by
 * them, so that an event which comes twice, or runs again, is charged once.
 */
export const takePayment = defineBackgroundFunction({
  name: 'take-payment',
  purpose:
    'Reads the card that a caller has keyed in secret, has it charged once, and has the order know it.',
  payload: z.strictObject({
    orderNumber: z.string(),
    attempt: z.int().check(z.positive()),
    /** Ciphertext. */
    card: keyed,
    expiry: keyed,
    securityCode: keyed,
  }),
  retriesMax: 2,
  /** The last run begins three minutes after the first; after that the card is no longer worth keeping. */
  eventAgeMaxSeconds: 300,
  environment: { PAYMENTS: paymentTerms },
  functionTimeoutSeconds: 60,
  memoryMb: 1024,
  /** The attempt, its yes, the order and its change, and the end. */
  requestsInSequence: 8,
  attemptTimeoutMs: 500,
  /** The secret, and two requests of the provider. */
  othersTimeoutMs: 45_000,
  readsSecret: true,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
