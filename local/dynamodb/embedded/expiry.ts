/**
 * Time to live: which items are due, and their deletion.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
import type { LevelOperation } from 'dynalite/db/index.js';
import rules from 'dynalite/db/index.js';
import { type Item, isItem } from '../shapes.ts';
import type { Catalog, TableRecord } from './catalog.ts';
import type { Committer, Write } from './committer.ts';
import { prefixOf, type Storage } from './storage.ts';
import { indexEntryKey } from './write-plan.ts';

/** An expiry further back is taken for a mistake, and the item stays. */
const oldestExpiryMs = 5 * 365 * 24 * 60 * 60 * 1000;

const byTimeToLive = { type: 'Service', principalId: 'dynamodb.amazonaws.com' } as const;

export class Expiry {
  readonly #storage: Storage;
  readonly #catalog: Catalog;
  readonly #committer: Committer;
  /** For each table with time to live: the expiry of each item that has one, in milliseconds. */
  readonly #due = new Map<string, Map<string, number>>();

  constructor(storage: Storage, catalog: Catalog, committer: Committer) {
    this.#storage = storage;
    this.#catalog = catalog;
    this.#committer = committer;
    committer.observe((write) => this.#note(write.table.TableName, write.key, write.after));
  }

  /** Looks through the table again, after time to live was switched or the process started. */
  async follow(tableName: string): Promise<void> {
    const attribute = this.#catalog.find(tableName)?.timeToLiveAttribute;
    this.#due.delete(tableName);
    if (attribute === undefined) return;
    this.#due.set(tableName, new Map());
    for await (const [key, item] of this.#storage.entries(prefixOf.items(tableName)))
      if (isItem(item)) this.#note(tableName, key, item);
  }

  #note(tableName: string, key: string, item: Item | undefined): void {
    const due = this.#due.get(tableName);
    if (due === undefined) return;
    const expiryMs = this.#expiryMs(tableName, item);
    if (expiryMs === undefined) due.delete(key);
    else due.set(key, expiryMs);
  }

  #expiryMs(tableName: string, item: Item | undefined): number | undefined {
    const attribute = this.#catalog.find(tableName)?.timeToLiveAttribute;
    const seconds = attribute === undefined ? undefined : item?.[attribute]?.['N'];
    return typeof seconds === 'string' ? Number(seconds) * 1000 : undefined;
  }

  /** Deletes what is due, and says how many items that were. Until then an expired item is there for every reader. */
  async sweep(nowMs: number): Promise<number> {
    const isDue = (expiryMs: number): boolean => expiryMs <= nowMs && expiryMs > nowMs - oldestExpiryMs;
    let deleted = 0;
    for (const [tableName, due] of this.#due) {
      for (const [key, expiryMs] of due) {
        if (!isDue(expiryMs)) continue;
        deleted += await this.#committer.exclusively(async () => {
          const record = this.#catalog.find(tableName);
          const item = this.#storage.item(prefixOf.items(tableName) + key);
          // The item may have been given more time since.
          const current = this.#expiryMs(tableName, item);
          if (record === undefined || item === undefined || current === undefined || !isDue(current))
            return 0;
          await this.#committer.commit([deletion(record, key, item)], [], byTimeToLive);
          return 1;
        });
      }
    }
    return deleted;
  }
}

function deletion({ description: table }: TableRecord, key: string, before: Item): Write {
  const operations: LevelOperation[] = [{ type: 'del', key: prefixOf.items(table.TableName) + key }];
  const kinds = { global: table.GlobalSecondaryIndexes ?? [], local: table.LocalSecondaryIndexes ?? [] };
  for (const [kind, indexes] of Object.entries(kinds))
    for (const { index, key: entry } of rules.getIndexActions(indexes, before, null, table).deletes)
      operations.push({
        type: 'del',
        key: prefixOf.index(kind, table.TableName, index) + indexEntryKey(entry, key),
      });
  return { table, key, before, after: undefined, operations };
}
