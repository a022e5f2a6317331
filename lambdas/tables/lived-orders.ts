/** Orders as they are after a whole life, for worlds that are written at once: nothing is in them that could not have happened. */

import { subtotalMinor } from '../domain/basket.ts';
import { expectedOn } from '../domain/expected-arrival.ts';
import { withLineTax } from '../domain/line-tax.ts';
import { taxMinor } from '../domain/money.ts';
import { type OrderAddresses, orderAddresses } from '../domain/order-addresses.ts';
import { decideChange, type OrderWish } from '../domain/order-change.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { TRANSITIONS } from '../domain/order-life.ts';
import { balanceOf, type OrderLine } from '../domain/order-record.ts';
import type { GivenCustomer } from './customers.ts';
import type { Order } from './orders.ts';

export interface Beginning
  extends Pick<Order, 'orderNumber' | 'customerId' | 'currency' | 'isReadBack' | 'deliverTo' | 'billTo'> {
  readonly status: 'draft' | 'confirmed';
  readonly lines: readonly Pick<OrderLine, 'sku' | 'quantity' | 'unitPriceMinor'>[];
  readonly taxBasisPoints: number;
  readonly placedAtMs: number;
  /** Of what is ordered, and of what is sent in exchange for it. */
  readonly deliveryDays: number;
}

export interface Lived {
  readonly event: OrderEvent;
  readonly atMs: number;
}

const EVERYBODY_MAY = {};

/** Of an order: its tax by that rate, shared out to its lines. */
export function taxed<Line extends Beginning['lines'][number]>(
  lines: readonly Line[],
  taxBasisPoints: number,
) {
  const tax = taxMinor(subtotalMinor({ lines }), taxBasisPoints);
  return { lines: [...withLineTax(lines, tax)], taxMinor: tax, taxBasisPoints };
}

/** The order, and the one that was sent in exchange for it. Throws where the events cannot follow each other. */
export function livedOrder(
  { placedAtMs, lines, taxBasisPoints, deliveryDays, ...beginning }: Beginning,
  events: readonly Lived[],
  returnWindowDays: number,
): readonly Order[] {
  const placedAt = new Date(placedAtMs).toISOString();
  const arrival = (placed: string) => expectedOn(deliveryDays, placed.slice(0, 10));
  let order: Order = {
    ...beginning,
    placedAt,
    ...arrival(placedAt),
    version: 1,
    history: [],
    ...taxed(lines, taxBasisPoints),
  };
  const sent: Order[] = [];
  for (const { event, atMs } of events) {
    const terms = { nowMs: atMs, returnWindowDays, limits: EVERYBODY_MAY };
    const decision = decideChange(order, wishOf(order, event), terms);
    if (decision.kind === 'refused') {
      throw new Error(`order ${order.orderNumber}: '${event}' cannot come now (${decision.because})`);
    }
    order = decision.order;
    const { replacement } = decision;
    if (replacement !== undefined) sent.push({ ...replacement, ...arrival(replacement.placedAt) });
  }
  return [order, ...sent];
}

/** Where an order of theirs goes, as of any order that is placed. */
export const addressesOf = ({ name, addresses = [], preferences = {} }: GivenCustomer): OrderAddresses =>
  orderAddresses({ name, addresses, preferences });

/** Nobody has moved meanwhile. */
const goesTo = ({ deliverTo, billTo }: Order): OrderAddresses => ({
  ...(deliverTo && { deliverTo }),
  ...(billTo && { billTo }),
});

function wishOf(order: Order, event: OrderEvent): OrderWish {
  const role = TRANSITIONS[event].by.find((each) => each !== 'customer') ?? 'system';
  const { dueMinor, owedMinor } = balanceOf(order);
  return {
    event,
    role,
    who: 'demo-world',
    why: 'as the demo world has it',
    ...(event === 'pay' ? { amountMinor: dueMinor } : {}),
    ...(event === 'refund' ? { amountMinor: owedMinor } : {}),
    ...(event === 'exchange' ? { replacementNumber: `3${order.orderNumber}`, addresses: goesTo(order) } : {}),
  };
}
