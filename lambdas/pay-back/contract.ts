/** Agreement of the function that pays back to a card what an order owes, with whoever starts it. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { paymentTerms } from '../domain/payment-terms.ts';
import { defineBackgroundFunction } from '../runtime/background-contract.ts';

/**
 * The refund is noted with the payment before the provider is asked, so that an event which comes twice, and
 * `settle-payments` at the same moment, pay back once. What this cannot do, the settling does.
 */
export const payBackFunction = defineBackgroundFunction({
  name: 'pay-back',
  purpose: 'Pays back to the card what an order owes its customer, as soon as it owes it.',
  payload: z.strictObject({ orderNumber: z.string() }),
  retriesMax: 2,
  eventAgeMaxSeconds: 300,
  environment: { PAYMENTS: paymentTerms, OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 90,
  memoryMb: 1024,
  /** For each refund: the payment, the order, the note, the order for its customer, the message, the change and its note; then the case of what no card takes. */
  requestsInSequence: 28,
  attemptTimeoutMs: 500,
  /** The secret, and two requests of the provider. */
  othersTimeoutMs: 45_000,
  readsSecret: true,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
