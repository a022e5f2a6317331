/** CloudFormation provider of `Custom::PhoneNumberFlow`: links number and flow, and always answers. */
import { ConnectClient } from '@aws-sdk/client-connect';
import * as z from 'zod/mini';
import { phoneNumberFlow } from './contract.ts';
import { answer, type Outcome, type Request, request } from './custom-resource.ts';
import { link, unlink } from './link.ts';

/** What is left of the function's time to answer in, retries included. */
const answerReserveMs = 5_000;

/** Five attempts: a new stack makes many requests of Connect, which allows two a second. */
const client = new ConnectClient({ maxAttempts: 5 });

async function carryOut(asked: Request, signal: AbortSignal): Promise<Outcome> {
  const wanted = phoneNumberFlow.safeParse(asked.ResourceProperties);
  if (!wanted.success) {
    // CloudFormation rolls a failed Create back with a Delete of the same properties: nothing was ever linked.
    if (asked.RequestType === 'Delete') return { status: 'SUCCESS' };
    return { status: 'FAILED', reason: `Properties are not usable: ${z.prettifyError(wanted.error)}` };
  }
  if (asked.RequestType === 'Delete') await unlink(client, wanted.data, signal);
  else await link(client, wanted.data, signal);
  return { status: 'SUCCESS' };
}

/** Throws when the time is over, so that CloudFormation hears of it from us and not from silence. */
function timeOver(signal: AbortSignal, timeMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () =>
      reject(new Error(`Amazon Connect did not answer within ${timeMs} ms`)),
    );
  });
}

/** The outcome, or a failure that says why. */
async function outcomeOf(asked: Request, timeMs: number): Promise<Outcome> {
  const guard = new AbortController();
  const timer = setTimeout(() => guard.abort(), timeMs);
  try {
    return await Promise.race([timeOver(guard.signal, timeMs), carryOut(asked, guard.signal)]);
  } catch (error) {
    return {
      status: 'FAILED',
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param event CloudFormation's request; anything else throws, for there is nobody to answer
 * @param context Lambda's context: tells how much time is left
 */
export async function handler(
  event: unknown,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> {
  const asked = request.parse(event);
  const outcome = await outcomeOf(asked, Math.max(context.getRemainingTimeInMillis() - answerReserveMs, 0));
  // Never the request itself: its ResponseURL lets whoever reads it answer.
  console.log(
    JSON.stringify({
      request: asked.RequestType,
      logicalId: asked.LogicalResourceId,
      requestId: asked.RequestId,
      ...outcome,
    }),
  );
  await answer(asked, outcome);
}
