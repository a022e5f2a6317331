/** The tax on orders, in the one shape in which configuration, stack and functions speak of it. */

import * as z from 'zod/mini';
import { BASIS_POINTS_MAX } from './money.ts';

/** One rate on everything, in hundredths of a percent: 825 is 8.25 %. Rates by place or kind of goods are not ours. */
export const salesTax = z.strictObject({
  basisPoints: z.int().check(z.nonnegative(), z.maximum(BASIS_POINTS_MAX)),
});

export type SalesTax = z.output<typeof salesTax>;
