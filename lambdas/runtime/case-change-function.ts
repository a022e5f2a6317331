/** The stack that a function for changes of cases runs in: the stream of the table in its order, what fails comes again, what is refused is told. */

import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import type { InvocationContext } from './connect-function.ts';
import type { EventContract } from './event-contract.ts';
import type { BatchAnswer, EventRun } from './event-function.ts';
import { Fault } from './fault.ts';
import { logFault, logOutcome } from './log.ts';

z.config({ jitless: true });

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
const batch = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.object({ caseNumber: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
      }),
    }),
  ),
});

/** What came of a case, in a word for the log; `because` is a sentence where it is refused however often it is tried. */
export interface CaseOutcome {
  readonly kind: string;
  readonly because?: string;
}

/** What the work on one case has. */
export interface CaseRun extends EventRun {
  /** Whether this is where the case comes from; a batch that comes again says so again. */
  readonly isNew: boolean;
}

/** Looks at a case as it stands now, because a change only says which case; throws where it has to be tried again. */
export type CaseWork = (caseNumber: string, run: CaseRun) => Promise<CaseOutcome>;

/**
 * Makes the handler. It throws after a batch in which something was refused for good, so that the errors of the
 * function count it: the batch comes again, and the work then has to pass by what was refused.
 */
export const caseChangeFunction =
  (contract: EventContract, work: CaseWork) =>
  async (event: unknown, context: InvocationContext): Promise<BatchAnswer> => {
    const startedAtMs = Date.now();
    const line = () => ({
      function: contract.name,
      contactId: undefined,
      durationMs: Date.now() - startedAtMs,
    });
    const parsed = z.safeParse(batch, event);
    if (!parsed.success) {
      const fault = new Fault(`${contract.name} got no records of a table; see what invokes it`);
      logFault(line(), fault);
      throw fault;
    }
    const leftMs = (): number => context.getRemainingTimeInMillis() - HANDLER_RESERVE_MS;
    const signal = AbortSignal.timeout(Math.max(0, leftMs()));
    const outcomes = new Map<string, number>();
    const done = new Set<string>();
    let refused: Fault | undefined;
    let failed: string | undefined;
    for (const { eventName, dynamodb } of parsed.data.Records) {
      const caseNumber = dynamodb.Keys.caseNumber.S;
      // One look at a case is enough for all its changes in a batch; notes and links say nothing of it.
      if (dynamodb.Keys.sk.S !== 'CASE' || done.has(caseNumber)) continue;
      try {
        if (context.getRemainingTimeInMillis() <= contract.pieceTimeoutMs)
          throw new Fault('there was no time left; the rest of the batch comes again');
        const { kind, because } = await work(caseNumber, {
          signal,
          now: () => new Date(),
          isNew: eventName === 'INSERT',
        });
        done.add(caseNumber);
        outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
        if (because === undefined) continue;
        refused = new Fault(because);
        logFault(line(), refused);
      } catch (fault) {
        failed = dynamodb.SequenceNumber;
        logFault(line(), fault);
        break;
      }
    }
    if (refused !== undefined) throw refused;
    const words = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
    logOutcome(line(), `${parsed.data.Records.length} records: ${words || 'nothing to do'}`);
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };
