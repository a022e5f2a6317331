/** Writes happen one after the other: each reads, decides and commits before the next one looks. */

export class WriteLock {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the work when everything before it has ended, however that ended. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine;
    return mine;
  }
}
