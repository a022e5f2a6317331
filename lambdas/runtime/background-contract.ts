/**
 * What a function that works in the background agrees on with the stack and with whoever starts it: it is started by
 * an event, nobody waits for it, and Lambda runs it again where it fails (docs/slow-back-ends.md).
 */

import type * as z from 'zod/mini';
import { HANDLER_RESERVE_MS, SDK_ATTEMPTS } from '../domain/limits.ts';
import type { TableUse } from './contract.ts';
import type { ConnectAction } from './scheduled-contract.ts';

export interface BackgroundTerms<
  Payload extends z.ZodMiniType = z.ZodMiniType,
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> {
  /** The function's folder, e.g. `take-payment`. */
  readonly name: string;
  /** One sentence, shown with the deployed function. */
  readonly purpose: string;
  /** What it is started with; it names the wish by a key, so that the same event may come twice. */
  readonly payload: Payload;
  /** Runs after the first where it fails: Lambda waits one minute, then two. */
  readonly retriesMax: 0 | 1 | 2;
  /** Seconds after which an event is not run any more: 60 to 21,600. */
  readonly eventAgeMaxSeconds: number;
  /** Environment variables besides the tables' names: each holds JSON of this schema. */
  readonly environment: Environment;
  readonly functionTimeoutSeconds: number;
  readonly memoryMb: number;
  /** Requests of tables that wait for one another in the longest run. */
  readonly requestsInSequence: number;
  /** Longest wait for one attempt of one AWS request. */
  readonly attemptTimeoutMs: number;
  /** Longest wait for everybody else whom it asks, ms in all. */
  readonly othersTimeoutMs: number;
  readonly uses: readonly TableUse[];
  /** Whether it reads the secret of payments. */
  readonly readsSecret?: true;
  /** What it asks of Amazon Connect, if anything; the stack says of which resources. */
  readonly connectActions?: readonly ConnectAction[];
}

export type BackgroundContract<
  Payload extends z.ZodMiniType = z.ZodMiniType,
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> = BackgroundTerms<Payload, Environment> & { readonly sdkAttempts: number };

/** Makes a contract. Throws where its requests together do not fit into the function's time. */
export function defineBackgroundFunction<
  Payload extends z.ZodMiniType,
  Environment extends Readonly<Record<string, z.ZodMiniType>>,
>(terms: BackgroundTerms<Payload, Environment>): BackgroundContract<Payload, Environment> {
  const { name, requestsInSequence, attemptTimeoutMs, othersTimeoutMs, functionTimeoutSeconds } = terms;
  const neededMs =
    requestsInSequence * SDK_ATTEMPTS * attemptTimeoutMs + othersTimeoutMs + HANDLER_RESERVE_MS;
  if (neededMs >= functionTimeoutSeconds * 1000) {
    throw new Error(
      `${name}: its requests may take ${neededMs} ms, which must be less than the function's ${functionTimeoutSeconds * 1000} ms`,
    );
  }
  return { ...terms, sdkAttempts: SDK_ATTEMPTS };
}
