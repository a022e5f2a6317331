/** Goods that are sent back: for how long, in the one shape in which configuration, stack and functions speak of it, and when they are missed. */

import * as z from 'zod/mini';

/** Days after the delivery, the last one included; 0 is the day of the delivery alone. */
export const returns = z.strictObject({
  windowDays: z.int().check(z.nonnegative(), z.maximum(365)),
  /** Days from the return or exchange that was agreed until its parcel is looked for. */
  parcelDays: z.int().check(z.positive(), z.maximum(365)),
});

export type Returns = z.output<typeof returns>;

/** A parcel that has never come is remembered for so long: more than the longest wait for it, and a year of its case. */
export const PARCEL_KEPT_DAYS = 800;
