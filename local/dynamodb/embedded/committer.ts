/** The only way in which items change: planned writes are committed as one, then told to whoever watches. */
import type { LevelOperation } from 'dynalite/db/index.js';
import { changeBetween, type ItemChange } from '../changes.ts';
import type { Storage } from './storage.ts';
import { WriteLock } from './write-lock.ts';
import { keysOf, type WritePlan } from './write-plan.ts';

/** What a commit needs to know of a write; time to live commits deletions that nobody planned as a request. */
export type Write = Pick<WritePlan, 'table' | 'key' | 'before' | 'after' | 'operations'>;

export class Committer {
  readonly #storage: Storage;
  readonly #now: () => number;
  readonly #lock = new WriteLock();
  readonly #listeners = new Set<(change: ItemChange) => void>();
  readonly #observers = new Set<(write: Write) => void>();

  constructor(storage: Storage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Runs work during which nothing else writes. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#lock.run(work);
  }

  /**
   * Commits all writes or none; call it inside `exclusively`.
   * @param more further changes of the store that stand or fall with the writes
   */
  async commit(
    writes: readonly Write[],
    more: readonly LevelOperation[] = [],
    by?: ItemChange['userIdentity'],
  ): Promise<void> {
    const [only] = writes;
    const operations =
      writes.length === 1 && only && more.length === 0
        ? only.operations
        : [...writes.flatMap((write) => write.operations), ...more];
    await this.#storage.write(operations);
    for (const write of writes) for (const observe of this.#observers) observe(write);
    if (this.#listeners.size > 0) this.#tell(writes, by);
  }

  /** Sees every committed write, also one that changed nothing. */
  observe(observer: (write: Write) => void): void {
    this.#observers.add(observer);
  }

  onChange(listener: (change: ItemChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(writes: readonly Write[], by: ItemChange['userIdentity']): void {
    for (const { table, before, after } of writes) {
      const change = changeBetween(
        table.TableName,
        keysOf(table, after ?? before),
        before,
        after,
        this.#now(),
      );
      if (change === undefined) continue;
      for (const listener of this.#listeners) listener(by ? { ...change, userIdentity: by } : change);
    }
  }
}
