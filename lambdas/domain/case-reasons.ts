/** What the reason for which a case was opened says of it. */

import * as z from 'zod/mini';
import { type CaseDetails, caseDetails } from './case-details.ts';
import { CASE_TYPES, type CaseType, caseTypes, type Department, type Severity } from './case-types.ts';

/** The type of a case by the reason for which a call opened it; a reason that nobody has named is some other matter. */
const TYPE_OF_REASON: ReadonlyMap<string, CaseType> = new Map<string, CaseType>([
  ['problem-complaint', 'complaint'],
  ['problem-delivery', 'delivery'],
  ['problem-product', 'technical'],
  ['problem-invoice', 'billing'],
  ['problem-other', 'other'],
  ['order-unconfirmed', 'order-check'],
  ['change-unconfirmed', 'order-check'],
  ['order-intake', 'order-check'],
  ['out-of-hours', 'callback'],
  ['queue-full', 'callback'],
  ['transfer-fault', 'callback'],
  ['left-queue', 'callback'],
  ['not-answered', 'callback'],
  ['callback', 'callback'],
  ['voicemail', 'voicemail'],
  ['voicemail-orders', 'voicemail'],
  ['wish', 'wish'],
  ['refund-refused', 'billing'],
]);

/** Whose a case is from its beginning, where its reason says more than its type. */
export const departmentOf = (reason: string, type: CaseType): Department =>
  reason === 'voicemail-orders' ? 'orders' : caseTypes[type].department;

/** The reason of a complaint by key: its cause and how bad it is. */
export const COMPLAINT_REASON = /^complaint-(defect|damage|wrong-item|other)-(normal|high)$/;

/** What the reason alone says of a case as it is opened. */
export function firstFields(
  reason: string,
  type: CaseType = typeOfReason(reason),
): { readonly severity: Severity; readonly details: CaseDetails } {
  if (type !== 'complaint' && type !== 'payment') return { severity: 'normal', details: {} };
  const [, cause, severity] = COMPLAINT_REASON.exec(reason) ?? [];
  const paymentProblem = /^payment-(unconfirmed|disputed)$/.exec(reason)?.[1];
  if (cause === undefined && paymentProblem === undefined) return { severity: 'normal', details: {} };
  const known = {
    ...(paymentProblem === undefined ? {} : { paymentProblem }),
    ...(cause === undefined ? {} : { cause }),
  };
  const details = z.safeParse(caseDetails, known);
  return { severity: severity === 'high' ? 'high' : 'normal', details: details.data ?? {} };
}

export function typeOfReason(reason: string): CaseType {
  const known = TYPE_OF_REASON.get(reason);
  if (known !== undefined) return known;
  if (COMPLAINT_REASON.test(reason)) return 'complaint';
  if (reason.startsWith('payment-')) return 'payment';
  if (reason.startsWith('return-')) return 'return';
  // What a desktop has opened says its type itself.
  return CASE_TYPES.find((type) => reason === `desk-${type}`) ?? 'other';
}
