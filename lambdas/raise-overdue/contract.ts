/** Agreement of the function that raises cases whose due time has passed. */

import { openingHours } from '../domain/opening-hours.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

/** A promise that was broken is known five minutes later at most. */
export const raiseOverdue = defineScheduledFunction({
  name: 'raise-overdue',
  purpose:
    'Raises every case whose due time has passed by a level, once, and tells supervisors and customer of it.',
  schedule: {
    expression: 'rate(5 minutes)',
    retriesMax: 3,
    /** The next run does whatever this one could not. */
    triedForSeconds: 240,
  },
  environment: { ESCALATION_HOURS: openingHours },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** Whether the centre is closed; the case, the call that its number is owed, and the one transaction that raises it. */
  requestsInSequence: 4,
  attemptTimeoutMs: 1_000,
  uses: [
    { table: 'cases', index: 'by-due', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'messages', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
  ],
});
