/** A case that is opened with all that is known of it: what its type asks for at once, and what it is as it begins. */

import * as z from 'zod/mini';
import { caseDetails, type DetailName, words } from './case-details.ts';
import { CASE_TYPES, type CaseType, caseTypes, missingDetails, SEVERITIES } from './case-types.ts';
import type { WorkedCase } from './case-work.ts';
import { customerId } from './customer.ts';
import type { OpeningHours } from './opening-hours.ts';
import { promisedTime } from './promised-time.ts';
import { contactId } from './request-ids.ts';

export const askedCase = z.strictObject({
  /** Yours for this wish: asked again with it, it is the same case. */
  intent: z.string().check(z.regex(/^[0-9A-Za-z-]{8,64}$/, 'must be 8 to 64 letters, digits and hyphens')),
  customerId,
  type: z.enum(CASE_TYPES),
  severity: z.optional(z.enum(SEVERITIES)),
  /** What the type asks for: GET /case-types says what. An order that is named is linked. */
  details: caseDetails,
  /** Kept as the first note; the customer does not see it. */
  words: z.optional(words),
  /** The contact of yours in which it came up. */
  contactId: z.optional(contactId),
});
export type AskedCase = z.output<typeof askedCase>;

/** What only the work on a case can tell. */
const FOUND_LATER: readonly DetailName[] = ['finding'];

/** What has to be known as a case of this type is opened: whoever opens it can still ask. */
export const askedAtOpening = (type: CaseType): readonly DetailName[] =>
  caseTypes[type].required.filter((name) => !FOUND_LATER.includes(name));

/** What is missing of it. */
export const missingAtOpening = ({ type, details }: Pick<AskedCase, 'type' | 'details'>) =>
  missingDetails(type, details).filter((name) => askedAtOpening(type).includes(name));

/** The reason of a case that was opened at a desktop. */
export const deskReason = (type: CaseType): string => `desk-${type}`;

/** The case as it begins; its customer hears from us in the time that callers are promised. */
export function caseAtOpening(
  { type, severity = 'normal', details }: Pick<AskedCase, 'type' | 'severity' | 'details'>,
  whose: Pick<WorkedCase, 'caseNumber' | 'customerId' | 'phoneNumber' | 'contactId' | 'reason'>,
  hours: OpeningHours,
  nowMs: number,
): WorkedCase {
  return {
    ...whose,
    version: 1,
    status: 'open',
    type,
    severity,
    department: caseTypes[type].department,
    details,
    due: { atMs: promisedTime(hours, nowMs), for: 'first-answer' },
    reopened: 0,
    escalations: 0,
    openedAtMs: nowMs,
    changedAtMs: nowMs,
  };
}
