/** How long an invocation may take: when its time is over it is given up, whatever it still waits for. */

/** A handler's time may end so much later than the remaining time says: the clock of an invocation starts in between. */
const TOLERANCE_MS = 20;

interface Running {
  readonly dueAtMs: number;
  readonly giveUp: () => void;
}

/**
 * The deadlines of one execution environment. An environment serves one invocation at a time, one as long as the
 * other, so that one timer is set back for each: to set a new one and clear it costs a warm call 7 µs, a third of all
 * that is ours.
 */
export class Deadlines {
  readonly #usualMs: number;
  readonly #running = new Set<Running>();
  #timer: NodeJS.Timeout | undefined;
  #controller = new AbortController();

  /** @param usualMs the handler's time in an invocation that has just begun */
  constructor(usualMs: number) {
    this.#usualMs = usualMs;
  }

  /** Does the work, or rejects with what `late` makes when the time is over; then the work's signal is aborted. */
  within<Result>(
    limitMs: number,
    work: (signal: AbortSignal) => Promise<Result>,
    late: () => Error,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const running = { dueAtMs: performance.now() + limitMs, giveUp: () => reject(late()) };
      this.#running.add(running);
      this.#arm(limitMs);
      work(this.#controller.signal).then(
        (result) => {
          this.#running.delete(running);
          resolve(result);
        },
        (error: unknown) => {
          this.#running.delete(running);
          reject(error);
        },
      );
    });
  }

  #arm(limitMs: number): void {
    const isUsual = limitMs >= this.#usualMs - TOLERANCE_MS;
    if (!isUsual || this.#running.size > 1) this.#startTimer(limitMs);
    else if (this.#timer === undefined) this.#timer = this.#startTimer(this.#usualMs);
    else this.#timer.refresh();
  }

  /** It keeps no process alive: whatever the handler waits for does. */
  #startTimer(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => this.#giveUpLate(), delayMs).unref();
  }

  #giveUpLate(): void {
    const nowMs = performance.now() + TOLERANCE_MS;
    const late = [...this.#running].filter(({ dueAtMs }) => dueAtMs <= nowMs);
    if (late.length === 0) return;
    this.#controller.abort();
    this.#controller = new AbortController();
    for (const running of late) {
      this.#running.delete(running);
      running.giveUp();
    }
  }
}
