/** Agreement of the function that adds to an open case what its customer says by key. */

import * as z from 'zod/mini';
import { CUSTOMER_WISHES } from '../domain/case-wish.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. Wished again while the promise holds it is the same wish. */
export const addToCase = defineContract({
  name: 'add-to-case',
  purpose: 'Adds to an open case what its verified customer says of it, and gives its department a task.',
  parameters: z.strictObject({
    /** As `lookup-case` gave it in `caseKey`. */
    caseNumber: z.string().check(z.regex(/^[1-9]\d{7}$/)),
    customerId: givenCustomer,
    wish: z.enum(CUSTOMER_WISHES),
  }),
  outcomes: {
    /** It is with the case, a task is on its way, and somebody calls by `promisedTime`. */
    noted: z.strictObject({ promisedTime: z.string() }),
    /** The customer no longer needs it: the department has a task to end it. */
    withdrawn: z.strictObject({}),
    /** The case is not theirs, or not open any more. */
    'not-possible': z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The case, and the one transaction that adds to it. */
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [
    { table: 'cases', actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
