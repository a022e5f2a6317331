/** The rest of what the invented shop sells, grown from a table of families and variants, so that it is the same every time. */

import type { Product } from '../../lambdas/tables/orders.ts';

/** A family of products: what one costs in its simplest form, and what goes with it. */
interface Family {
  readonly sku: string;
  readonly name: string;
  readonly baseMinor: number;
  readonly warrantyMonths: number;
  readonly deliveryDays: number;
}

const family = (
  sku: string,
  name: string,
  baseMinor: number,
  warrantyMonths: number,
  deliveryDays: number,
): Family => ({ sku, name, baseMinor, warrantyMonths, deliveryDays });

const FAMILIES: readonly Family[] = [
  family('DESK', 'Writing desk', 18_900, 60, 10),
  family('CABINET', 'Filing cabinet', 14_250, 60, 10),
  family('MONITOR', 'Monitor arm', 7_990, 36, 4),
  family('KEYBOARD', 'Keyboard', 4_590, 24, 3),
  family('HEADSET', 'Headset', 6_250, 24, 3),
  family('PRINTER', 'Printer', 21_900, 24, 5),
  family('TONER', 'Toner', 5_450, 0, 2),
  family('WASHER', 'Washing machine', 48_900, 36, 12),
  family('KETTLE', 'Kettle', 3_290, 24, 3),
  family('BOARD', 'Whiteboard', 8_400, 12, 6),
];

/** Of each family five, each dearer than the one before. */
const VARIANTS = ['basic', 'plus', 'compact', 'large', 'professional'] as const;

/** Spare parts, each for all variants of a family. */
const PARTS: readonly (readonly [sku: string, name: string, of: string, priceMinor: number])[] = [
  ['WASHER-BELT', 'Drive belt of the washing machine', 'WASHER', 1_890],
  ['WASHER-PUMP', 'Drain pump of the washing machine', 'WASHER', 5_900],
  ['PRINTER-ROLL', 'Feed roller of the printer', 'PRINTER', 1_450],
  ['HEADSET-PAD', 'Ear pads of the headset', 'HEADSET', 990],
  ['DESK-FOOT', 'Foot of the writing desk', 'DESK', 650],
];

const DAY_MS = 24 * 60 * 60_000;
const skuOf = (family: string, variant: number): string => `${family}-${variant + 1}`;

/** Every seventh is on offer around the day of the seeding, and every eleventh sold out. */
export function shopProducts(seededAt: Date): readonly Product[] {
  const day = (days: number) => new Date(seededAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const goods = FAMILIES.flatMap((each, row) =>
    VARIANTS.map((variant, column): Product => {
      const index = row * VARIANTS.length + column;
      const unitPriceMinor = Math.round((each.baseMinor * (10 + 3 * column)) / 10);
      const offer = Math.round((unitPriceMinor * 17) / 20);
      return {
        sku: skuOf(each.sku, column),
        productNumber: String(3_101 + row * 100 + column),
        name: `${each.name} ${variant}`,
        currency: 'USD',
        unitPriceMinor,
        inStock: index % 11 === 5 ? 0 : 8 + ((index * 13) % 90),
        deliveryDays: each.deliveryDays,
        restockDays: each.deliveryDays + 14,
        ...(each.warrantyMonths === 0 ? {} : { warrantyMonths: each.warrantyMonths }),
        ...(index % 7 === 3
          ? { promotion: { unitPriceMinor: offer, from: day(-5), till: day(9 + (index % 5)) } }
          : {}),
      };
    }),
  );
  const parts = PARTS.map(
    ([sku, name, of, unitPriceMinor], index): Product => ({
      sku,
      productNumber: String(4_901 + index),
      name,
      currency: 'USD',
      unitPriceMinor,
      inStock: 30 + index,
      deliveryDays: 3,
      partOf: VARIANTS.map((_variant, column) => skuOf(of, column)),
    }),
  );
  return [...goods, ...parts];
}
