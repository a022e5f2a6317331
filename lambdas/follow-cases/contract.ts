/** Agreement of the function that does what follows from a case, whoever has opened it. */

import { openingHours } from '../domain/opening-hours.ts';
import { troubleTerms } from '../domain/trouble.ts';
import { defineEventFunction } from '../runtime/event-contract.ts';

export const followCases = defineEventFunction({
  name: 'follow-cases',
  purpose:
    'Tells customers the numbers of their new cases, and counts each case once by week, product and problem, with a word to quality of what is new or comes again and again.',
  caseChanges: {
    batchSize: 25,
    /** Nobody waits for it, and a case is often changed again at once. */
    windowSeconds: 20,
    /** A case that somebody has edited by hand must not keep all others waiting until it is forgotten. */
    retriesMax: 100,
    recordAgeMaxSeconds: 82_800,
  },
  contactEvents: [],
  /** Weeks begin at midnight where the centre is. */
  environment: { OPENING_HOURS: openingHours, TROUBLES: troubleTerms },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** The case and the message; then where it is counted, the case, the counts and the transaction; three times where others count the same meanwhile. */
  requestsInSequence: 14,
  attemptTimeoutMs: 1_000,
  uses: [
    { table: 'cases', actions: ['dynamodb:GetItem'] },
    { table: 'troubles', actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
