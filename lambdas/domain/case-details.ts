/** Everything that may be known of the matter of a case, whatever its type. */

import * as z from 'zod/mini';
import { CONDITIONS } from './condition.ts';
import { ORDER_NUMBER } from './order-number.ts';

/** Letters of any script, without control characters: what a person writes down or reads out. */
export const words = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(2_000),
    z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u, 'must be one line of text'),
  );

export const detailSchemas = {
  product: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/, 'must be a product number or SKU')),
  orderNumber: z.string().check(z.regex(ORDER_NUMBER, 'must be the number of an order')),
  cause: z.enum(['defect', 'damage', 'missing-part', 'wrong-item', 'late', 'service', 'price', 'other']),
  wantedOutcome: z.enum(['refund', 'replacement', 'repair', 'apology', 'explanation', 'other']),
  deliveryProblem: z.enum(['late', 'lost', 'damaged', 'incomplete', 'wrong-address', 'wrong-item']),
  invoiceProblem: z.enum(['wrong-amount', 'charged-twice', 'missing', 'other']),
  paymentProblem: z.enum(['declined', 'charged-twice', 'unconfirmed', 'disputed']),
  condition: z.enum(CONDITIONS),
  /** Whether the order that nobody could confirm is there, or the change of one is. */
  finding: z.enum(['placed', 'not-placed']),
  symptom: words,
  matter: words,
} as const;

export type DetailName = keyof typeof detailSchemas;
export const DETAIL_NAMES = Object.keys(detailSchemas).filter(
  (name): name is DetailName => name in detailSchemas,
);

/** What is known of the matter of a case so far. */
export const caseDetails = z.partial(z.strictObject(detailSchemas));
export type CaseDetails = z.output<typeof caseDetails>;
