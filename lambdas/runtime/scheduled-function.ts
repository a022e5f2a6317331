/** The stack that a function on a schedule runs in: it works piece by piece while there is time. */

import middy, { type MiddyHandlerObject } from '@middy/core';
import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import type { InvocationContext } from './connect-function.ts';
import { Fault } from './fault.ts';
import { type LogLine, logFault, logOutcome } from './log.ts';
import type { ScheduledContract } from './scheduled-contract.ts';

z.config({ jitless: true });

/** What a run works with. */
export interface ScheduledRun {
  readonly now: () => Date;
  /** Aborts when the function's time is over: every AWS request takes it. */
  readonly signal: AbortSignal;
  /** Whether one more piece of the work fits into the time that is left. */
  readonly hasTime: () => boolean;
}

export type ScheduledHandler = (event: unknown, context: InvocationContext) => Promise<string>;

/**
 * Makes the handler. `work` returns in a few words what it did, for the log; whatever it throws is logged and thrown
 * on, so that Lambda counts an error and runs it again.
 */
export function scheduledFunction(
  contract: ScheduledContract,
  work: (run: ScheduledRun) => Promise<string>,
): ScheduledHandler {
  const now = () => new Date();
  const line = ({ startedAtMs }: { startedAtMs?: number }): LogLine => {
    const endedAtMs = Date.now();
    const durationMs = endedAtMs - (startedAtMs ?? endedAtMs);
    return { function: contract.name, contactId: undefined, durationMs };
  };
  return middy<unknown, string, Error, InvocationContext, { startedAtMs?: number }>(
    async (_event: unknown, context: InvocationContext, { signal }: MiddyHandlerObject) => {
      const hasTime = () => context.getRemainingTimeInMillis() > contract.pieceTimeoutMs;
      return await work({ now, signal, hasTime });
    },
    {
      timeoutEarlyInMillis: HANDLER_RESERVE_MS,
      timeoutEarlyResponse: () => {
        throw new Fault(`${contract.name} was not done in its time; the next run goes on`);
      },
    },
  )
    .before(({ internal }) => {
      internal.startedAtMs = Date.now();
    })
    .after(({ internal, response }) => {
      logOutcome(line(internal), `${response}`);
    })
    .onError(({ internal, error }) => {
      logFault(line(internal), error);
    });
}
