/** What calls have taken of the flows, as files keep it and pages and commands read it. */
import * as z from 'zod/mini';

const count = z.int().check(z.nonnegative());

export const coverageRecord = z.object({
  flows: z.array(
    z.object({
      flow: z.string(),
      transitions: z.array(
        z.object({
          step: z.string(),
          type: z.string(),
          branch: z.string(),
          to: z.exactOptional(z.string()),
          taken: count,
        }),
      ),
    }),
  ),
});
export type ShownCoverage = z.infer<typeof coverageRecord>;
