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

/** What orders were called that were written before they had a life of their own, with its names. */
const FORMER: ReadonlyMap<unknown, OrderStatus> = new Map([
  ['received', 'confirmed'],
  ['packing', 'packed'],
]);

/** The status that a text says, today's or of before; undefined where it says none. */
export const orderStatusOf = (text: unknown): OrderStatus | undefined =>
  FORMER.get(text) ?? ORDER_STATUSES.find((status) => status === text);
