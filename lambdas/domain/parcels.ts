/** What the warehouse sees of an order and says of its parcel: where it goes while it is to be sent, and nothing else of whose it is. */

import * as z from 'zod/mini';
import type { Department } from './case-types.ts';
import { CONDITIONS } from './condition.ts';
import { deliverTo } from './order-addresses.ts';
import type { OrderEvent } from './order-events.ts';
import { eventsFor } from './order-life.ts';
import { awaitsParcel, knownOf, type OrderRecord, VERSION_MAX } from './order-record.ts';
import { ORDER_STATUSES, type OrderStatus } from './order-status.ts';
import { intent } from './request-ids.ts';
import { why } from './written-words.ts';

/** What happens to parcels; a cancellation is a customer's wish, and goes the way of wishes. */
export const PARCEL_EVENTS = ['pack', 'ship', 'deliver', 'receive-return'] as const satisfies OrderEvent[];
type ParcelEvent = (typeof PARCEL_EVENTS)[number];

const SHIPPING = 'shipping' satisfies Department;

/** Who works in shipping plays the warehouse, and supervisors do. */
export const playsWarehouse = ({
  isSupervisor,
  departments,
}: {
  readonly isSupervisor: boolean;
  readonly departments: readonly Department[];
}): boolean => isSupervisor || departments.includes(SHIPPING);

/** What may happen to the parcel of an order now. */
export const parcelEventsFor = (order: OrderRecord): readonly ParcelEvent[] => {
  const possible = eventsFor(order.status, 'warehouse');
  return PARCEL_EVENTS.filter(
    (event) => possible.includes(event) && (event !== 'receive-return' || awaitsParcel(order)),
  );
};

const text = z.optional(z.string());

export const shownParcel = z.strictObject({
  orderNumber: z.string(),
  status: z.enum(ORDER_STATUSES),
  version: z.int(),
  placedAt: z.string(),
  expectedOn: text,
  deliveredOn: text,
  /** What is written on the parcel that comes back. */
  rmaNumber: text,
  returnedOn: text,
  returnedAs: z.optional(z.enum(CONDITIONS)),
  replaces: text,
  replacedBy: text,
  /** Until it is shipped, where it goes. */
  deliverTo: z.optional(deliverTo),
  lines: z.array(
    z.strictObject({
      sku: z.string(),
      quantity: z.int(),
      kind: z.optional(z.enum(['goods', 'part'])),
    }),
  ),
  /** What you may say of it now. */
  mayDo: z.array(z.enum(PARCEL_EVENTS)),
});

/** What is shown of an order that has it. */
export const PARCEL_FIELDS = [
  'expectedOn',
  'deliveredOn',
  'rmaNumber',
  'returnedOn',
  'returnedAs',
  'replaces',
  'replacedBy',
] as const;

/** Whoever packs a parcel writes the address on it; nobody in a warehouse needs it after that. */
const IN_OUR_HANDS: readonly OrderStatus[] = ['confirmed', 'paid', 'packed'];

export function parcelAsShown(order: OrderRecord) {
  const { orderNumber, status, version, placedAt, lines } = order;
  return {
    orderNumber,
    status,
    version,
    placedAt,
    ...knownOf(order, IN_OUR_HANDS.includes(status) ? [...PARCEL_FIELDS, 'deliverTo'] : PARCEL_FIELDS),
    lines: lines.map(({ sku, quantity, kind }) => ({
      sku,
      quantity,
      ...(kind === undefined ? {} : { kind }),
    })),
    mayDo: [...parcelEventsFor(order)],
  };
}

const asked = {
  /** The version that you have seen. */
  version: z.int().check(z.minimum(1), z.maximum(VERSION_MAX)),
  intent,
  /** Kept in the history of the order. */
  why: z.optional(why),
};

export const parcelChange = z.discriminatedUnion('event', [
  z.strictObject({ event: z.enum(['pack', 'ship', 'deliver']), ...asked }),
  z.strictObject({
    event: z.literal('receive-return'),
    ...asked,
    /** How the goods came: what is used or damaged does not go back into stock. */
    condition: z.enum(CONDITIONS),
  }),
]);

export const rmaNumber = z.string().check(z.regex(/^\d{3,14}$/, 'must be three to fourteen digits'));
