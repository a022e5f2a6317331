/** Orders and products of the demo world; days are counted from the day of the seeding, so that they never age. */

import { addressesOf } from '../../lambdas/tables/lived-orders.ts';
import type { NewOrder } from '../../lambdas/tables/orders.ts';
import type { Product } from '../../lambdas/tables/products.ts';
import { demoCustomers } from './customers.ts';
import { DEMO_NAMES, named } from './product-names.ts';

const DAY_MS = 24 * 60 * 60_000;
const CURRENCY = 'USD';

export const demoProducts: readonly Product[] = [
  {
    sku: 'LAMP-01',
    productNumber: '2101',
    ...named(DEMO_NAMES['LAMP-01']),
    currency: CURRENCY,
    unitPriceMinor: 4_900,
    inStock: 38,
    deliveryDays: 3,
    warrantyMonths: 24,
  },
  {
    sku: 'CHAIR-07',
    productNumber: '2207',
    ...named(DEMO_NAMES['CHAIR-07']),
    currency: CURRENCY,
    unitPriceMinor: 21_950,
    inStock: 12,
    warrantyMonths: 60,
  },
  {
    sku: 'PAPER-A4',
    productNumber: '2304',
    ...named(DEMO_NAMES['PAPER-A4']),
    currency: CURRENCY,
    unitPriceMinor: 2_375,
    inStock: 410,
    deliveryDays: 2,
  },
  {
    sku: 'SHELF-03',
    productNumber: '2403',
    ...named(DEMO_NAMES['SHELF-03']),
    currency: CURRENCY,
    unitPriceMinor: 6_480,
    inStock: 0,
    restockDays: 21,
    warrantyMonths: 24,
  },
  {
    sku: 'LAMP-01-ARM',
    productNumber: '2901',
    ...named(DEMO_NAMES['LAMP-01-ARM']),
    currency: CURRENCY,
    unitPriceMinor: 1_250,
    inStock: 25,
    deliveryDays: 3,
    partOf: ['LAMP-01'],
  },
];

export interface DemoOrder extends Pick<NewOrder, 'orderNumber' | 'customerId' | 'status'> {
  readonly placedDaysAgo: number;
  /** Negative where the day has passed already: the order is late. */
  readonly expectedInDays?: number;
  readonly deliveredDaysAgo?: number;
  readonly quantities: Readonly<Record<string, number>>;
}

/** As `salesTax` in cdk.json. */
export const TAX_BASIS_POINTS = 825;

export const demoOrders: readonly DemoOrder[] = [
  {
    orderNumber: '1001',
    customerId: 'c-1001',
    status: 'delivered',
    placedDaysAgo: 20,
    deliveredDaysAgo: 16,
    quantities: { 'PAPER-A4': 4 },
  },
  {
    orderNumber: '1002',
    customerId: 'c-1001',
    status: 'shipped',
    placedDaysAgo: 3,
    expectedInDays: 2,
    quantities: { 'LAMP-01': 1, 'PAPER-A4': 2 },
  },
  {
    orderNumber: '1003',
    customerId: 'c-1001',
    status: 'confirmed',
    placedDaysAgo: 1,
    expectedInDays: 6,
    quantities: { 'CHAIR-07': 2 },
  },
  {
    orderNumber: '1004',
    customerId: 'c-1002',
    status: 'packed',
    placedDaysAgo: 9,
    expectedInDays: -2,
    quantities: { 'SHELF-03': 3 },
  },
  {
    orderNumber: '1005',
    customerId: 'c-1004',
    status: 'delivered',
    placedDaysAgo: 40,
    deliveredDaysAgo: 37,
    quantities: { 'LAMP-01': 2 },
  },
  {
    orderNumber: '1006',
    customerId: 'c-1004',
    status: 'cancelled',
    placedDaysAgo: 5,
    quantities: { 'SHELF-03': 1 },
  },
];

/** The order as it stands when the world is seeded at `seededAt`; days are those of UTC. */
export function orderAsOf(demo: DemoOrder, seededAt: Date): NewOrder {
  const dayAway = (days: number) => new Date(seededAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const { orderNumber, customerId, status, placedDaysAgo, expectedInDays, deliveredDaysAgo } = demo;
  const customer = demoCustomers.find((one) => one.customerId === customerId);
  return {
    orderNumber,
    customerId,
    status,
    placedAt: `${dayAway(-placedDaysAgo)}T15:00:00.000Z`,
    ...(expectedInDays === undefined ? {} : { expectedOn: dayAway(expectedInDays) }),
    ...(deliveredDaysAgo === undefined ? {} : { deliveredOn: dayAway(-deliveredDaysAgo) }),
    ...(customer && addressesOf(customer)),
    currency: CURRENCY,
    lines: Object.entries(demo.quantities).map(([sku, quantity]) => ({
      sku,
      quantity,
      unitPriceMinor: productOf(sku).unitPriceMinor,
    })),
  };
}

/** Throws where the demo's own data names a product that it does not have. */
export function productOf(sku: string): Product {
  const product = demoProducts.find((candidate) => candidate.sku === sku);
  if (product === undefined)
    throw new Error(`the demo world has no product '${sku}'; add it to demoProducts`);
  return product;
}
