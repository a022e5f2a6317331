/** What a caller may do about an order at the keypad, by how it stands; everything else is for a person. */

import { eventsFor } from './order-life.ts';
import type { OrderRecord } from './order-record.ts';
import { returnableUntil } from './warranty.ts';

export type PhoneChoice =
  /** It can be cancelled, and where `canChange`, its pieces changed. */
  | { readonly kind: 'open'; readonly canChange: boolean }
  | { readonly kind: 'on-its-way' }
  /** It may be sent back or exchanged, until the end of that day. */
  | { readonly kind: 'delivered'; readonly until: string }
  | { readonly kind: 'too-late'; readonly until: string }
  | { readonly kind: 'return-agreed'; readonly rmaNumber: string }
  /** It has come to its end. */
  | { readonly kind: 'ended' };

/** @param today the day of the call, `2026-11-24` */
export function phoneChoice(order: OrderRecord, windowDays: number, today: string): PhoneChoice {
  const events = eventsFor(order.status, 'customer');
  if (events.includes('cancel')) return { kind: 'open', canChange: events.includes('change') };
  if (events.includes('withdraw-return') && order.rmaNumber !== undefined) {
    return { kind: 'return-agreed', rmaNumber: order.rmaNumber };
  }
  if (events.includes('request-return') && order.deliveredOn !== undefined) {
    const until = returnableUntil(order.deliveredOn, windowDays);
    return today <= until ? { kind: 'delivered', until } : { kind: 'too-late', until };
  }
  return order.status === 'shipped' ? { kind: 'on-its-way' } : { kind: 'ended' };
}
