/** How an order stands. */

/** Everything that an order can be, from a draft to its end; what leads from one to another is in `order-life.ts`. */
export const ORDER_STATUSES = [
  'draft',
  'confirmed',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'return-requested',
  'returned',
  'refunded',
  'exchanged',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];
