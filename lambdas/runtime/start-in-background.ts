/** Starts another function of ours and does not wait for it. */

import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type * as z from 'zod/mini';
import { CONNECTION_TIMEOUT_MS } from '../domain/limits.ts';
import type { BackgroundContract } from './background-contract.ts';
import { BACKGROUND_VARIABLE, type BackgroundStart } from './contract.ts';
import { Fault } from './fault.ts';

/** Starts a function with what its contract says. Resolves once Lambda has the event, and keeps it until it has run. */
export type Starter<C extends BackgroundContract> = (
  payload: z.input<C['payload']>,
  signal: AbortSignal,
) => Promise<void>;

/** The part of a contract that says what may be started. */
export interface Starting {
  readonly name: string;
  readonly sdkAttempts: number;
  readonly startsInBackground?: BackgroundStart;
}

/** The same where the stack may do without the other function; undefined where it does. */
export const starterIfThere = <C extends BackgroundContract>(
  starting: Starting,
  background: C,
): Starter<C> | undefined =>
  (process.env[BACKGROUND_VARIABLE] ?? '') === '' ? undefined : starterOf(starting, background);

/** Opens no connection yet. @throws where the contract of the caller does not name the function that it starts */
export function starterOf<C extends BackgroundContract>(
  { name, sdkAttempts, startsInBackground }: Starting,
  background: C,
): Starter<C> {
  if (startsInBackground?.function !== background.name)
    throw new Error(`${name} may not start ${background.name}; name it in its contract`);
  const { attemptTimeoutMs } = startsInBackground;
  const FunctionName = process.env[BACKGROUND_VARIABLE];
  if (FunctionName === undefined || FunctionName === '')
    throw new Fault(
      `${BACKGROUND_VARIABLE} is not set; it must hold the ARN of ${background.name}, and the stack sets it`,
    );
  const client = new LambdaClient({
    maxAttempts: sdkAttempts,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, attemptTimeoutMs),
      requestTimeout: attemptTimeoutMs,
      /** Without it the client only warns, and waits on. */
      throwOnRequestTimeout: true,
    },
  });
  return async (payload, signal) => {
    signal.throwIfAborted();
    await client.send(
      new InvokeCommand({
        FunctionName,
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify(payload)),
      }),
    );
  };
}
