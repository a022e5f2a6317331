/** Agreement of the function that reads a keyed telephone number back. */

import * as z from 'zod/mini';
import { defineContract } from '../runtime/contract.ts';

/** Asks no table: what is keyed is nobody's yet. */
export const readNumber = defineContract({
  name: 'read-number',
  purpose: 'Reads a telephone number that a caller keyed, so that it can be read back.',
  parameters: z.strictObject({ digits: z.string() }),
  outcomes: {
    /** Digit by digit, as it was keyed. */
    read: z.strictObject({ number: z.string() }),
    'not-a-number': z.strictObject({}),
  },
  environment: { COUNTRY: z.string() },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 0,
  attemptTimeoutMs: 700,
  uses: [],
});
