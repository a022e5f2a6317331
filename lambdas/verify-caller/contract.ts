/** Agreement of the function that checks a caller's PIN. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/**
 * Any text is a possible PIN: a malformed one is refused like a wrong one. An unknown customer, a wrong PIN and a
 * locked account give the same result after the same requests and the same hashing.
 */
export const verifyCaller = defineContract({
  name: 'verify-caller',
  purpose: 'Checks the PIN that a caller pressed; counts the attempt before comparing.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    pin: z.string(),
  }),
  outcomes: {
    verified: z.strictObject({}),
    refused: z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  /** A share of the processor comes with memory, and scrypt needs it: several hundred ms at 128 MB. */
  memoryMb: 1024,
  /** Count and read run side by side; a right PIN then gives its attempt back. */
  requestsInSequence: 2,
  attemptTimeoutMs: 350,
  uses: [{ table: 'customers', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] }],
});
