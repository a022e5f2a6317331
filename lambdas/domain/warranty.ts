/** Terms that run from a day: the warranty of a product and the time in which it may be sent back. */

import { dateAt } from './calendar.ts';
import { daysAfter } from './local-time.ts';

/** No product of ours is guaranteed for longer. */
export const WARRANTY_MONTHS_MAX = 120;

/**
 * The last day of a term of months that begins on a day (`2026-11-24`). A day that its last month does not have is the
 * last one of that month: a month from January 31 ends on February 28.
 */
export function monthsAfter(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), lastDay)));
  return dateAt(end.getTime());
}

/** The last day of the warranty of something ordered on a day; nothing where the product has none. */
export function warrantyUntil(orderedOn: string, warrantyMonths: number): string | undefined {
  return warrantyMonths === 0 ? undefined : monthsAfter(orderedOn, warrantyMonths);
}

/** The last day on which something delivered on a day may be sent back. */
export function returnableUntil(deliveredOn: string, windowDays: number): string {
  return daysAfter(deliveredOn, windowDays);
}
