/** Tasks of calls back that are over, by what Connect writes down of them. */

import * as z from 'zod/mini';
import { callbackKeyOf } from './callback.ts';
import { MESSAGE_REFERENCE } from './message.ts';

const readRecord = z.object({
  Channel: z.literal('TASK'),
  NextContactId: z.optional(z.nullable(z.string())),
  References: z.array(z.object({ Name: z.string(), Value: z.optional(z.nullable(z.string())) })),
});

/**
 * The message whose task a call back was, by the contact record of that task: made or not, nobody makes the call any
 * more. Undefined for any other contact, and for a task that goes on as another one.
 */
export function endedCallback(record: unknown): string | undefined {
  const read = z.safeParse(readRecord, record);
  if (!read.success || (read.data.NextContactId ?? undefined) !== undefined) return undefined;
  const message = read.data.References.find(({ Name }) => Name === MESSAGE_REFERENCE)?.Value ?? '';
  return callbackKeyOf(message) === undefined ? undefined : message;
}
