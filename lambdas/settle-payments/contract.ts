/** Agreement of the function that finishes payments which nobody has heard the end of, and gives money back. */

import { openingHours } from '../domain/opening-hours.ts';
import { paymentTerms } from '../domain/payment-terms.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

export const settlePayments = defineScheduledFunction({
  name: 'settle-payments',
  purpose:
    'Finds out at the provider how unfinished payments ended, tells their cases, and pays back what we owe.',
  schedule: {
    expression: 'rate(5 minutes)',
    retriesMax: 3,
    /** The next run does whatever this one could not. */
    triedForSeconds: 240,
  },
  environment: { PAYMENTS: paymentTerms, OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 120,
  memoryMb: 1024,
  /** The payment, its order, its end and the case, which is taken, described and resolved. */
  requestsInSequence: 28,
  attemptTimeoutMs: 500,
  readsSecret: true,
  uses: [
    { table: 'orders', index: 'unsettled', actions: ['dynamodb:Query'] },
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
  ],
});
