/** How an order stands, and the words for it. */

import { spokenDate } from './spoken.ts';

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

/** What the words depend on; days as `2026-11-24`. */
export interface OrderProgress {
  readonly status: OrderStatus;
  /** The day on which it should reach the customer, while it has not. */
  readonly expectedOn?: string | undefined;
  readonly deliveredOn?: string | undefined;
}

/**
 * The rest of a sentence that starts with the order: `is on its way and should reach you on Tuesday, November 24`.
 * A day that has passed is not promised again: the order is late, and the words say so.
 * @param today the calendar day on which the words are said
 */
export function spokenOrderStatus({ status, expectedOn, deliveredOn }: OrderProgress, today: string): string {
  switch (status) {
    case 'draft':
      return 'is not confirmed yet';
    case 'confirmed':
      return `has been received${expectation(expectedOn, today)}`;
    case 'paid':
      return `is paid${expectation(expectedOn, today)}`;
    case 'packed':
      return `is packed${expectation(expectedOn, today)}`;
    case 'shipped':
      return `is on its way${expectation(expectedOn, today)}`;
    case 'delivered':
      return deliveredOn === undefined ? 'has been delivered' : `was delivered on ${spokenDate(deliveredOn)}`;
    case 'cancelled':
      return 'has been cancelled';
    case 'return-requested':
      return 'is to be returned, and we are waiting for it';
    case 'returned':
      return 'has come back to us';
    case 'refunded':
      return 'has been refunded';
    case 'exchanged':
      return 'has been exchanged for a new one';
  }
}

function expectation(expectedOn: string | undefined, today: string): string {
  if (expectedOn === undefined) return '';
  if (expectedOn < today) return ' and is later than we had planned';
  return ` and should reach you on ${spokenDate(expectedOn)}`;
}
