/** A table as the stores use it, and the one way in which they read what it holds. */

import type {
  DynamoDBDocumentClient,
  DynamoDBDocumentClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/lib-dynamodb';
import type { Command } from '@smithy/types';
import * as z from 'zod/mini';

/** A table and whoever asks it: a function in its role, or a person at the command line. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  /** The physical name. */
  readonly name: string;
}

/**
 * An item as its schema says. Throws where it is not: a table that somebody edited by hand must not become a
 * wrong sentence to a caller. The message names the attribute and never its value.
 */
export function readItem<Schema extends z.ZodMiniType>(
  schema: Schema,
  item: Readonly<Record<string, unknown>>,
  { name }: Table,
): z.output<Schema> {
  const parsed = z.safeParse(schema, item);
  if (parsed.success) return parsed.data;
  const attribute = parsed.error.issues[0]?.path.join('.') || 'an attribute';
  throw new Error(`an item of the table ${name} does not hold ${attribute} as it should; correct the item`);
}

type DocumentCommand<Input extends ServiceInputTypes, Output extends ServiceOutputTypes> = Command<
  ServiceInputTypes,
  Input,
  ServiceOutputTypes,
  Output,
  DynamoDBDocumentClientResolvedConfig
>;

/**
 * Sends a request unless the invocation has given up meanwhile: then it throws, and nothing is sent. A request that is
 * already under way goes on to its own time-out, which is shorter than the function's; to hand the signal on to the
 * client would cost every request 10 µs and could not take a write back either.
 */
export async function sendInTime<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  { client }: Table,
  command: DocumentCommand<Input, Output>,
  signal: AbortSignal,
): Promise<Output> {
  signal.throwIfAborted();
  return await client.send(command);
}
