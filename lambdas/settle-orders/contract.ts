/** Agreement of the function that settles orders which callers confirmed and nobody could place or confirm to them. */

import { openingHours } from '../domain/opening-hours.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

/** An intent that is void (a quarter of an hour after the caller's yes) has its case five minutes later at most. */
export const settleOrders = defineScheduledFunction({
  name: 'settle-orders',
  purpose:
    'Opens a case for every confirmed order that was neither placed nor refused, so that none is forgotten.',
  schedule: {
    expression: 'rate(5 minutes)',
    retriesMax: 3,
    /** The next run does whatever this one could not, so there is nothing to try longer for and no queue of dead letters. */
    triedForSeconds: 240,
  },
  environment: { OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** The intent, its end, the number to call of a customer with four who were merged, the case and what is noted of it. */
  requestsInSequence: 10,
  attemptTimeoutMs: 500,
  uses: [
    { table: 'orders', index: 'unsettled', actions: ['dynamodb:Query'] },
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'cases', actions: ['dynamodb:PutItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
});
