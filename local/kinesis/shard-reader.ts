/** Reads one shard for one function: batches in order, one at a time, and what is done about a batch that fails. */
import { backoffMs } from '../lambda/asynchronous-tries.ts';
import type { Rewindable } from '../rewindable.ts';
import type { Mapping } from './mapping.ts';
import type { StreamRecord } from './streams.ts';

/** What came of a batch: all done, the first record that was not, or nothing of it. */
export type BatchOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string; readonly from?: string };

interface Attempt {
  readonly records: readonly StreamRecord[];
  /** Tries that have failed; a batch that is cut in two starts no new count. */
  readonly failures: number;
  readonly dueMs: number;
}

/** A batch that is tried no more, and why. */
export interface GivenUp {
  readonly records: readonly StreamRecord[];
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
}

/** The service looks for new records once a second (dg/with-kinesis, polling and batching streams). */
const POLL_MS = 1_000;

export class ShardReader implements Rewindable {
  readonly shardId: string;
  readonly #mapping: Mapping;
  readonly #retentionMs: number;
  #waiting: StreamRecord[] = [];
  /** Before what is waiting: the shard goes on when these are done with. */
  #attempts: Attempt[] = [];
  #busy = false;

  constructor(shardId: string, mapping: Mapping, retentionMs: number) {
    this.shardId = shardId;
    this.#mapping = mapping;
    this.#retentionMs = retentionMs;
  }

  add(record: StreamRecord): void {
    this.#waiting.push(record);
  }

  mark(): () => void {
    const waiting = [...this.#waiting];
    const attempts = [...this.#attempts];
    return () => {
      this.#waiting = [...waiting];
      this.#attempts = [...attempts];
    };
  }

  nextDueAtMs(): number | undefined {
    if (this.#busy) return undefined;
    const [attempt] = this.#attempts;
    if (attempt !== undefined) return attempt.dueMs;
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    const full = this.#waiting[this.#mapping.batchSize - 1];
    return full === undefined ? first.arrivedMs + Math.max(POLL_MS, this.#mapping.windowMs) : full.arrivedMs;
  }

  /**
   * Gives the next batch to the function, where one is due.
   * @returns what was given up
   */
  async run(
    nowMs: number,
    invoke: (records: readonly StreamRecord[], tries: number) => Promise<BatchOutcome>,
  ): Promise<readonly GivenUp[]> {
    const dueMs = this.nextDueAtMs();
    if (dueMs === undefined || dueMs > nowMs) return [];
    const attempt = this.#attempts.shift() ?? {
      records: this.#waiting.splice(0, this.#mapping.batchSize),
      failures: 0,
      dueMs,
    };
    const { fresh, tooOld } = this.#byAge(attempt.records, nowMs);
    if (fresh.length === 0) return tooOld;
    this.#busy = true;
    try {
      const outcome = await invoke(fresh, attempt.failures);
      if (outcome.kind === 'done') return tooOld;
      return [...tooOld, ...this.#failed({ ...attempt, records: fresh }, outcome.from, nowMs)];
    } finally {
      this.#busy = false;
    }
  }

  #byAge(records: readonly StreamRecord[], nowMs: number): { fresh: StreamRecord[]; tooOld: GivenUp[] } {
    const ageMaxMs = Math.min(this.#mapping.ageMaxMs, this.#retentionMs);
    const fresh = records.filter(({ arrivedMs }) => nowMs - arrivedMs <= ageMaxMs);
    const old = records.filter(({ arrivedMs }) => nowMs - arrivedMs > ageMaxMs);
    return {
      fresh,
      tooOld: old.length === 0 ? [] : [{ records: old, condition: 'RecordAgeExceeded' }],
    };
  }

  /** From the first record that failed on, or in two halves, or as it was: the order of the shard stays. */
  #failed({ records, failures }: Attempt, from: string | undefined, nowMs: number): readonly GivenUp[] {
    const { bisects, retriesMax } = this.#mapping;
    const dueMs = nowMs + backoffMs(failures);
    const at = from === undefined ? 0 : records.findIndex(({ sequenceNumber }) => sequenceNumber === from);
    if (at > 0) {
      this.#attempts.unshift({ records: records.slice(at), failures: 0, dueMs });
      return [];
    }
    if (bisects && records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      this.#attempts.unshift(
        { records: records.slice(0, middle), failures, dueMs },
        { records: records.slice(middle), failures, dueMs },
      );
      return [];
    }
    if (failures >= retriesMax) return [{ records, condition: 'RetryAttemptsExhausted' }];
    this.#attempts.unshift({ records, failures: failures + 1, dueMs });
    return [];
  }
}
