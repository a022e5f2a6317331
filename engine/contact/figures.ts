/** What is counted of contacts and queues while they last. */

/** How often and how long the agent has put the caller on hold. */
export interface Holds {
  count: number;
  totalMs: number;
  longestMs: number;
  /** Set while the caller is on hold. */
  sinceMs: number | undefined;
}

/** How fast the queue moves, for estimated waits. */
export interface Pace {
  /** Of the last contacts that left while somebody waited: the time since the one before. */
  readonly intervalsMs: number[];
  /** Where in it the next one goes, in the place of the oldest when all places are taken. */
  next: number;
  /** When the last one left, or the queue was last found empty. */
  movedAtMs: number;
}
