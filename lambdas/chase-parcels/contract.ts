/** Agreement of the function that looks for parcels which were to come back to us. */

import { openingHours } from '../domain/opening-hours.ts';
import { returns } from '../domain/returns.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

export const chaseParcels = defineScheduledFunction({
  name: 'chase-parcels',
  purpose:
    'Opens one case for shipping where the parcel of a return or exchange does not come, tells its customer, and ends the case when it comes.',
  schedule: {
    /** What is counted in days has an hour. */
    expression: 'rate(1 hour)',
    retriesMax: 3,
    triedForSeconds: 900,
  },
  environment: { OPENING_HOURS: openingHours, RETURNS: returns },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** The parcel, its order, a customer with four who were merged, the case with its link, and the last write; or three steps of the case, its note, and that. */
  requestsInSequence: 24,
  attemptTimeoutMs: 500,
  uses: [
    { table: 'orders', index: 'unsettled', actions: ['dynamodb:Query'] },
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    {
      table: 'cases',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
  ],
});
