/** The ordered key-value store under the tables: a folder (LevelDB) or memory, written in atomic batches. */
import { Stream } from 'node:stream';
import rules, { type LevelDb, type LevelOperation, type LevelRange } from 'dynalite/db/index.js';
import { type Item, isFields, isItem } from '../shapes.ts';

/** Above every character of the keys under one prefix, which are hexadecimal digits and slashes. */
const above = '~';

/** Values are fetched from the store in steps of so many. */
const valuesPerStep = 64;

/** The prefixes under which things are kept. Table names cannot contain a tilde. */
export const prefixOf = {
  table: 'table~',
  token: 'token~',
  items: (tableName: string): string => `item-${tableName}~`,
  index: (kind: string, tableName: string, indexName: string): string =>
    `index-${kind.toLowerCase()}~${tableName}~${indexName}~`,
};

export class Storage {
  readonly #level: LevelDb;
  /** What stood under each key that was written since the mark; undefined while there is none. */
  #before: Map<string, unknown> | undefined;

  private constructor(level: LevelDb) {
    this.#level = level;
  }

  /**
   * Opens the folder, or an empty store in memory.
   * @throws an error whose cause has the code LEVEL_LOCKED where another process has the folder open
   */
  static async open(folder: string | undefined): Promise<Storage> {
    const level = rules.create(folder === undefined ? {} : { path: folder }).db;
    await level.open();
    return new Storage(level);
  }

  /** What is kept under the key: a fresh copy at each call. */
  value(key: string): unknown {
    return this.#level.getSync(key);
  }

  item(key: string): Item | undefined {
    const value = this.#level.getSync(key);
    return isItem(value) ? value : undefined;
  }

  /** Writes all or nothing, and answers when a killed process would no longer lose it. */
  async write(operations: readonly LevelOperation[]): Promise<void> {
    for (const { key } of operations) this.#remember(key);
    if (operations.length > 0) await this.#level.batch(operations);
  }

  /** Remembers what is kept now. @returns how to go back to it, as often as wanted until the next mark */
  mark(): () => Promise<void> {
    const before = new Map<string, unknown>();
    this.#before = before;
    return async () => {
      const operations = [...before].map(
        ([key, value]): LevelOperation =>
          value === undefined ? { type: 'del', key } : { type: 'put', key, value },
      );
      if (operations.length > 0) await this.#level.batch(operations);
      before.clear();
    };
  }

  #remember(key: string): void {
    if (this.#before?.has(key) === false) this.#before.set(key, this.#level.getSync(key));
  }

  /** Everything under the prefix, in key order, with the prefix taken off the keys. */
  async *entries(prefix: string): AsyncGenerator<readonly [key: string, value: unknown]> {
    const iterator = this.#level.iterator({ gte: prefix, lt: prefix + above });
    try {
      for (;;) {
        const step = await iterator.nextv(valuesPerStep);
        if (step.length === 0) return;
        for (const [key, value] of step) yield [key.slice(prefix.length), value];
      }
    } finally {
      await iterator.close();
    }
  }

  async clear(prefix: string): Promise<void> {
    if (this.#before !== undefined)
      for await (const [key] of this.entries(prefix)) this.#remember(prefix + key);
    await this.#level.clear({ gte: prefix, lt: prefix + above });
  }

  /** The values of a range as the old-style stream that dynalite's query reads. */
  valueStream(prefix: string, range: LevelRange): ValueStream {
    const bounded: LevelRange = { reverse: range.reverse ?? false, limit: range.limit ?? -1 };
    if (range.gt !== undefined) bounded.gt = prefix + range.gt;
    else bounded.gte = prefix + (range.gte ?? '');
    if (range.lte !== undefined) bounded.lte = prefix + range.lte;
    else bounded.lt = prefix + (range.lt ?? above);
    return new ValueStream(this.#level, bounded);
  }

  async close(): Promise<void> {
    await this.#level.close();
  }
}

/** Emits `data` per value and `end`; dynalite destroys it when a page is full. */
class ValueStream extends Stream {
  #wanted = true;

  constructor(level: LevelDb, range: LevelRange) {
    super();
    this.#flow(level, range).catch((error: unknown) => this.emit('error', error));
  }

  destroy(): void {
    this.#wanted = false;
  }

  async #flow(level: LevelDb, range: LevelRange): Promise<void> {
    const iterator = level.values(range);
    try {
      while (this.#wanted) {
        const step = await iterator.nextv(valuesPerStep);
        if (step.length === 0) break;
        for (const value of step) if (this.#wanted && isFields(value)) this.emit('data', value);
      }
    } finally {
      await iterator.close();
    }
    this.emit('end');
  }
}
