/** Agreement of the function that checks a one-time code. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Any text is a possible code. One that was never sent, one that is wrong, too old, used or tried too often, and a
 * locked account give the same result after the same requests and the same hashing.
 */
export const checkCode = defineContract({
  name: 'check-code',
  purpose: 'Checks the one-time code that a caller pressed; counts the attempt before comparing.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    code: z.string(),
  }),
  outcomes: {
    verified: z.strictObject({}),
    refused: z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  /** For scrypt, as with PINs. */
  memoryMb: 1024,
  /** Both counts side by side; then a right code gives the attempt back and is used up. */
  requestsInSequence: 2,
  attemptTimeoutMs: 350,
  uses: [{ table: 'customers', actions: ['dynamodb:UpdateItem'] }],
});
