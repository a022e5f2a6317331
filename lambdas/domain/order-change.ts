/** Decides what an event makes of an order: the order as it is afterwards and what moves with it, or why it is refused. */

import { subtotalMinor } from './basket.ts';
import { dateAt } from './calendar.ts';
import { type Condition, canBeSold } from './condition.ts';
import { withLineTax } from './line-tax.ts';
import { taxMinor } from './money.ts';
import type { OrderAddresses } from './order-addresses.ts';
import type { OrderEvent, Role } from './order-events.ts';
import { type ApprovalLimits, TRANSITIONS, type Transition, type Way, wayFrom } from './order-life.ts';
import {
  balanceOf,
  creditableMinor,
  keptMinor,
  type OrderChange,
  type OrderLine,
  type OrderRecord,
  rmaNumberOf,
  VERSION_MAX,
  worthMinorOf,
} from './order-record.ts';
import type { OrderStatus } from './order-status.ts';
import { type StockMove, stockMoves } from './stock-moves.ts';
import { returnableUntil } from './warranty.ts';

/** Longest reason that is kept with a change. */
export const WHY_LENGTH_MAX = 500;

/** What somebody wants to happen to an order. */
export interface OrderWish {
  readonly event: OrderEvent;
  readonly role: Role;
  readonly who: string;
  readonly why: string;
  readonly intent?: string | undefined;
  /** With `change`: the pieces of each line as they are to be, in the order of the lines; 0 takes a line out. */
  readonly quantities?: readonly number[];
  /** With `change` of one line alone, counted from 1; the others stay as they are. */
  readonly piecesOfLine?: { readonly line: number; readonly quantity: number };
  /** With `pay`, `lose-payment`, `credit` and `refund`: what was paid, lost, is given back or was paid back. */
  readonly amountMinor?: number;
  /** With `receive-return`: how the goods came; what is used or damaged does not go back into stock. */
  readonly condition?: Condition;
  /** With `exchange`: the number of the order that is sent for it. */
  readonly replacementNumber?: string;
  /** With `exchange`: where it is sent; to where the customer prefers, if nothing is said. */
  readonly addresses?: OrderAddresses | undefined;
}

/** What the decision depends on besides the order. */
export interface OrderTerms {
  readonly nowMs: number;
  /** Days after the delivery in which an order may be sent back or exchanged. */
  readonly returnWindowDays: number;
  readonly limits: ApprovalLimits;
}

export type Refusal =
  /** The order stands so that this cannot happen (any more). */
  | 'not-now'
  | 'not-your-role'
  /** Worth more than the role may decide on by itself. */
  | 'above-limit'
  | 'window-over'
  | 'nothing-owed'
  | 'wrong-amount'
  /** Not so much is left of what was paid, or not everything is paid. */
  | 'more-than-left'
  /** The wish changes nothing, or takes everything out: that is a cancellation. */
  | 'no-change'
  | 'changed-too-often';

export type Decision =
  | {
      readonly kind: 'changed';
      readonly order: OrderRecord;
      readonly stock: readonly StockMove[];
      /** Sent in exchange; it costs nothing. */
      readonly replacement?: OrderRecord;
    }
  | { readonly kind: 'refused'; readonly because: Refusal };

const refused = (because: Refusal): Decision => ({ kind: 'refused', because });

/** Refuses an amount only where the event has one, so that whoever asks about the status first hears about that. */
export function decideChange(order: OrderRecord, wish: OrderWish, terms: OrderTerms): Decision {
  const transition = TRANSITIONS[wish.event];
  const way = wayFrom(order.status, wish.event, wish.role);
  if (!transition.by.includes(wish.role)) return refused('not-your-role');
  if (way === undefined) return refused('not-now');
  if (order.version >= VERSION_MAX) return refused('changed-too-often');
  if (transition.withinReturnWindow === true && isWindowOver(order, wish.role, terms)) {
    return refused('window-over');
  }
  if (isAboveLimit(order, transition, wish, terms)) return refused('above-limit');
  const what = effectOf(order, wish, terms);
  if (typeof what === 'string') return refused(what);
  const stock = canBeSold(wish.condition)
    ? stockMoves(order.lines, what.lines ?? order.lines, transition.stock)
    : [];
  const status = statusAfter(order, what, way);
  const version = order.version + 1;
  const change = changeOf(order, wish, { version, to: status, at: new Date(terms.nowMs).toISOString() });
  const changed: OrderRecord = { ...order, ...what, status, version, history: [...order.history, change] };
  if (wish.event !== 'exchange') return { kind: 'changed', order: changed, stock };
  return { kind: 'changed', order: changed, stock, replacement: replacementOf(changed, wish, terms.nowMs) };
}

/** The attributes that an event changes, or why it cannot. */
function effectOf(
  order: OrderRecord,
  { event, role, quantities = [], piecesOfLine, amountMinor = 0, condition, replacementNumber }: OrderWish,
  { nowMs }: OrderTerms,
): Partial<OrderRecord> | Refusal {
  const { dueMinor, owedMinor } = balanceOf(order);
  const today = dateAt(nowMs);
  switch (event) {
    case 'change':
      return changedLines(order, piecesOfLine === undefined ? quantities : allPieces(order, piecesOfLine));
    case 'pay':
      if (amountMinor !== dueMinor || dueMinor === 0) return 'wrong-amount';
      return { paidMinor: (order.paidMinor ?? 0) + dueMinor };
    case 'lose-payment': {
      if (amountMinor <= 0 || amountMinor > keptMinor(order)) return 'wrong-amount';
      return { paidMinor: (order.paidMinor ?? 0) - amountMinor };
    }
    case 'credit':
      if (amountMinor <= 0) return 'wrong-amount';
      if (amountMinor > creditableMinor(order)) return 'more-than-left';
      return { creditedMinor: (order.creditedMinor ?? 0) + amountMinor };
    case 'refund': {
      // What a card got back, it got: the order may owe less since, and then something is due again.
      const most = role === 'system' ? keptMinor(order) : owedMinor;
      if (most === 0) return 'nothing-owed';
      if (amountMinor <= 0 || amountMinor > most) return 'wrong-amount';
      return { refundedMinor: (order.refundedMinor ?? 0) + amountMinor };
    }
    case 'deliver':
      return { deliveredOn: today };
    case 'request-return':
      return { rmaNumber: rmaNumberOf(order.orderNumber, order.version + 1) };
    case 'withdraw-return':
      return { rmaNumber: undefined };
    case 'receive-return':
      if (order.returnedOn !== undefined) return 'not-now';
      return { returnedOn: today, ...(condition === undefined ? {} : { returnedAs: condition }) };
    case 'exchange':
      if (replacementNumber === undefined) throw new Error('an exchange needs the number of the new order');
      return {
        rmaNumber: rmaNumberOf(order.orderNumber, order.version + 1),
        replacedBy: replacementNumber,
      };
    default:
      return {};
  }
}

function allPieces({ lines }: OrderRecord, { line, quantity }: { line: number; quantity: number }): number[] {
  if (lines[line - 1] === undefined) return [];
  return lines.map((each, index) => (index === line - 1 ? quantity : each.quantity));
}

/** The tax is worked out anew from the rate of the order and shared out to the lines that are left. */
function changedLines(order: OrderRecord, quantities: readonly number[]): Partial<OrderRecord> | Refusal {
  const isWhole = quantities.every((quantity) => Number.isSafeInteger(quantity) && quantity >= 0);
  if (!isWhole || quantities.length !== order.lines.length) return 'no-change';
  const kept = order.lines
    .map((line, index) => ({ ...line, quantity: quantities[index] ?? line.quantity }))
    .filter(({ quantity }) => quantity > 0);
  const isSame = order.lines.every(({ quantity }, index) => quantity === quantities[index]);
  if (isSame || kept.length === 0) return 'no-change';
  const tax = taxMinor(subtotalMinor({ lines: kept }), order.taxBasisPoints ?? 0);
  return { lines: withLineTax<OrderLine>(kept, tax), taxMinor: tax };
}

function statusAfter(order: OrderRecord, what: Partial<OrderRecord>, way: Way['to']): OrderStatus {
  if (way === 'same') return order.status;
  if (way !== 'by-balance' && way !== 'by-owed') return way;
  const { dueMinor, owedMinor } = balanceOf({ ...order, ...what });
  if (way === 'by-owed') return owedMinor === 0 ? 'refunded' : order.status;
  const isPaid = (order.paidMinor ?? 0) > 0 && dueMinor === 0;
  return isPaid ? 'paid' : 'confirmed';
}

function isWindowOver(order: OrderRecord, role: Role, { nowMs, returnWindowDays }: OrderTerms): boolean {
  if (role === 'supervisor') return false;
  const { deliveredOn } = order;
  const today = dateAt(nowMs);
  return deliveredOn === undefined || today > returnableUntil(deliveredOn, returnWindowDays);
}

/** About what was sent in exchange a person decides the second time. */
function isAboveLimit(
  order: OrderRecord,
  { valued, withinReturnWindow }: Transition,
  { role, amountMinor = 0 }: OrderWish,
  { limits }: OrderTerms,
): boolean {
  if (role === 'customer' && withinReturnWindow === true && order.replaces !== undefined) return true;
  const limit = limits[role];
  if (valued === undefined || limit === undefined) return false;
  const worth = {
    total: worthMinorOf(order),
    refund: balanceOf(order).owedMinor,
    credit: (order.creditedMinor ?? 0) + amountMinor,
  };
  return worth[valued] > limit;
}

function changeOf(
  order: OrderRecord,
  { event, role, who, why, intent, amountMinor }: OrderWish,
  { version, to, at }: Pick<OrderChange, 'version' | 'to' | 'at'>,
): OrderChange {
  return {
    version,
    event,
    from: order.status,
    to,
    at,
    role,
    who,
    why: why.slice(0, WHY_LENGTH_MAX),
    ...(intent === undefined ? {} : { intent }),
    ...(amountMinor === undefined ? {} : { amountMinor }),
  };
}

function replacementOf(order: OrderRecord, { addresses }: OrderWish, nowMs: number): OrderRecord {
  return {
    orderNumber: order.replacedBy ?? '',
    customerId: order.customerId,
    placedAt: new Date(nowMs).toISOString(),
    status: 'confirmed',
    version: 1,
    history: [],
    currency: order.currency,
    lines: order.lines.map((line) => ({ ...line, unitPriceMinor: 0, taxMinor: 0 })),
    taxMinor: 0,
    replaces: order.orderNumber,
    worthMinor: worthMinorOf(order),
    ...addresses,
  };
}
