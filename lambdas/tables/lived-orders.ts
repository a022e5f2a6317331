/** Orders as they are after a whole life, for worlds that are written at once: nothing is in them that could not have happened. */

import { subtotalMinor } from '../domain/basket.ts';
import { withLineTax } from '../domain/line-tax.ts';
import { taxMinor } from '../domain/money.ts';
import { decideChange, type OrderWish } from '../domain/order-change.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { TRANSITIONS } from '../domain/order-life.ts';
import { balanceOf, type OrderLine } from '../domain/order-record.ts';
import type { Order } from './orders.ts';

export interface Beginning extends Pick<Order, 'orderNumber' | 'customerId' | 'currency' | 'isReadBack'> {
  readonly status: 'draft' | 'confirmed';
  readonly lines: readonly Pick<OrderLine, 'sku' | 'quantity' | 'unitPriceMinor'>[];
  readonly taxBasisPoints: number;
  readonly placedAtMs: number;
  readonly expectedOn: string;
}

export interface Lived {
  readonly event: OrderEvent;
  readonly atMs: number;
}

const EVERYBODY_MAY = {};

/** The order, and the one that was sent in exchange for it. Throws where the events cannot follow each other. */
export function livedOrder(
  { placedAtMs, lines, taxBasisPoints, ...beginning }: Beginning,
  events: readonly Lived[],
  returnWindowDays: number,
): readonly Order[] {
  const tax = taxMinor(subtotalMinor({ lines }), taxBasisPoints);
  let order: Order = {
    ...beginning,
    placedAt: new Date(placedAtMs).toISOString(),
    version: 1,
    history: [],
    lines: withLineTax(lines, tax),
    taxMinor: tax,
    taxBasisPoints,
  };
  const sent: Order[] = [];
  for (const { event, atMs } of events) {
    const terms = { nowMs: atMs, returnWindowDays, limits: EVERYBODY_MAY };
    const decision = decideChange(order, wishOf(order, event), terms);
    if (decision.kind === 'refused') {
      throw new Error(`order ${order.orderNumber}: '${event}' cannot come now (${decision.because})`);
    }
    order = decision.order;
    if (decision.replacement !== undefined) sent.push(decision.replacement);
  }
  return [order, ...sent];
}

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
    ...(event === 'exchange' ? { replacementNumber: `3${order.orderNumber}` } : {}),
  };
}
