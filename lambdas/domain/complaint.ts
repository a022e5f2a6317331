/** What a caller says of a complaint by key, beside its reason. */

import type { CaseDetails } from './case-details.ts';

/** What they can say that they want. */
export const COMPLAINT_WISHES = ['refund', 'replacement', 'repair'] as const;

/** The details of its case; the product is known where the order has no other. */
export function complaintDetails(
  wantedOutcome: 'none' | (typeof COMPLAINT_WISHES)[number],
  order: { readonly orderNumber: string; readonly lines: readonly { readonly sku: string }[] } | undefined,
): CaseDetails {
  const [product, ...others] = new Set(order?.lines.map(({ sku }) => sku));
  return {
    ...(wantedOutcome === 'none' ? {} : { wantedOutcome }),
    ...(order === undefined ? {} : { orderNumber: order.orderNumber }),
    ...(product === undefined || others.length > 0 ? {} : { product }),
  };
}

/** What somebody complains of in one call is one matter for each order and each thing that they want of it. */
export function complaintIntent(
  contactId: string,
  { orderNumber, wantedOutcome }: CaseDetails,
): string | undefined {
  const said = [orderNumber, wantedOutcome].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : [contactId, ...said].join(' ');
}
