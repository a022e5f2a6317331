/** The API of the local Lambda: Invoke, for functions that start other functions. */
import { randomUUID } from 'node:crypto';
import { errorResponse } from '../endpoint/error-response.ts';
import type { AwsRequest, AwsResponse, AwsService } from '../endpoint/service.ts';
import type { AsynchronousInvocations } from './asynchronous-invocations.ts';
import type { InvocationResult } from './invocation.ts';
import type { FunctionsRuntime } from './runtime.ts';

export interface LambdaServiceOptions {
  readonly functions: FunctionsRuntime;
  readonly asynchronous: AsynchronousInvocations;
  readonly region: string;
  readonly accountId: string;
}

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Of the event of an asynchronous invocation, bytes (dg/gettingstarted-limits). */
const EVENT_BYTES_MAX = 1024 * 1024;

/** `POST /2015-03-31/functions/{FunctionName}/invocations` (api/API_Invoke); the caller's policies decide. */
export function lambdaService(options: LambdaServiceOptions): AwsService {
  return {
    signingName: 'lambda',
    async handle(request) {
      const name = INVOKE.exec(request.path)?.[1];
      if (name === undefined || request.method !== 'POST')
        return refusal(404, 'UnknownOperationException', 'the local Lambda does Invoke, and nothing else');
      return await invoke(request, decodeURIComponent(name), options);
    },
  };
}

async function invoke(
  { headers, body, principal }: AwsRequest,
  name: string,
  { functions, asynchronous, region, accountId }: LambdaServiceOptions,
): Promise<AwsResponse> {
  const found = functions.find(name);
  const arn =
    found?.arn ?? (name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${accountId}:function:${name}`);
  const decision = principal.decide('lambda:InvokeFunction', arn);
  if (!decision.allowed) return refusal(403, 'AccessDeniedException', decision.message);
  if (found === undefined) return refusal(404, 'ResourceNotFoundException', `Function not found: ${arn}`);
  const payload = body.length === 0 ? '{}' : body.toString('utf8');
  if (!isJson(payload))
    return refusal(400, 'InvalidRequestContentException', 'Could not parse request body into json');
  switch (headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'DryRun':
      return { status: 204, headers: { 'x-amzn-requestid': randomUUID() }, body: '' };
    case 'Event': {
      if (body.length > EVENT_BYTES_MAX)
        return refusal(
          413,
          'RequestTooLargeException',
          `${body.length} byte payload is too large for the Event invocation type (limit ${EVENT_BYTES_MAX} bytes)`,
        );
      return { status: 202, headers: { 'x-amzn-requestid': asynchronous.put(arn, payload) }, body: '' };
    }
    case 'RequestResponse':
      return answerOf(await functions.invokeAsOwner(arn, payload));
    default:
      return refusal(
        400,
        'InvalidParameterValueException',
        'InvocationType is Event, RequestResponse or DryRun',
      );
  }
}

/** An error of the function is a success of the invocation, marked by a header. */
function answerOf(result: InvocationResult): AwsResponse {
  const headers = { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() };
  switch (result.kind) {
    case 'returned':
      return { status: 200, headers, body: result.payload };
    case 'function-error':
    case 'timed-out': {
      const errorType = result.kind === 'timed-out' ? 'Sandbox.Timedout' : result.errorType;
      const body = JSON.stringify({ errorType, errorMessage: result.message });
      return { status: 200, headers: { ...headers, 'x-amz-function-error': 'Unhandled' }, body };
    }
    case 'throttled':
      return refusal(429, 'TooManyRequestsException', result.message);
    case 'not-found':
      return refusal(404, 'ResourceNotFoundException', result.message);
    case 'denied':
      return refusal(403, 'AccessDeniedException', result.message);
    case 'service-error':
      return refusal(500, 'ServiceException', result.message);
  }
}

const refusal = (status: number, code: string, message: string): AwsResponse =>
  errorResponse('rest-json', status, code, message);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
