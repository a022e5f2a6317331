/** The one stack that every function called by a contact flow runs in: read, decide, answer. */

import middy from '@middy/core';
import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import { connectEventReader, contactIdOf, type FlowRequest } from './connect-event.ts';
import type { Contract, ResultOf } from './contract.ts';
import { Deadlines } from './deadlines.ts';
import { Fault } from './fault.ts';
import { type LogLine, logFault, logOutcome } from './log.ts';
import { resultCheck } from './result-check.ts';

/** A function parses a few small objects in its life: compiling their schemas would cost more than it saves. */
z.config({ jitless: true });

/** What a handler decides from. */
export interface FlowCall<C extends Contract> extends FlowRequest<C> {
  /** The clock; a test or the local cloud may have fixed it. */
  readonly now: () => Date;
  /** Aborts when the handler's time is over: every AWS request takes it. A write may still land afterwards. */
  readonly signal: AbortSignal;
}

/** What of Lambda's context is used. */
export interface InvocationContext {
  readonly getRemainingTimeInMillis: () => number;
}

export type ConnectHandler<C extends Contract> = (
  event: unknown,
  context: InvocationContext,
) => Promise<ResultOf<C>>;

/**
 * Makes the handler of a function. An outcome is returned; whatever throws is logged and thrown on, so that
 * Connect takes the block's error branch (after its own retries: a handler may run again for the same wish).
 */
export function connectFunction<C extends Contract>(
  contract: C,
  decide: (call: FlowCall<C>) => Promise<ResultOf<C>>,
): ConnectHandler<C> {
  const now = () => new Date();
  const deadlines = new Deadlines();
  const read = connectEventReader(contract);
  const check = resultCheck(contract);
  const late = () =>
    new Fault(`${contract.name} was not done after ${contract.handlerTimeoutMs} ms and gave up`);
  return middy<unknown, ResultOf<C>, Error, InvocationContext, { startedAtMs?: number }>(
    (event: unknown, context: InvocationContext) =>
      deadlines.within(
        Math.max(0, context.getRemainingTimeInMillis() - HANDLER_RESERVE_MS),
        async (signal) => check(await decide({ ...read(event), now, signal })),
        late,
      ),
    { timeoutEarlyInMillis: 0 },
  )
    .before((request) => {
      request.internal.startedAtMs = Date.now();
    })
    .after(({ event, internal, response }) => {
      logOutcome(logLine(contract, event, internal), `${response?.outcome}`);
    })
    .onError(({ event, internal, error }) => {
      logFault(logLine(contract, event, internal), error);
    });
}

function logLine(contract: Contract, event: unknown, { startedAtMs }: { startedAtMs?: number }): LogLine {
  const endedAtMs = Date.now();
  return {
    function: contract.name,
    contactId: contactIdOf(event),
    durationMs: endedAtMs - (startedAtMs ?? endedAtMs),
  };
}
