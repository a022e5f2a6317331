/** Agreement of the function that asks what became of a payment which was started. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** Asked between the messages of the flow; the last time it leaves the attempt to our team, by one case. */
export const hearPayment = defineContract({
  name: 'hear-payment',
  purpose: 'Says what became of a payment, or opens its one case where the caller has waited long enough.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string().check(z.minLength(1), z.maxLength(20)),
    /** As `start-payment` was called. */
    attempt: z.string().check(z.regex(/^[1-9]\d{0,9}$/)),
    /** `yes` where the caller waits no longer. */
    last: z.enum(['yes', 'no']),
  }),
  outcomes: {
    paid: z.strictObject({ orderNumber: z.string(), amount: z.string() }),
    /** Nothing was charged; `why` is a sentence. */
    declined: z.strictObject({ why: z.string() }),
    /** The order no longer took it: nothing is charged, or it went back at once. */
    returned: z.strictObject({}),
    /** Nobody knows yet; with `last` `no` only. */
    pending: z.strictObject({}),
    /** With `last` `yes`: our team finds out; the fields are those of `open-case`. */
    referred: z.strictObject({ caseNumber: z.string(), promisedTime: z.string() }),
    /** With `last` `yes`: the caller's number is withheld, so that nobody could be called back. */
    withheld: z.strictObject({}),
  },
  environment: { OPENING_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The payment, the case, and the note of it or that it was heard, which somebody may come in between of. */
  requestsInSequence: 6,
  attemptTimeoutMs: 140,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'cases', actions: ['dynamodb:PutItem'] },
  ],
});
