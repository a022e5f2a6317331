/** A table as the stores use it, and the one way in which they read what it holds. */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

/** A table and whoever asks it: a function in its role, or a person at the command line. */
export interface Table {
  readonly client: DynamoDBClient;
  /** The physical name. */
  readonly name: string;
}

/** An item, a key, or the values of an expression, as JavaScript has them; nothing in it is undefined. */
export type Plain = Readonly<Record<string, unknown>>;

/**
 * An item as its schema says. Throws where it is not: a table that somebody edited by hand must not become a
 * wrong sentence to a caller. The message names the attribute and never its value.
 */
export function readItem<Schema extends z.ZodMiniType>(
  schema: Schema,
  item: Plain,
  { name }: Table,
): z.output<Schema> {
  const parsed = z.safeParse(schema, item);
  if (parsed.success) return parsed.data;
  throw new WrongItem(name, parsed.error.issues[0]?.path.join('.') || 'an attribute');
}

/** An item is not as it should be: somebody has edited it by hand. */
export class WrongItem extends Error {
  constructor(tableName: string, attribute: string) {
    super(`an item of the table ${tableName} does not hold ${attribute} as it should; correct the item`);
  }
}
