/** Agreement of the function that says how a case of a customer stands. */

import * as z from 'zod/mini';
import { SEVERITIES } from '../domain/case-types.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. */
export const lookupCase = defineContract({
  name: 'lookup-case',
  purpose: 'Says how a case of a verified customer stands: the latest open one, or one by its number.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** The reason that the case must have, as `open-case` kept it, or `any`. */
    reason: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    /** Digits as pressed, whatever the reason, or `latest`; anything else is a case that does not exist. */
    caseNumber: z.string().check(z.maxLength(40)),
  }),
  outcomes: {
    /**
     * To be read as `Case <caseNumber> <state>.`: the number digit by digit, the state as the rest of the sentence
     * (`is about a delivery, and we will call you back by ten A M on Monday`). `caseKey` is the number as it is kept.
     */
    found: z.strictObject({
      caseNumber: z.string(),
      caseKey: z.string(),
      state: z.string(),
      severity: z.enum(SEVERITIES),
    }),
    /** It is resolved, and its customer has not yet said whether the fix works; of the latest ones only for the reason `any`. */
    resolved: z.strictObject({ caseNumber: z.string(), caseKey: z.string() }),
    /** The case that was named is verified or closed: nobody has anything to do about it. */
    settled: z.strictObject({ caseNumber: z.string() }),
    /** No such open case among the latest ones, no such number, or somebody else's: told apart by nothing. */
    none: z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [
    { table: 'cases', actions: ['dynamodb:Query'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
  ],
});
