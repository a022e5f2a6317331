/** By what a desktop looks for a customer. */

import * as z from 'zod/mini';
import { email, line, telephoneNumber } from './customer.ts';
import { caseNumber, orderNumber } from './request-ids.ts';

export const search = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('number'), number: telephoneNumber }),
  z.strictObject({ by: z.literal('email'), email }),
  z.strictObject({ by: z.literal('name'), name: line(100) }),
  z.strictObject({ by: z.literal('order'), orderNumber }),
  z.strictObject({ by: z.literal('case'), caseNumber }),
]);
export type Search = z.output<typeof search>;
