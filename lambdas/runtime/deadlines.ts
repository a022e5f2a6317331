/** How long an invocation may take: when its time is over it is given up, whatever it still waits for. */

/** A timer of Node.js may fire so much before its time. */
const EARLY_MS = 1;

interface Running {
  readonly dueAtMs: number;
  readonly giveUp: () => void;
}

/**
 * The deadlines of one execution environment, which serves one invocation at a time. One timer serves many: it fires
 * when the first of them would be late, and is set again only for what runs then. A timer for each invocation would
 * cost a warm call 7 µs, a third of all that is ours; one that is set back for each, 3 µs.
 */
export class Deadlines {
  /** A list, because nearly always it has one entry: a set would give each of them a hash. */
  readonly #running: Running[] = [];
  #timer: NodeJS.Timeout | undefined;
  #firesAtMs = Number.POSITIVE_INFINITY;
  #controller = new AbortController();
  /** Asked for once: to ask a controller takes longer than to read a field. */
  #signal = this.#controller.signal;

  /** Does the work, or rejects with what `late` makes when the time is over; then the work's signal is aborted. */
  within<Result>(
    limitMs: number,
    work: (signal: AbortSignal) => Promise<Result>,
    late: () => Error,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const nowMs = performance.now();
      const running = { dueAtMs: nowMs + limitMs, giveUp: () => reject(late()) };
      this.#running.push(running);
      if (running.dueAtMs < this.#firesAtMs) this.#fireAt(running.dueAtMs, nowMs);
      work(this.#signal).then(
        (result) => {
          this.#forget(running);
          resolve(result);
        },
        (error: unknown) => {
          this.#forget(running);
          reject(error);
        },
      );
    });
  }

  #forget(running: Running): void {
    const at = this.#running.indexOf(running);
    if (at >= 0) this.#running.splice(at, 1);
  }

  /** The timer keeps no process alive: whatever the handler waits for does. */
  #fireAt(atMs: number, nowMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUpLate(), Math.ceil(atMs - nowMs)).unref();
    this.#firesAtMs = atMs;
  }

  #giveUpLate(): void {
    this.#firesAtMs = Number.POSITIVE_INFINITY;
    const nowMs = performance.now();
    const late = this.#running.filter(({ dueAtMs }) => dueAtMs <= nowMs + EARLY_MS);
    if (late.length > 0) {
      this.#controller.abort();
      this.#controller = new AbortController();
      this.#signal = this.#controller.signal;
    }
    for (const running of late) {
      this.#forget(running);
      running.giveUp();
    }
    const next = Math.min(...this.#running.map(({ dueAtMs }) => dueAtMs));
    if (next < this.#firesAtMs) this.#fireAt(next, nowMs);
  }
}
