/** Works through records of the stream of a table in their order: what fails comes again, what is refused is told. */

import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import type { InvocationContext } from '../runtime/connect-function.ts';
import type { BatchAnswer } from '../runtime/event-function.ts';
import { Fault } from '../runtime/fault.ts';
import { logFault, logOutcome } from '../runtime/log.ts';
import { mirrorCases } from './contract.ts';
import type { Mirrored } from './mirror.ts';

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

/**
 * Makes the handler. It throws after a batch in which something was refused for good, so that the errors of the
 * function count it: the batch comes again, and what was refused is then passed by.
 */
export const mirrorFunction =
  (mirror: (caseNumber: string, signal: AbortSignal) => Promise<Mirrored>) =>
  async (event: unknown, context: InvocationContext): Promise<BatchAnswer> => {
    const startedAtMs = Date.now();
    const line = () => ({
      function: mirrorCases.name,
      contactId: undefined,
      durationMs: Date.now() - startedAtMs,
    });
    const parsed = z.safeParse(batch, event);
    if (!parsed.success) {
      const fault = new Fault('mirror-cases got no records of a table; see what invokes it');
      logFault(line(), fault);
      throw fault;
    }
    const leftMs = (): number => context.getRemainingTimeInMillis() - HANDLER_RESERVE_MS;
    const signal = AbortSignal.timeout(Math.max(0, leftMs()));
    const outcomes = new Map<string, number>();
    const done = new Set<string>();
    let refused: Fault | undefined;
    let failed: string | undefined;
    for (const { dynamodb } of parsed.data.Records) {
      const caseNumber = dynamodb.Keys.caseNumber.S;
      // One look at a case is enough for all its changes in a batch; notes and links are not mirrored.
      if (dynamodb.Keys.sk.S !== 'CASE' || done.has(caseNumber)) continue;
      try {
        if (context.getRemainingTimeInMillis() <= mirrorCases.pieceTimeoutMs)
          throw new Fault('there was no time left; the rest of the batch comes again');
        const outcome = await mirror(caseNumber, signal);
        done.add(caseNumber);
        outcomes.set(outcome.kind, (outcomes.get(outcome.kind) ?? 0) + 1);
        if (outcome.kind !== 'refused') continue;
        refused = new Fault(`case ${caseNumber} is not mirrored: ${outcome.because}`);
        logFault(line(), refused);
      } catch (fault) {
        failed = dynamodb.SequenceNumber;
        logFault(line(), fault);
        break;
      }
    }
    if (refused !== undefined) throw refused;
    const words = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
    logOutcome(line(), `${parsed.data.Records.length} records: ${words || 'nothing to mirror'}`);
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };
