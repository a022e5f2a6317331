/** Agreement of the function that finds the customer whom a caller's number belongs to. */

import * as z from 'zod/mini';
import { LANGUAGES } from '../domain/language.ts';
import { defineContract } from '../runtime/contract.ts';

/** The one in which this number was spoken to, `unknown` where nobody has chosen one. */
const chosenLanguage = z.enum([...LANGUAGES, 'unknown']);

/**
 * Takes no parameters: the number is the contact's own. A number is a hint and proves nothing, so the answer
 * carries an id, a language and never a name.
 */
export const lookupCustomer = defineContract({
  name: 'lookup-customer',
  purpose:
    "Finds the customer whom the caller's number belongs to; says nothing about them but an id and their language.",
  parameters: z.strictObject({}),
  outcomes: {
    found: z.strictObject({ customerId: z.string(), language: chosenLanguage }),
    /** `unknown` is an id that no customer has: the flow goes on with it in the same words. */
    unknown: z.strictObject({ customerId: z.literal('unknown'), language: z.literal('unknown') }),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [{ table: 'customers', actions: ['dynamodb:GetItem'] }],
});
