/** Whether a spare part is sent at no cost: it fits a product of the order, and that is under warranty. */

import type { OrderRecord } from './order-record.ts';
import type { Named } from './product-name.ts';
import { warrantyUntil } from './warranty.ts';

/** What of a product the answer depends on. */
export interface Guaranteed extends Named {
  readonly sku: string;
  readonly warrantyMonths?: number | undefined;
}

export interface Part extends Named {
  readonly sku: string;
  readonly inStock: number;
  /** The products that it is a part of; absent where it is none. */
  readonly partOf?: readonly string[] | undefined;
}

export type PartAnswer =
  | { readonly kind: 'covered'; readonly product: Guaranteed; readonly until: string }
  | { readonly kind: 'not-for-this' }
  | { readonly kind: 'out-of-warranty'; readonly product: Guaranteed; readonly until: string }
  | { readonly kind: 'no-warranty'; readonly product: Guaranteed }
  | { readonly kind: 'out-of-stock' };

/**
 * Of several products that the part fits, the one whose warranty runs longest counts.
 * @param products those of the order
 * @param today the day of the call, `2026-11-24`
 */
export function partAnswer(
  order: Pick<OrderRecord, 'lines' | 'placedAt' | 'status'>,
  part: Part,
  products: readonly Guaranteed[],
  today: string,
): PartAnswer {
  const bought = order.lines.map(({ sku }) => sku).filter((sku) => part.partOf?.includes(sku) === true);
  const [product] = products
    .filter(({ sku }) => bought.includes(sku))
    .toSorted((one, other) => (other.warrantyMonths ?? 0) - (one.warrantyMonths ?? 0));
  if (order.status !== 'delivered' || product === undefined) return { kind: 'not-for-this' };
  const until = warrantyUntil(order.placedAt.slice(0, 10), product.warrantyMonths ?? 0);
  if (until === undefined) return { kind: 'no-warranty', product };
  if (today > until) return { kind: 'out-of-warranty', product, until };
  return part.inStock === 0 ? { kind: 'out-of-stock' } : { kind: 'covered', product, until };
}

/** The order of a part: one piece, for nothing. */
export function partOrder(
  order: OrderRecord,
  { part, of, orderNumber, nowMs }: { part: string; of: string; orderNumber: string; nowMs: number },
): OrderRecord {
  return {
    orderNumber,
    customerId: order.customerId,
    placedAt: new Date(nowMs).toISOString(),
    status: 'confirmed',
    version: 1,
    history: [],
    currency: order.currency,
    lines: [
      {
        sku: part,
        quantity: 1,
        unitPriceMinor: 0,
        taxMinor: 0,
        kind: 'part',
        partOf: { orderNumber: order.orderNumber, sku: of },
      },
    ],
    taxMinor: 0,
    isReadBack: true,
  };
}
