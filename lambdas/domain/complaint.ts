/** What a caller says of a complaint by key, beside its reason. */

import type { CaseDetails } from './case-details.ts';
import { type DetailedOrder, detailsOfOrder } from './case-order.ts';

/** What they can say that they want. */
export const COMPLAINT_WISHES = ['refund', 'replacement', 'repair'] as const;

/** The details of its case. */
export function complaintDetails(
  wantedOutcome: 'none' | (typeof COMPLAINT_WISHES)[number],
  order: DetailedOrder | undefined,
): CaseDetails {
  return { ...(wantedOutcome === 'none' ? {} : { wantedOutcome }), ...detailsOfOrder(order) };
}

/** What somebody complains of in one call is one matter for each order and each thing that they want of it. */
export function complaintIntent(
  contactId: string,
  { orderNumber, wantedOutcome }: CaseDetails,
): string | undefined {
  const said = [orderNumber, wantedOutcome].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : [contactId, ...said].join(' ');
}
