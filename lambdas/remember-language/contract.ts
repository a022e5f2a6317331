/** Agreement of the function that keeps the language in which a caller wants to be spoken to. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { LANGUAGES } from '../domain/language.ts';
import { defineContract } from '../runtime/contract.ts';

/** Kept with the number: of two who share a customer's account each is greeted in a language of their own. */
export const rememberLanguage = defineContract({
  name: 'remember-language',
  purpose: "Keeps the language that a caller has chosen with the caller's number.",
  parameters: z.strictObject({
    customerId: givenCustomer,
    language: z.enum(LANGUAGES),
  }),
  outcomes: {
    remembered: z.strictObject({}),
    /** The number is withheld, or belongs to nobody whom we know, or to somebody else meanwhile. */
    'not-theirs': z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [{ table: 'customers', actions: ['dynamodb:UpdateItem'] }],
});
