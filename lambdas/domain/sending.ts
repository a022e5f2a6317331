/** Where messages go out, as the stack tells the functions that send them. */

import * as z from 'zod/mini';

/** The ARNs are those of the stack. */
export const sending = z.strictObject({
  company: z.string(),
  timeZone: z.string(),
  instanceId: z.string(),
  /** The number that text messages come from, and the flow of such a chat; absent where none are sent. */
  sms: z.optional(z.strictObject({ numberArn: z.string(), flowArn: z.string() })),
  /** The address that e-mails come from; absent where none are sent. */
  email: z.optional(z.string()),
  taskFlowArn: z.string(),
  /** Queues of departments; tasks of every other team go to support, or to the escalation team. */
  queueArns: z.record(z.string(), z.string()),
});
export type Sending = z.output<typeof sending>;
