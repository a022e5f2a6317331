/** Agreement of the function that takes a customer's word about a case that is resolved: it works, or it does not. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. Said twice in one call it is said once. */
export const answerCase = defineContract({
  name: 'answer-case',
  purpose: "Takes a verified customer's word about a case that is resolved: the fix works, or it does not.",
  parameters: z.strictObject({
    /** As `lookup-case` gave it in `caseKey`. */
    caseNumber: z.string().check(z.regex(/^[1-9]\d{7}$/)),
    customerId: givenCustomer,
    answer: z.enum(['works', 'not-fixed']),
  }),
  outcomes: {
    /** The customer has said that the fix works: the case may be closed. */
    verified: z.strictObject({}),
    /** It is open again; somebody calls by `promisedTime`. */
    reopened: z.strictObject({ promisedTime: z.string() }),
    /** The case is not theirs, or not in a state in which this can be said any more. */
    'not-possible': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The case, and the one transaction that changes it. */
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [
    {
      table: 'cases',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
