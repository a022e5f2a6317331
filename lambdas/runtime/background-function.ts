/** The stack that a function in the background runs in: one event, one piece of work, and once more where it failed. */

import middy, { type MiddyHandlerObject } from '@middy/core';
import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import type { BackgroundContract } from './background-contract.ts';
import type { InvocationContext } from './connect-function.ts';
import { Fault } from './fault.ts';
import { type LogLine, logFault, logOutcome } from './log.ts';

z.config({ jitless: true });

/** What a run works with. */
export interface BackgroundRun<C extends BackgroundContract> {
  readonly payload: z.output<C['payload']>;
  readonly now: () => Date;
  /** Aborts when the function's time is over: every request takes it. */
  readonly signal: AbortSignal;
}

export type BackgroundHandler = (event: unknown, context: InvocationContext) => Promise<string>;

/**
 * Makes the handler. `work` returns in a word or two what came of it, for the log; whatever it throws is logged and
 * thrown on, so that Lambda runs it again. An event that is none of ours is refused, and nothing of it is told.
 */
export function backgroundFunction<C extends BackgroundContract>(
  contract: C,
  work: (run: BackgroundRun<C>) => Promise<string>,
): BackgroundHandler {
  const now = () => new Date();
  const line = ({ startedAtMs }: { startedAtMs?: number }): LogLine => {
    const endedAtMs = Date.now();
    const durationMs = endedAtMs - (startedAtMs ?? endedAtMs);
    return { function: contract.name, contactId: undefined, durationMs };
  };
  return middy<unknown, string, Error, InvocationContext, { startedAtMs?: number }>(
    async (event: unknown, _context: InvocationContext, { signal }: MiddyHandlerObject) => {
      const schema: C['payload'] = contract.payload;
      const payload = z.safeParse(schema, event);
      if (!payload.success) {
        const key = payload.error.issues[0]?.path.join('.') || 'the event itself';
        throw new Fault(
          `${contract.name} was started with ${key} not as its contract says; correct its caller`,
        );
      }
      return await work({ payload: payload.data, now, signal });
    },
    {
      timeoutEarlyInMillis: HANDLER_RESERVE_MS,
      timeoutEarlyResponse: () => {
        throw new Fault(`${contract.name} was not done in its time; Lambda runs it again`);
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
