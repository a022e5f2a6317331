/** What runs, as the start page and the commands learn it from `GET /stack.json`. */
import * as z from 'zod/mini';

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
  /** Physical names of the tables. */
  tables: z.array(z.string()),
  /** Resources that have a name and attributes here and no behaviour: how many of each type. */
  passive: z.record(z.string(), z.number()),
});
export type RunningStack = z.infer<typeof runningStack>;
