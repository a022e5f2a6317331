/** What stands behind the protocol: a store of tables that runs one authorised operation after another. */
import type { ItemChange } from './changes.ts';
import type { Fields, TableDescription } from './shapes.ts';

/** Where the tables are said to be. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

export interface Engine {
  /**
   * Runs one operation of the DynamoDB API that was authorised before.
   * @throws DynamoDbError every answer other than 200
   */
  run(operation: string, input: Fields): Promise<Fields>;
  /** The table as it stands; for the key names that authorisation speaks of. */
  table(tableName: string): TableDescription | undefined;
  tableNames(): readonly string[];
  /** Deletes what has expired, and says how many items that were. */
  sweepExpired(nowMs: number): Promise<number>;
  /** Calls the listener after each committed change, in the order of the commits. Returns how to stop that. */
  onChange(listener: (change: ItemChange) => void): () => void;
  /**
   * Remembers the items of all tables, which stay until the last return. @returns how to go back to them
   * @throws Error where the engine cannot
   */
  mark(): () => Promise<void>;
  close(): Promise<void>;
}

export function tableArn(place: Place, tableName: string): string {
  return `arn:aws:dynamodb:${place.region}:${place.accountId}:table/${tableName}`;
}
