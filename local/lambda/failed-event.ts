/** What Lambda tells the destination of a function about an event that it has given up. */
import type { InvocationResult } from './invocation.ts';

/** Why it was given up: no run is left, or the event is too old for another. */
export type Condition = 'RetriesExhausted' | 'EventAgeExceeded';

export interface GivenUp {
  readonly functionArn: string;
  readonly requestId: string;
  /** The event as it was given to the function. */
  readonly payload: string;
  readonly condition: Condition;
  /** Runs of the function, the last one included. */
  readonly invokeCount: number;
  readonly result: InvocationResult;
}

/**
 * The invocation record. A function that ran and failed has answered with its error; an event that never reached it has
 * no response.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function invocationRecord(
  { functionArn, requestId, payload, condition, invokeCount, result }: GivenUp,
  nowMs: number,
): object {
  return {
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: invokeCount,
    },
    requestPayload: JSON.parse(payload),
    ...responseOf(result),
  };
}

function responseOf(result: InvocationResult): object {
  if (result.kind !== 'function-error' && result.kind !== 'timed-out') return {};
  return {
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorMessage: result.message },
  };
}
