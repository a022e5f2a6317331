/** What can happen to an order, and who may bring it about; what leads where is in `order-life.ts`. */

/** Who changes an order; `customer` is a verified caller, `system` a function that nobody asked, such as a payment's. */
export const ROLES = ['customer', 'agent', 'supervisor', 'warehouse', 'system'] as const;

export type Role = (typeof ROLES)[number];

export const ORDER_EVENTS = [
  'confirm',
  'change',
  'pay',
  'lose-payment',
  'pack',
  'ship',
  'deliver',
  'cancel',
  'request-return',
  'withdraw-return',
  'receive-return',
  'exchange',
  'credit',
  'refund',
] as const;

export type OrderEvent = (typeof ORDER_EVENTS)[number];
