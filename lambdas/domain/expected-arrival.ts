/** When an order should be with its customer, by what its products say at the time of the order. */

import { daysAfter } from './local-time.ts';

interface Delivered {
  readonly sku: string;
  readonly deliveryDays?: number | undefined;
}

/** Days to the door of everything in it; undefined where one of the products says nothing of it, or is gone. */
export function deliveryDaysOf(skus: readonly string[], products: readonly Delivered[]): number | undefined {
  const days = skus.map((sku) => products.find((product) => product.sku === sku)?.deliveryDays);
  return days.reduce(
    (longest, next) => (longest === undefined || next === undefined ? undefined : Math.max(longest, next)),
    0,
  );
}

/** The attribute of an order that is placed on a day (`2026-11-24`); none where nobody knows. */
export const expectedOn = (
  deliveryDays: number | undefined,
  placedOn: string,
): { readonly expectedOn?: string } =>
  deliveryDays === undefined ? {} : { expectedOn: daysAfter(placedOn, deliveryDays) };
