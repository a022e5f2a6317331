/** Agreement of the function that settles changes of orders which callers confirmed and did not hear the end of. */

import { openingHours } from '../domain/opening-hours.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

/** A change whose caller hung up, or heard that nobody knows, is settled ten minutes after the contact at most. */
export const settleChanges = defineScheduledFunction({
  name: 'settle-changes',
  purpose:
    'Finds out whether changes of orders were made whose callers did not hear so: a message where they were, else a case.',
  schedule: {
    expression: 'rate(5 minutes)',
    retriesMax: 3,
    /** The next run does whatever this one could not. */
    triedForSeconds: 240,
  },
  environment: { OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** The change, order and part, the cases that there are, the number to call of a customer with four who were merged, a case with its note, and the end. */
  requestsInSequence: 28,
  attemptTimeoutMs: 500,
  uses: [
    { table: 'orders', index: 'unsettled', actions: ['dynamodb:Query'] },
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    { table: 'cases', index: 'by-contact', actions: ['dynamodb:Query'] },
    { table: 'cases', index: 'by-order', actions: ['dynamodb:Query'] },
    {
      table: 'cases',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
  ],
});
