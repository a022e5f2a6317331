/** The stack that a function for contact records and contact events runs in: record by record, and what fails comes again. */

import middy, { type MiddyHandlerObject } from '@middy/core';
import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import type { InvocationContext } from './connect-function.ts';
import type { EventContract } from './event-contract.ts';
import { Fault } from './fault.ts';
import { type LogLine, logFault, logOutcome } from './log.ts';

z.config({ jitless: true });

/** What the work on one record or event has. */
export interface EventRun {
  /** Aborts when the function's time is over: every AWS request takes it. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** Each answers in a word what came of it, for the log, and throws where it has to come again. */
export interface EventWork {
  readonly record: (record: unknown, run: EventRun) => Promise<string>;
  readonly event: (detail: unknown, run: EventRun) => Promise<string>;
}

/** What Lambda takes for the answer to a batch: the first record that has to come again, with all after it. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export type EventHandler = (event: unknown, context: InvocationContext) => Promise<BatchAnswer | string>;

/** The part of Lambda's events that is read. */
const batch = z.object({
  Records: z.array(z.object({ kinesis: z.object({ sequenceNumber: z.string(), data: z.string() }) })),
});
const single = z.object({ 'detail-type': z.string(), detail: z.unknown() });

type Times = { startedAtMs?: number };

/** Makes the handler. */
export function eventFunction(contract: EventContract, work: EventWork): EventHandler {
  const now = () => new Date();
  const line = ({ startedAtMs }: Times): LogLine => {
    const endedAtMs = Date.now();
    const durationMs = endedAtMs - (startedAtMs ?? endedAtMs);
    return { function: contract.name, contactId: undefined, durationMs };
  };

  /** In the order of the stream; after one that failed nothing is tried, because it comes again with it. */
  const workThrough = async (
    records: z.output<typeof batch>['Records'],
    run: EventRun,
    hasTime: () => boolean,
    times: Times,
  ): Promise<BatchAnswer> => {
    const outcomes: Record<string, number> = {};
    const count = (outcome: string): void => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    };
    let failed: string | undefined;
    for (const { kinesis } of records) {
      if (!hasTime()) {
        failed = kinesis.sequenceNumber;
        count('no time');
        break;
      }
      try {
        count(await work.record(decoded(kinesis.data), run));
      } catch (fault) {
        failed = kinesis.sequenceNumber;
        logFault(line(times), fault);
        break;
      }
    }
    const words = Object.entries(outcomes).map(([outcome, number]) => `${number} ${outcome}`);
    logOutcome(line(times), `${records.length} records: ${words.join(', ') || 'none done'}`);
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };

  return middy<unknown, BatchAnswer | string, Error, InvocationContext, Times>(
    async (event: unknown, context: InvocationContext, { signal }: MiddyHandlerObject) => {
      const times: Times = { startedAtMs: Date.now() };
      const stream = z.safeParse(batch, event);
      if (stream.success) {
        const hasTime = (): boolean => context.getRemainingTimeInMillis() > contract.pieceTimeoutMs;
        return await workThrough(stream.data.Records, { signal, now }, hasTime, times);
      }
      const one = z.safeParse(single, event);
      if (!one.success) {
        throw new Fault(`${contract.name} got neither records of a stream nor an event; see what invokes it`);
      }
      const outcome = await work.event(one.data.detail, { signal, now });
      logOutcome(line(times), `event: ${outcome}`);
      return outcome;
    },
    {
      timeoutEarlyInMillis: HANDLER_RESERVE_MS,
      timeoutEarlyResponse: () => {
        throw new Fault(`${contract.name} was not done in its time; what it was given comes again`);
      },
    },
  )
    .before(({ internal }) => {
      internal.startedAtMs = Date.now();
    })
    .onError(({ internal, error }) => {
      logFault(line(internal), error);
    });
}

function decoded(data: string): unknown {
  const text = Buffer.from(data, 'base64').toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault('a record of the stream is not JSON; something else than Connect writes to it', {
      cause: error,
    });
  }
}
