/** Text messages and e-mails as pages and commands read them: what the local centre was given to send, with its words. */
import * as z from 'zod/mini';

const sentMessage = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'email']),
  /** A number or an address. */
  to: z.string(),
  from: z.string(),
  subject: z.optional(z.string()),
  text: z.string(),
  atMs: z.number(),
  /** What its sender calls it: the id of our message comes first, up to a `/`. */
  token: z.optional(z.string()),
});
export type ShownMessage = z.infer<typeof sentMessage>;

/** `GET /messages.json`, the latest first. */
export const sentMessages = z.object({ messages: z.array(sentMessage) });
