/** What a person or a function may ask to happen to a case, as a schema. */

import * as z from 'zod/mini';
import { caseDetails, words } from './case-details.ts';
import { CASE_TYPES, DEPARTMENTS, SEVERITIES } from './case-types.ts';
import { currency, resolution } from './case-work.ts';

const userName = z.string().check(z.regex(/^[A-Za-z0-9._@-]{1,100}$/, 'must be a user name'));

/** Every change that a person or a function may ask for; whether it may be made now is another question. */
export const caseChange = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal(['take', 'approve', 'confirm-fix', 'close']) }),
  z.strictObject({ action: z.literal('assign'), owner: userName }),
  z.strictObject({
    action: z.literal('describe'),
    details: caseDetails,
    severity: z.optional(z.enum(SEVERITIES)),
    type: z.optional(z.enum(CASE_TYPES)),
  }),
  /** `words` go to the customer. */
  z.strictObject({ action: z.literal('ask-customer'), words }),
  z.strictObject({
    action: z.literal(['customer-answered', 'department-replied', 'refuse-approval', 'reject-fix', 'reopen']),
    words,
  }),
  /** `handover` is what the next person must know; the customer never sees it. */
  z.strictObject({
    action: z.literal('pass-on'),
    department: z.enum(DEPARTMENTS),
    handover: words,
    replyByMs: z.optional(z.int().check(z.minimum(0))),
  }),
  z.strictObject({ action: z.literal('resolve'), resolution }),
  z.strictObject({
    action: z.literal('ask-approval'),
    amountMinor: z.int().check(z.minimum(1), z.maximum(100_000_000)),
    currency,
    words,
  }),
]);
export type CaseChange = z.output<typeof caseChange>;
