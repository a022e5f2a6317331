/** How often a function is tried that nobody waits for: by whoever delivers to it, and by Lambda when it failed. */
import type { InvocationResult } from './invocation.ts';

/** Before the second delivery, and twice as long before each further one, at most this. */
const BACKOFF_FIRST_MS = 1_000;
const BACKOFF_MAX_MS = 60_000;

/** Lambda runs a function that failed again after one and after two minutes (dg/invocation-async-error-handling). */
const RUN_AGAIN_MS = [60_000, 120_000];

/** What was tried so far. */
export interface Tries {
  /** Deliveries to the function before this one. */
  readonly tries: number;
  /** Times that the function itself failed. */
  readonly failures: number;
}

/** How long whoever delivers goes on. */
export interface Patience {
  readonly retriesMax: number;
  readonly triedForMs: number;
  /** Times that a function which failed is run again; twice where left out. */
  readonly runAgainMax?: number;
  /** When the first delivery was due, milliseconds since 1970. */
  readonly sinceMs: number;
}

/** Nothing where the function has done its work; else what to tell, and the next try unless it is given up. */
export interface Verdict {
  readonly what: string;
  readonly next: (Tries & { readonly dueMs: number }) | undefined;
}

/** How long to wait after so many deliveries that did not reach the function, ms. */
export const backoffMs = (tries: number): number => Math.min(BACKOFF_FIRST_MS * 2 ** tries, BACKOFF_MAX_MS);

/** What follows from a result. A refusal is not tried again: that does not help until somebody deploys. */
export function judge(
  result: InvocationResult,
  { tries, failures }: Tries,
  { retriesMax, triedForMs, sinceMs, runAgainMax = RUN_AGAIN_MS.length }: Patience,
  nowMs: number,
): Verdict | undefined {
  switch (result.kind) {
    case 'returned':
      return undefined;
    case 'function-error':
    case 'timed-out': {
      const afterMs = failures < runAgainMax ? RUN_AGAIN_MS[failures] : undefined;
      if (afterMs === undefined || nowMs + afterMs - sinceMs > triedForMs) return givenUp(result.message);
      return again(result.message, { tries, failures: failures + 1, dueMs: nowMs + afterMs }, nowMs);
    }
    case 'throttled':
    case 'service-error': {
      const dueMs = nowMs + backoffMs(tries);
      if (tries >= retriesMax || dueMs - sinceMs > triedForMs) return givenUp(result.message);
      return again(result.message, { tries: tries + 1, failures, dueMs }, nowMs);
    }
    case 'denied':
    case 'not-found':
      return givenUp(result.message);
  }
}

const givenUp = (message: string): Verdict => ({ what: `${message} (given up)`, next: undefined });

const again = (message: string, next: Tries & { readonly dueMs: number }, nowMs: number): Verdict => ({
  what: `${message} (again in ${(next.dueMs - nowMs) / 1000} s)`,
  next,
});
