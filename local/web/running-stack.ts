/** What runs, as the start page and the commands learn it from `GET /stack.json`. */
import * as z from 'zod/mini';

const demoCaller = z.object({
  name: z.string(),
  number: z.string(),
  pin: z.string(),
  /** What one can try with them. */
  shows: z.string(),
});
/** An invented customer whose number a telephone may call from. */
export type DemoCaller = z.infer<typeof demoCaller>;

export const runningStack = z.object({
  stackName: z.string(),
  region: z.string(),
  accountId: z.string(),
  /** Where the AWS SDK and the AWS CLI find the local services. */
  endpointUrl: z.string(),
  /** Outputs of the stack. */
  outputs: z.record(z.string(), z.string()),
  instanceArn: z.string(),
  numbers: z.array(z.string()),
  agents: z.array(z.object({ username: z.string(), name: z.string() })),
  queues: z.array(z.string()),
  functions: z.array(z.string()),
  /** What runs by itself: when, which function, when next (ms since 1970), and what went wrong the last time. */
  schedules: z.array(
    z.object({
      name: z.string(),
      expression: z.string(),
      timeZone: z.string(),
      functionName: z.string(),
      nextAtMs: z.optional(z.number()),
      trouble: z.optional(z.string()),
    }),
  ),
  /** Physical names of the tables. */
  tables: z.array(z.string()),
  /** Resources that have a name and attributes here and no behaviour: how many of each type. */
  passive: z.record(z.string(), z.number()),
  demoCallers: z.optional(z.array(demoCaller)),
});
export type RunningStack = z.infer<typeof runningStack>;
