/**
 * Which transactions were committed under which client token, so that a repeated request does nothing twice.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems-idempotency
 */
import { createHash } from 'node:crypto';
import type { LevelOperation } from 'dynalite/db/index.js';
import { parameterMismatch, transactionInProgress } from '../errors.ts';
import { type Fields, isFields } from '../shapes.ts';
import { prefixOf, type Storage } from './storage.ts';

/** How long a token protects after its transaction was committed. */
const tokenLifeMs = 10 * 60 * 1000;

interface Use {
  readonly digest: string;
  readonly atMs: number;
}

export class TransactionTokens {
  readonly #used = new Map<string, Use>();
  readonly #running = new Set<string>();

  static async load(storage: Storage): Promise<TransactionTokens> {
    const tokens = new TransactionTokens();
    await tokens.read(storage);
    return tokens;
  }

  /** Knows from now on what the store has. */
  async read(storage: Storage): Promise<void> {
    this.#used.clear();
    for await (const [key, use] of storage.entries(prefixOf.token)) {
      if (!isFields(use) || typeof use['digest'] !== 'string' || typeof use['atMs'] !== 'number') continue;
      this.#used.set(Buffer.from(key, 'hex').toString(), { digest: use['digest'], atMs: use['atMs'] });
    }
  }

  /**
   * Whether the transaction was committed under this token already.
   * @throws IdempotentParameterMismatchException where the token belongs to another transaction
   * @throws TransactionInProgressException where its transaction has not ended
   */
  isRepeated(token: string, digest: string, nowMs: number): boolean {
    if (this.#running.has(token)) throw transactionInProgress();
    const use = this.#used.get(token);
    if (use === undefined || nowMs - use.atMs >= tokenLifeMs) return false;
    if (use.digest !== digest) throw parameterMismatch();
    return true;
  }

  async running<T>(token: string, work: () => Promise<T>): Promise<T> {
    this.#running.add(token);
    try {
      return await work();
    } finally {
      this.#running.delete(token);
    }
  }

  /** What to commit together with the transaction. */
  record(token: string, digest: string, atMs: number): LevelOperation {
    return { type: 'put', key: storeKey(token), value: { digest, atMs } };
  }

  committed(token: string, digest: string, atMs: number): void {
    this.#used.delete(token);
    this.#used.set(token, { digest, atMs });
  }

  /** Forgets what protects no longer; what to take out of the store. */
  forgetExpired(nowMs: number): LevelOperation[] {
    const forgotten: LevelOperation[] = [];
    for (const [token, { atMs }] of this.#used) {
      if (nowMs - atMs < tokenLifeMs) continue;
      this.#used.delete(token);
      forgotten.push({ type: 'del', key: storeKey(token) });
    }
    return forgotten;
  }
}

/** Tokens are the caller's own text; as digits they cannot leave their prefix. */
function storeKey(token: string): string {
  return prefixOf.token + Buffer.from(token).toString('hex');
}

/** Equal for requests with the same actions, in whatever order their fields stand. */
export function digestOf(actions: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(actions, sortedFields)).digest('base64');
}

function sortedFields(_name: string, value: unknown): unknown {
  if (!isFields(value)) return value;
  const sorted: Fields = Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted;
}
