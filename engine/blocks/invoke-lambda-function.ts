/** InvokeLambdaFunction: asks a function and puts its answer into `$.External`. */

import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { choice, json, map, number, object, optional, required, text } from '../language/parameters.ts';
import {
  FUNCTION_BLOCK_ASYNC_SECONDS_MAX,
  FUNCTION_BLOCK_SECONDS_DEFAULT,
  FUNCTION_BLOCK_SECONDS_MAX,
  FUNCTION_CHAIN_MS_MAX,
  FUNCTION_RETRIES_MAX,
} from '../limits.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { functionResult } from './function-result.ts';
import type { BlockResult, BlockStep } from './step.ts';
import type { FunctionAnswer, Waiting } from './waiting.ts';
import { recordOf, scalar, wholeNumber } from './wire-values.ts';

/** What the flow log says when the function failed; a refusal by the service is logged in its own words (log samples). */
const LOGGED_FAILURE = 'The Lambda Function Returned An Error.';

/**
 * Throttles, 500s and function errors are tried again, up to three times, inside the block's time limit; a time-out is
 * the error branch too. `$.External` is replaced as a whole, by nothing when the call fails; until then it is that of
 * the function before, whose answer may be a parameter of this one (adminguide/attribs-with-lambda).
 */
export const invokeLambdaFunction = defineBlock({
  type: 'InvokeLambdaFunction',
  purpose: 'Asks a Lambda function and keeps its answer for the next steps.',
  see: 'devguide/interactions-invokelambdafunction',
  parameters: object({
    LambdaFunctionARN: required(text('reference')),
    InvocationTimeLimitSeconds: required(number('static', { min: 1, max: FUNCTION_BLOCK_ASYNC_SECONDS_MAX })),
    InvocationType: optional(choice(['SYNCHRONOUS', 'ASYNCHRONOUS'])),
    LambdaInvocationAttributes: optional(map(json())),
    ResponseValidation: optional(object({ ResponseType: required(choice(['STRING_MAP', 'JSON'])) })),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'InvokeExternalResource',
  prepare(parameters) {
    const call = callOf(parameters);
    return {
      run(step) {
        const arn = step.text(call.functionArn);
        if (arn === '') return fails(step, call, 'the name of the function is empty');
        const { seconds } = call;
        if (seconds === undefined) {
          const max = FUNCTION_BLOCK_SECONDS_MAX;
          return fails(step, call, `InvocationTimeLimitSeconds is no number from 1 to ${max}`);
        }
        if (call.isAsynchronous) {
          step.state.setInvocationId(step.invoke(arn, parametersOf(step, call), 1));
          step.state.setExternal({});
          logCall(step, call, {});
          return NEXT;
        }
        const leftMs = step.functionTimeLeftMs();
        if (leftMs <= 0)
          return fails(step, call, `functions in a row took ${FUNCTION_CHAIN_MS_MAX / 1000} s`);
        step.startTimer('limit', Math.min(seconds * 1000, leftMs));
        return attempt(step, call, 1, step.nowMs);
      },
      resume(step, waiting, happened) {
        const sinceMs = typeof waiting['sinceMs'] === 'number' ? waiting['sinceMs'] : step.nowMs;
        if (happened.kind === 'time') {
          step.spendFunctionTime(sinceMs);
          return fails(step, call, 'the function did not answer in time');
        }
        return happened.kind === 'function-answered' && happened.invocationId === waiting['invocationId']
          ? answered(step, call, waiting, sinceMs, happened.answer)
          : { kind: 'wait', waiting };
      },
    };
  },
});

/** What a step says about its function. */
interface Call {
  readonly functionArn: string;
  readonly isAsynchronous: boolean;
  /** Undefined where the limit is no number of seconds that is allowed. */
  readonly seconds: number | undefined;
  readonly responseType: string;
  readonly attributes: JsonObject;
}

function callOf(parameters: Readonly<Record<string, Json>>): Call {
  const isAsynchronous = parameters['InvocationType'] === 'ASYNCHRONOUS';
  const limit = scalar(parameters['InvocationTimeLimitSeconds']) ?? String(FUNCTION_BLOCK_SECONDS_DEFAULT);
  const max = isAsynchronous ? FUNCTION_BLOCK_ASYNC_SECONDS_MAX : FUNCTION_BLOCK_SECONDS_MAX;
  return {
    functionArn: scalar(parameters['LambdaFunctionARN']) ?? '',
    isAsynchronous,
    seconds: wholeNumber(limit, 1, max),
    responseType: scalar(recordOf(parameters['ResponseValidation'])['ResponseType']) ?? 'STRING_MAP',
    attributes: recordOf(parameters['LambdaInvocationAttributes']),
  };
}

function answered(
  step: BlockStep,
  call: Call,
  waiting: Waiting,
  sinceMs: number,
  answer: FunctionAnswer,
): BlockResult {
  const attempts = typeof waiting['attempt'] === 'number' ? waiting['attempt'] : 1;
  if (answer.kind === 'failed' && answer.retryable && attempts <= FUNCTION_RETRIES_MAX) {
    return attempt(step, call, attempts + 1, sinceMs);
  }
  step.stopTimer('limit');
  step.spendFunctionTime(sinceMs);
  if (answer.kind === 'failed') {
    return fails(step, call, answer.message, answer.retryable ? LOGGED_FAILURE : answer.message);
  }
  const result = functionResult(answer.payload, call.responseType);
  if (typeof result === 'string') return fails(step, call, result);
  step.state.setExternal(result);
  logCall(step, call, { ExternalResults: result });
  return NEXT;
}

function attempt(step: BlockStep, call: Call, count: number, sinceMs: number): BlockResult {
  const invocationId = step.invoke(step.text(call.functionArn), parametersOf(step, call), count);
  return { kind: 'wait', waiting: { kind: 'function', invocationId, attempt: count, sinceMs } };
}

function fails(step: BlockStep, call: Call, because: string, logged = LOGGED_FAILURE): BlockResult {
  logCall(step, call, { Results: logged });
  step.state.setExternal({});
  return failed(because);
}

function logCall(step: BlockStep, call: Call, more: JsonObject): void {
  if (!step.isLogged) return;
  step.log({
    Parameters: {
      FunctionArn: step.text(call.functionArn),
      ResponseValidation: `ResponseType=${call.responseType}`,
      TimeLimit: String((call.seconds ?? FUNCTION_BLOCK_SECONDS_DEFAULT) * 1000),
    },
    ...more,
  });
}

function parametersOf(step: BlockStep, { attributes }: Call): JsonObject {
  const values = step.json(attributes);
  return isObject(values) ? values : {};
}
