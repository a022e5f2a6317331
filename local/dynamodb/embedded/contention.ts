/**
 * Which items are in a transaction that has begun and not ended. DynamoDB never waits for such an item: it refuses.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 */
import { transactionConflict } from '../errors.ts';

export class Contention {
  readonly #held = new Set<string>();

  isHeld(itemKey: string): boolean {
    return this.#held.has(itemKey);
  }

  /** @throws TransactionConflictException where a transaction holds the item */
  refuseHeld(itemKey: () => string | undefined): void {
    if (this.#held.size === 0) return;
    const key = itemKey();
    if (key !== undefined && this.#held.has(key)) throw transactionConflict();
  }

  /** Holds the items while the work runs. Nobody may hold one of them already. */
  async holding<T>(itemKeys: readonly string[], work: () => Promise<T>): Promise<T> {
    for (const key of itemKeys) this.#held.add(key);
    try {
      return await work();
    } finally {
      for (const key of itemKeys) this.#held.delete(key);
    }
  }
}
