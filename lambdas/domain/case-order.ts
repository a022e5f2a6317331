/** What an order says of the case that is about it. */

import type { CaseDetails } from './case-details.ts';

export interface DetailedOrder {
  readonly orderNumber: string;
  readonly lines: readonly { readonly sku: string }[];
}

/** The product is known where the order has no other. */
export function detailsOfOrder(order: DetailedOrder | undefined): CaseDetails {
  const [product, ...others] = new Set(order?.lines.map(({ sku }) => sku));
  return {
    ...(order === undefined ? {} : { orderNumber: order.orderNumber }),
    ...(product === undefined || others.length > 0 ? {} : { product }),
  };
}
