/** What a function that a schedule invokes agrees on with the stack: when it runs, for how long, and what it may touch. */

import type * as z from 'zod/mini';
import { HANDLER_RESERVE_MS, SDK_ATTEMPTS } from '../domain/limits.ts';
import type { TableUse } from './contract.ts';

/** What a function that nobody waits for may ask of Amazon Connect. */
export type ConnectAction =
  | 'connect:StartTaskContact'
  | 'connect:StartOutboundChatContact'
  | 'connect:SendOutboundEmail';

/** When a function runs by itself. */
export interface ScheduleTerms {
  /** `rate(…)`, `cron(…)` or `at(…)` of EventBridge Scheduler. */
  readonly expression: string;
  /** Whose clocks the expression means; those of UTC where left out. */
  readonly clocks?: 'of the centre';
  /** Tries after the first while the function cannot be invoked; what it does itself, the next run does again. */
  readonly retriesMax: number;
  /** Seconds after which a run is not tried any more: 60 to 86,400. */
  readonly triedForSeconds: number;
}

export interface ScheduledTerms<
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> {
  /** The function's folder, e.g. `settle-orders`. */
  readonly name: string;
  /** One sentence, shown with the deployed function. */
  readonly purpose: string;
  readonly schedule: ScheduleTerms;
  /** Environment variables besides the tables' names: each holds JSON of this schema. */
  readonly environment: Environment;
  readonly functionTimeoutSeconds: number;
  readonly memoryMb: number;
  /** AWS requests that wait for one another for one piece of the work. */
  readonly requestsInSequence: number;
  /** Longest wait for one attempt of one AWS request. */
  readonly attemptTimeoutMs: number;
  readonly uses: readonly TableUse[];
  /** Whether it reads the secret of payments. */
  readonly readsSecret?: true;
  /** What it asks of Amazon Connect, if anything; the stack says of which resources. */
  readonly connectActions?: readonly ConnectAction[];
}

export type ScheduledContract<
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> = ScheduledTerms<Environment> & {
  readonly sdkAttempts: number;
  /** Longest time that one piece of the work may take: none is begun when less is left. */
  readonly pieceTimeoutMs: number;
};

/** Makes a contract. Throws where not even one piece of the work fits into the function's time. */
export function defineScheduledFunction<Environment extends Readonly<Record<string, z.ZodMiniType>>>(
  terms: ScheduledTerms<Environment>,
): ScheduledContract<Environment> {
  const { name, requestsInSequence, attemptTimeoutMs, functionTimeoutSeconds } = terms;
  const pieceTimeoutMs = requestsInSequence * SDK_ATTEMPTS * attemptTimeoutMs + HANDLER_RESERVE_MS;
  if (pieceTimeoutMs >= functionTimeoutSeconds * 1000) {
    throw new Error(
      `${name}: one piece of its work may take ${pieceTimeoutMs} ms, which must be less than the function's ${functionTimeoutSeconds * 1000} ms`,
    );
  }
  return { ...terms, sdkAttempts: SDK_ATTEMPTS, pieceTimeoutMs };
}
