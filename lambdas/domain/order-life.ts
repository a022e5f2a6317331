/** The life of an order as data: which event leads from which status to which, who may bring it about, and what goes with it. */

import { ORDER_EVENTS, type OrderEvent, type Role } from './order-events.ts';
import type { OrderStatus } from './order-status.ts';

/** What happens to the stock: the pieces of the order go out or come back, the difference of a change, or once more for an exchange. */
export type StockEffect = 'out' | 'back' | 'difference' | 'once-more';

export interface Way {
  readonly from: readonly OrderStatus[];
  /**
   * `same` where the order stays what it is; `by-balance` where it is paid or confirmed by what is still to pay;
   * `by-owed` where it is refunded once nothing is owed any more.
   */
  readonly to: OrderStatus | 'same' | 'by-balance' | 'by-owed';
  /** Only these of the roles that the event has; all of them where absent. */
  readonly by?: readonly Role[];
}

export interface Transition {
  readonly ways: readonly Way[];
  readonly by: readonly Role[];
  readonly stock?: StockEffect;
  /** Only so many days after the delivery; a supervisor may allow it later. */
  readonly withinReturnWindow?: true;
  /**
   * What the limit of a role is held against: everything that the order is worth (what was sent in exchange: its original), what is owed, or everything that was
   * given back of it with what is given back now, so that small amounts are no way around the limit.
   */
  readonly valued?: 'total' | 'refund' | 'credit';
}

const DESK: readonly Role[] = ['customer', 'agent', 'supervisor'];
const ON_ITS_WAY: readonly OrderStatus[] = ['packed', 'shipped', 'delivered'];

export const TRANSITIONS: Readonly<Record<OrderEvent, Transition>> = {
  confirm: { ways: [{ from: ['draft'], to: 'confirmed' }], by: DESK, stock: 'out' },
  change: {
    ways: [{ from: ['confirmed', 'paid'], to: 'by-balance' }],
    by: DESK,
    stock: 'difference',
  },
  pay: {
    ways: [
      { from: ['confirmed'], to: 'paid' },
      { from: ON_ITS_WAY, to: 'same' },
    ],
    by: ['system'],
  },
  'lose-payment': {
    ways: [
      { from: ['paid'], to: 'confirmed' },
      { from: [...ON_ITS_WAY, 'cancelled', 'return-requested', 'returned', 'exchanged'], to: 'same' },
    ],
    by: ['supervisor', 'system'],
  },
  pack: { ways: [{ from: ['confirmed', 'paid'], to: 'packed' }], by: ['warehouse', 'system'] },
  ship: { ways: [{ from: ['packed'], to: 'shipped' }], by: ['warehouse', 'system'] },
  deliver: { ways: [{ from: ['shipped'], to: 'delivered' }], by: ['warehouse', 'system'] },
  cancel: {
    ways: [{ from: ['confirmed', 'paid', 'packed'], to: 'cancelled' }],
    by: [...DESK, 'warehouse'],
    stock: 'back',
  },
  'request-return': {
    ways: [{ from: ['delivered'], to: 'return-requested' }],
    by: DESK,
    withinReturnWindow: true,
  },
  'withdraw-return': { ways: [{ from: ['return-requested'], to: 'delivered' }], by: DESK },
  /** What was exchanged stays so when its goods come back: what was sent for it is paid with what was paid for it. */
  'receive-return': {
    ways: [
      { from: ['return-requested'], to: 'returned' },
      { from: ['exchanged'], to: 'same' },
    ],
    by: ['warehouse'],
    stock: 'back',
  },
  exchange: {
    ways: [{ from: ['delivered'], to: 'exchanged' }],
    by: DESK,
    stock: 'once-more',
    withinReturnWindow: true,
    valued: 'total',
  },
  /** Some or all of what was paid is given back, and the customer keeps what was sent: from then on it is owed. */
  credit: {
    ways: [{ from: ['paid', ...ON_ITS_WAY, 'return-requested', 'exchanged'], to: 'same' }],
    by: ['agent', 'supervisor'],
    valued: 'credit',
  },
  /** What is owed was paid back. A card had its money back even where the order has changed meanwhile. */
  refund: {
    ways: [
      { from: ['cancelled', 'returned'], to: 'by-owed' },
      { from: ['paid'], to: 'by-balance' },
      { from: [...ON_ITS_WAY, 'return-requested', 'exchanged'], to: 'same' },
      { from: ['confirmed'], to: 'same', by: ['system'] },
    ],
    by: ['agent', 'supervisor', 'system'],
    valued: 'refund',
  },
};

/** The most that a role may decide on by itself, in minor units of the order's currency; who has none may decide on any. */
export type ApprovalLimits = Readonly<Partial<Record<Role, number>>>;

/** Above the limit of an agent a supervisor decides; above that of a supervisor, whoever runs the shop, outside this system. */
export const APPROVAL_LIMITS: ApprovalLimits = { customer: 50_000, agent: 50_000, supervisor: 1_000_000 };

/** Where an event leads from a status when this role brings it about; nothing where it leads nowhere. */
export function wayFrom(status: OrderStatus, event: OrderEvent, role: Role): Way['to'] | undefined {
  return TRANSITIONS[event].ways.find(({ from, by = [role] }) => from.includes(status) && by.includes(role))
    ?.to;
}

/** What a role may do with an order that stands so, limits and days aside. */
export function eventsFor(status: OrderStatus, role: Role): readonly OrderEvent[] {
  return ORDER_EVENTS.filter(
    (event) => TRANSITIONS[event].by.includes(role) && wayFrom(status, event, role) !== undefined,
  );
}
