/** How the instance invokes functions: only those that are associated with it, and only as itself. */
import type { FunctionAnswer } from '../../engine/blocks/waiting.ts';
import type { InvokeEffect, InvokeReply } from '../../engine/contact/driver.ts';
import type { Functions, InvocationResult } from '../lambda/invocation.ts';
import type { ConnectState, InstanceRecord } from './state.ts';

export interface FunctionPortOptions {
  readonly state: ConnectState;
  readonly functions: Functions;
  /** Where given, functions run at the engine's time and with randomness that follows from this seed. */
  readonly seed?: string;
}

/** A failure as Lambda's client words it inside Connect, e.g. in the flow log. */
const failed = (message: string, status: number, code: string, retryable: boolean): FunctionAnswer => ({
  kind: 'failed',
  retryable,
  message: `${message} (Service: Lambda; Status Code: ${status}; Error Code: ${code})`,
});

/**
 * What Connect makes of an outcome. It tries again after throttling, a fault of the service and an error of the
 * function, and never after a refusal (adminguide/connect-lambda-functions).
 */
const answerOf = (result: InvocationResult): FunctionAnswer => {
  switch (result.kind) {
    case 'returned':
      return { kind: 'returned', payload: result.payload };
    case 'function-error':
      // The message of an error may hold what a caller said; its type does not. The function's own log has both.
      return {
        kind: 'failed',
        retryable: true,
        message: `The Lambda Function Returned An Error. (${result.errorType})`,
      };
    case 'timed-out':
      return {
        kind: 'failed',
        retryable: true,
        message: `The Lambda Function Returned An Error. (${result.message})`,
      };
    case 'throttled':
      return failed(result.message, 429, 'TooManyRequestsException', true);
    case 'service-error':
      return failed(result.message, 500, 'ServiceException', true);
    case 'denied':
      return failed(result.message, 403, 'AccessDeniedException', false);
    case 'not-found':
      return failed(result.message, 404, 'ResourceNotFoundException', false);
  }
};

/** An association with a function covers its versions and aliases. */
const isAssociated = ({ functions }: ConnectState, arn: string): boolean =>
  functions.has(arn) || functions.has(arn.split(':').slice(0, 7).join(':'));

const notAssociated = (arn: string, instance: InstanceRecord): FunctionAnswer =>
  failed(
    `User: connect.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because the function is not associated with the instance ${instance.arn}`,
    403,
    'AccessDeniedException',
    false,
  );

/** The `invoke` port of the engine's drivers. */
export const functionPort =
  ({ state, functions, seed }: FunctionPortOptions) =>
  async (request: InvokeEffect, nowMs: number): Promise<InvokeReply> => {
    const { instance } = state;
    if (instance === undefined) throw new Error('a function was to be invoked before there was an instance');
    const { contactId, invocationId, attempt, functionArn, payload } = request;
    if (!isAssociated(state, functionArn)) return { answer: notAssociated(functionArn, instance) };
    const result = await functions.invoke({
      functionArn,
      payload,
      contactId,
      invoker: {
        service: 'connect.amazonaws.com',
        sourceArn: instance.arn,
        sourceAccount: instance.accountId,
      },
      ...(seed === undefined
        ? {}
        : { deterministic: { nowMs, seed: [seed, contactId, invocationId, attempt].join('/') } }),
    });
    const answer = answerOf(result);
    const { virtualDurationMs } = result;
    return virtualDurationMs === undefined ? { answer } : { answer, virtualDurationMs };
  };
