/** The rest of what the invented shop sells, grown from a table of families and variants, so that it is the same every time. */

import type { Product } from '../../lambdas/tables/products.ts';
import { FAMILY_NAMES, named, PART_NAMES, VARIANT_NAMES, variantNames } from './product-names.ts';

/** A family of products, five of each: what one costs in its simplest form, and what goes with it. */
interface Family {
  readonly sku: keyof typeof FAMILY_NAMES;
  readonly baseMinor: number;
  readonly warrantyMonths: number;
  readonly deliveryDays: number;
}

const family = (
  sku: Family['sku'],
  baseMinor: number,
  warrantyMonths: number,
  deliveryDays: number,
): Family => ({ sku, baseMinor, warrantyMonths, deliveryDays });

const FAMILIES: readonly Family[] = [
  family('DESK', 18_900, 60, 10),
  family('CABINET', 14_250, 60, 10),
  family('MONITOR', 7_990, 36, 4),
  family('KEYBOARD', 4_590, 24, 3),
  family('HEADSET', 6_250, 24, 3),
  family('PRINTER', 21_900, 24, 5),
  family('TONER', 5_450, 0, 2),
  family('WASHER', 48_900, 36, 12),
  family('KETTLE', 3_290, 24, 3),
  family('BOARD', 8_400, 12, 6),
];

/** Spare parts, each for all variants of a family. */
const PARTS: readonly (readonly [sku: keyof typeof PART_NAMES, of: Family['sku'], priceMinor: number])[] = [
  ['WASHER-BELT', 'WASHER', 1_890],
  ['WASHER-PUMP', 'WASHER', 5_900],
  ['PRINTER-ROLL', 'PRINTER', 1_450],
  ['HEADSET-PAD', 'HEADSET', 990],
  ['DESK-FOOT', 'DESK', 650],
];

const DAY_MS = 24 * 60 * 60_000;
const skuOf = (family: string, variant: number): string => `${family}-${variant + 1}`;

/** Every seventh is on offer around the day of the seeding, and every eleventh sold out. */
export function shopProducts(seededAt: Date): readonly Product[] {
  const day = (days: number) => new Date(seededAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const goods = FAMILIES.flatMap((each, row) =>
    VARIANT_NAMES.map((variant, column): Product => {
      const index = row * VARIANT_NAMES.length + column;
      const unitPriceMinor = Math.round((each.baseMinor * (10 + 3 * column)) / 10);
      const offer = Math.round((unitPriceMinor * 17) / 20);
      return {
        sku: skuOf(each.sku, column),
        productNumber: String(3_101 + row * 100 + column),
        ...named(variantNames(FAMILY_NAMES[each.sku], variant)),
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
    ([sku, of, unitPriceMinor], index): Product => ({
      sku,
      productNumber: String(4_901 + index),
      ...named(PART_NAMES[sku]),
      currency: 'USD',
      unitPriceMinor,
      inStock: 30 + index,
      deliveryDays: 3,
      partOf: VARIANT_NAMES.map((_variant, column) => skuOf(of, column)),
    }),
  );
  return [...goods, ...parts];
}
