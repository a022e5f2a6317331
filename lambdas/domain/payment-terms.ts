/** What functions that take payments get from the stack. */

import * as z from 'zod/mini';

export const paymentTerms = z.strictObject({
  /** `local` pretends: it takes test cards only. */
  provider: z.enum(['local', 'stripe']),
  /** Whether Stripe is told that the order came by telephone. */
  moto: z.boolean(),
  /** Where the private keys are, and Stripe's own. */
  secretArn: z.string(),
  /** Ids of the keys under which the flow may have encrypted. */
  keyIds: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
});
export type PaymentTerms = z.output<typeof paymentTerms>;
