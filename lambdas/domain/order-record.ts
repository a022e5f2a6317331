/** An order as it is kept: what was bought at which prices, what is paid of it, and everything that has happened to it. */

import { type PricedLine, subtotalMinor } from './basket.ts';
import type { Condition } from './condition.ts';
import type { OrderAddresses } from './order-addresses.ts';
import type { OrderEvent, Role } from './order-events.ts';
import type { OrderStatus } from './order-status.ts';

/** Changes of one order that are kept; after so many a person makes a new order. Two digits, so that an RMA number can end in it. */
export const VERSION_MAX = 99;

/** Most lines of an order that comes from a feed; by phone it is far fewer. */
export const ORDER_LINES_MAX = 90;

export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  /** As they were when it was ordered, in minor units of the order's currency. */
  readonly unitPriceMinor: number;
  /** The line's share of the order's tax. */
  readonly taxMinor?: number | undefined;
  /** A part is sent for a product that the customer has, `partOf`; everything else is goods. */
  readonly kind?: 'goods' | 'part' | undefined;
  readonly partOf?: { readonly orderNumber: string; readonly sku: string } | undefined;
}

/** One change of an order: it is added, and never altered. */
export interface OrderChange {
  /** The version that the order has from here on. */
  readonly version: number;
  readonly event: OrderEvent;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  readonly at: string;
  readonly role: Role;
  /** The customer's id, an agent's user name, or the name of a function. */
  readonly who: string;
  readonly why: string;
  /** What makes a repetition the same change: a caller's confirmation, a payment, a message of the warehouse. */
  readonly intent?: string | undefined;
  /** What was paid or paid back. */
  readonly amountMinor?: number | undefined;
}

export interface OrderRecord extends OrderAddresses {
  readonly orderNumber: string;
  readonly customerId: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  /** Grows by one with every change, from 1. */
  readonly version: number;
  readonly history: readonly OrderChange[];
  readonly expectedOn?: string | undefined;
  readonly deliveredOn?: string | undefined;
  /** ISO 4217. */
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  readonly taxMinor?: number | undefined;
  /** The rate that the tax was worked out with; absent where there was none. */
  readonly taxBasisPoints?: number | undefined;
  readonly paidMinor?: number | undefined;
  readonly refundedMinor?: number | undefined;
  /** What was given back of the price though the customer keeps what was sent; it is owed until it is refunded. */
  readonly creditedMinor?: number | undefined;
  /** What the customer writes on the parcel that comes back. */
  readonly rmaNumber?: string | undefined;
  /** The day on which the goods came back; they come back once. */
  readonly returnedOn?: string | undefined;
  /** How they came, where the warehouse has said so. */
  readonly returnedAs?: Condition | undefined;
  /** The order for which this one was sent in exchange. */
  readonly replaces?: string | undefined;
  /** Of what costs nothing because it was sent in exchange: what the first order of the row cost with tax. */
  readonly worthMinor?: number | undefined;
  readonly replacedBy?: string | undefined;
  /** Whether it was read back to the customer and confirmed. */
  readonly isReadBack?: boolean | undefined;
  readonly intentId?: string | undefined;
  /** Who confirmed it: its customer may be another one since a merge. */
  readonly intentOf?: string | undefined;
  /** Where an order came in otherwise than by telephone, and the sender's own number of it. */
  readonly source?: string | undefined;
  readonly externalReference?: string | undefined;
}

/** What decides how much of an order is paid. */
export interface OrderMoney
  extends Pick<OrderRecord, 'status' | 'taxMinor' | 'paidMinor' | 'refundedMinor' | 'creditedMinor'> {
  readonly lines: readonly PricedLine[];
}

/** Nothing is to be paid for what the customer does not get or has sent back. */
const NOT_PAYABLE: readonly OrderStatus[] = ['draft', 'cancelled', 'returned', 'refunded'];

/** What the order costs with tax. */
export function orderTotalMinor({ lines, taxMinor = 0 }: Pick<OrderMoney, 'lines' | 'taxMinor'>): number {
  return subtotalMinor({ lines }) + taxMinor;
}

/** What limits of approval are held against: what was sent in exchange costs nothing, and is worth what it stands for. */
export function worthMinorOf(order: OrderRecord): number {
  return order.worthMinor ?? orderTotalMinor(order);
}

/** What the order costs as it stands, less what was given back of it. */
function payableMinor(order: OrderMoney): number {
  return NOT_PAYABLE.includes(order.status)
    ? 0
    : Math.max(orderTotalMinor(order) - (order.creditedMinor ?? 0), 0);
}

/** What was paid and has not gone back. */
export function keptMinor({ paidMinor = 0, refundedMinor = 0 }: OrderMoney): number {
  return paidMinor - refundedMinor;
}

/** The most that can still be given back: nothing where not everything is paid, or all of it is owed already. */
export function creditableMinor(order: OrderRecord): number {
  const { dueMinor, owedMinor } = balanceOf(order);
  return dueMinor > 0 ? 0 : keptMinor(order) - owedMinor;
}

/** What the customer still has to pay, and what we owe back; one of them is zero. */
export function balanceOf(order: OrderMoney): { readonly dueMinor: number; readonly owedMinor: number } {
  const open = payableMinor(order) - keptMinor(order);
  return { dueMinor: Math.max(open, 0), owedMinor: Math.max(-open, 0) };
}

/** Whether a parcel is to come back to us: of a return that was agreed, or of what was exchanged. */
export function awaitsParcel({
  status,
  rmaNumber,
  returnedOn,
}: Pick<OrderRecord, 'status' | 'rmaNumber' | 'returnedOn'>): boolean {
  const isToCome = status === 'return-requested' || status === 'exchanged';
  return isToCome && rmaNumber !== undefined && returnedOn === undefined;
}

/** The number of a return: the order's, and the version in which it was agreed. */
export function rmaNumberOf(orderNumber: string, version: number): string {
  return `${orderNumber}${String(version).padStart(2, '0')}`;
}

/** What an order has of these fields, for whoever shows it. */
export function knownOf<Field extends keyof OrderRecord>(
  order: OrderRecord,
  fields: readonly Field[],
): { readonly [Name in Field]?: NonNullable<OrderRecord[Name]> } {
  const known: { [Name in Field]?: NonNullable<OrderRecord[Name]> } = {};
  for (const field of fields) {
    const value = order[field];
    if (value !== undefined && value !== null) known[field] = value;
  }
  return known;
}

/** The order whose return has such a number; nothing where no return can have it. */
export function orderNumberOfRma(rmaNumber: string): string | undefined {
  return /^(\d{1,12})\d{2}$/.exec(rmaNumber)?.[1];
}
