/** The Amazon Connect client of a function: its limits are those of the function's contract. */

import { ConnectClient } from '@aws-sdk/client-connect';
import { CONNECTION_TIMEOUT_MS } from '../domain/limits.ts';
import type { Contract } from './contract.ts';

/**
 * Opens no connection yet. The connection is kept between invocations, as the client is.
 * @throws where the contract neither starts a task nor asks the instance: its function has no leave to ask anything of Connect
 */
export function openConnect({ name, sdkAttempts, startsTask, asksInstance }: Contract): ConnectClient {
  const asked = startsTask ?? asksInstance;
  if (asked === undefined) {
    throw new Error(
      `${name} may ask nothing of Connect; name the task that it starts, or what it asks, in its contract`,
    );
  }
  return connectClient({ sdkAttempts, attemptTimeoutMs: asked.attemptTimeoutMs });
}

/** As {@link openConnect}, for a function that no flow calls. */
export function connectClient({
  sdkAttempts,
  attemptTimeoutMs,
}: Pick<Contract, 'sdkAttempts' | 'attemptTimeoutMs'>): ConnectClient {
  return new ConnectClient({
    maxAttempts: sdkAttempts,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, attemptTimeoutMs),
      requestTimeout: attemptTimeoutMs,
      /** Without it the client only warns, and waits on. */
      throwOnRequestTimeout: true,
    },
  });
}
