/** How long goods may be sent back, in the one shape in which configuration, stack and functions speak of it. */

import * as z from 'zod/mini';

/** Days after the delivery, the last one included; 0 is the day of the delivery alone. */
export const returns = z.strictObject({
  windowDays: z.int().check(z.nonnegative(), z.maximum(365)),
});

export type Returns = z.output<typeof returns>;
