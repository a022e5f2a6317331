/** Agreement of the function that tells the supervisors what customers said last week. */

import { openingHours } from '../domain/opening-hours.ts';
import { defineScheduledFunction } from '../runtime/scheduled-contract.ts';

/** There for whoever plans the week, before the centre opens. */
export const reportWeek = defineScheduledFunction({
  name: 'report-week',
  purpose:
    'Gives the supervisors a task with what callers said of their calls and customers to agents last week, beside the week before.',
  schedule: {
    expression: 'cron(0 7 ? * MON *)',
    clocks: 'of the centre',
    retriesMax: 3,
    /** Read on Monday, or not at all. */
    triedForSeconds: 14_400,
  },
  environment: { OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** Both weeks, and the task. */
  requestsInSequence: 3,
  attemptTimeoutMs: 1_000,
  uses: [
    { table: 'feedback', index: 'by-week', actions: ['dynamodb:Query'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
