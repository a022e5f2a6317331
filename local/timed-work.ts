/** Work of the local cloud that is due at certain moments: schedules, deliveries, readers of streams. */

export interface TimedWork {
  /** Milliseconds since 1970; undefined while nothing is due. */
  nextDueAtMs(): number | undefined;
  /** Begins what is due by now. @returns when all that it began is over */
  runDue(): Promise<void>;
  /** Calls back when something is due that may be earlier than what was. Returns how to stop. */
  onEarlier?(listener: () => void): () => void;
}

/** Several as one; what one of them causes in another is due for the next run. */
export const together = (parts: readonly TimedWork[], nowMs: () => number): TimedWork => ({
  nextDueAtMs() {
    const due = parts.flatMap((part) => part.nextDueAtMs() ?? []);
    return due.length === 0 ? undefined : Math.min(...due);
  },
  async runDue() {
    const now = nowMs();
    const due = parts.filter((part) => (part.nextDueAtMs() ?? Number.POSITIVE_INFINITY) <= now);
    await Promise.all(due.map((part) => part.runDue()));
  },
  onEarlier(listener) {
    const stops = parts.flatMap((part) => part.onEarlier?.(listener) ?? []);
    return () => {
      for (const stop of stops) stop();
    };
  },
});

/** Whoever wants to hear of something, and how each stops. */
export class Listeners<Heard extends readonly unknown[]> {
  readonly #all = new Set<(...heard: Heard) => void>();

  add(listener: (...heard: Heard) => void): () => void {
    const own = (...heard: Heard): void => listener(...heard);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  tell(...heard: Heard): void {
    for (const listener of this.#all) listener(...heard);
  }
}
