/** The orders of the shop's customers, in every status: each has gone the way of an order's life to where it stands. */

import { addressesOf, type Lived, livedOrder } from '../../lambdas/tables/lived-orders.ts';
import type { Order } from '../../lambdas/tables/orders.ts';
import type { Product } from '../../lambdas/tables/products.ts';
import { TAX_BASIS_POINTS } from './orders.ts';
import { LANGUAGES, type ShopCustomer, shopCustomers } from './shop-customers.ts';

const DAY_MS = 24 * 60 * 60_000;
const RETURN_WINDOW_DAYS = 30;
type Events = readonly Lived['event'][];
const DELIVERED: Events = ['pay', 'pack', 'ship', 'deliver'];

/** How orders come to where they stand, in turn; some are paid before they are sent, and some on account. */
const LIVES: readonly Events[] = [
  [],
  ['pay'],
  ['pay', 'pack'],
  ['pack', 'ship'],
  DELIVERED,
  ['cancel'],
  [...DELIVERED, 'request-return'],
  [...DELIVERED, 'request-return', 'receive-return'],
  [...DELIVERED, 'request-return', 'receive-return', 'refund'],
  [...DELIVERED, 'exchange'],
  ['pack'],
  ['pay', 'pack', 'ship'],
  ['pack', 'ship', 'deliver'],
  ['pack', 'ship', 'deliver', 'pay'],
  ['pay', 'cancel'],
  ['pay', 'cancel', 'refund'],
];

/** Days from one event of an order to the next. */
const STEP_DAYS = 2;
/** One in four parcels that are to come back is missing: it was agreed so many days before the others were. */
const MISSING_FOR_DAYS = 20;
const LAST_OF_PARCEL: readonly (Lived['event'] | undefined)[] = ['request-return', 'exchange'];
/** Every so many orders one is a draft that nobody has confirmed. */
const DRAFT_EVERY = 17;

interface Place {
  readonly orderNumber: string;
  /** Among the orders of everybody who speaks that language, so that each language has orders of every kind. */
  readonly ofLanguage: number;
}

/** Who comes four after somebody speaks their language. No order, one, two or three, in turn among those who do. */
function placesOf(person: number): readonly Place[] {
  const speaker = Math.floor(person / LANGUAGES.length);
  const count = speaker % 4;
  const before = Math.floor(speaker / 4) * 6 + (count * (count - 1)) / 2;
  return Array.from({ length: count }, (_, nth) => ({
    orderNumber: String(20_001 + person * 3 + nth),
    ofLanguage: before + nth,
  }));
}

/** Of a customer by their place in `shopCustomers`. */
export const orderNumbersOf = (person: number): readonly string[] =>
  placesOf(person).map(({ orderNumber }) => orderNumber);

/** The orders of all customers as they stand when the world is seeded at `seededAt`. */
export function shopOrders(products: readonly Product[], seededAt: Date): readonly Order[] {
  const goods = products.filter(({ partOf }) => partOf === undefined);
  return shopCustomers.flatMap((customer, person) =>
    placesOf(person).flatMap((place) => grown(customer, place, goods, seededAt)),
  );
}

function grown(
  customer: ShopCustomer,
  { orderNumber, ofLanguage: index }: Place,
  goods: readonly Product[],
  seededAt: Date,
): readonly Order[] {
  const isDraft = index % DRAFT_EVERY === 0;
  const events = isDraft ? [] : (LIVES[index % LIVES.length] ?? []);
  const isMissing = LAST_OF_PARCEL.includes(events.at(-1)) && Math.floor(index / LIVES.length) % 4 === 0;
  const daysAgo = events.length * STEP_DAYS + 1 + (index % 5) + (isMissing ? MISSING_FOR_DAYS : 0);
  const placedAtMs = seededAt.getTime() - daysAgo * DAY_MS;
  const lines = Array.from({ length: 1 + (index % 3) }, (_, line) => {
    const { sku = '', unitPriceMinor = 0 } = goods[(index * 7 + line * 11) % goods.length] ?? {};
    return { sku, quantity: 1 + ((index + line) % 3), unitPriceMinor };
  });
  const beginning = {
    orderNumber,
    customerId: customer.customerId,
    ...(isDraft ? {} : addressesOf(customer)),
    status: isDraft ? ('draft' as const) : ('confirmed' as const),
    currency: 'USD',
    lines,
    taxBasisPoints: TAX_BASIS_POINTS,
    placedAtMs,
    deliveryDays: 8,
    isReadBack: index % 2 === 0,
  };
  const lived = events.map((event, step) => ({
    event,
    atMs: placedAtMs + (step + 1) * STEP_DAYS * DAY_MS,
  }));
  return livedOrder(beginning, lived, RETURN_WINDOW_DAYS);
}
