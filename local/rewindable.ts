/** What can go back to how it was: for who makes the same calls again and again, each as if it were the first. */

export interface Rewindable {
  /** Remembers how it is now. @returns how to go back to that, as often as wanted */
  mark(): () => void | Promise<void>;
}

/** Several as one. */
export function markAll(parts: readonly Rewindable[]): () => Promise<void> {
  const back = parts.map((part) => part.mark());
  return async () => {
    for (const each of back) await each();
  };
}
