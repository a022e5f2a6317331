/** InvokeLambdaFunction: asks a function and puts its answer into `$.External`. */

import { isObject } from '../language/json.ts';
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
import type { Happening, Waiting } from './waiting.ts';
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
  run(step) {
    const arn = functionArn(step);
    if (arn === '') return fails(step, 'the name of the function is empty');
    const seconds = limitSeconds(step);
    if (seconds === undefined) {
      return fails(step, `InvocationTimeLimitSeconds is no number from 1 to ${FUNCTION_BLOCK_SECONDS_MAX}`);
    }
    if (isAsynchronous(step)) {
      step.state.setInvocationId(step.invoke(arn, parametersOf(step), 1));
      step.state.setExternal({});
      logCall(step, {});
      return NEXT;
    }
    const leftMs = step.functionTimeLeftMs();
    if (leftMs <= 0) return fails(step, `functions in a row took ${FUNCTION_CHAIN_MS_MAX / 1000} s`);
    step.startTimer('limit', Math.min(seconds * 1000, leftMs));
    return attempt(step, 1, step.nowMs);
  },
  resume(step, waiting, happened) {
    const sinceMs = typeof waiting['sinceMs'] === 'number' ? waiting['sinceMs'] : step.nowMs;
    if (happened.kind === 'time') {
      step.spendFunctionTime(sinceMs);
      return fails(step, 'the function did not answer in time');
    }
    return happened.kind === 'function-answered' && happened.invocationId === waiting['invocationId']
      ? answered(step, waiting, sinceMs, happened)
      : { kind: 'wait', waiting };
  },
});

function answered(
  step: BlockStep,
  waiting: Waiting,
  sinceMs: number,
  { answer }: Extract<Happening, { kind: 'function-answered' }>,
): BlockResult {
  const attempts = typeof waiting['attempt'] === 'number' ? waiting['attempt'] : 1;
  if (answer.kind === 'failed' && answer.retryable && attempts <= FUNCTION_RETRIES_MAX) {
    return attempt(step, attempts + 1, sinceMs);
  }
  step.stopTimer('limit');
  step.spendFunctionTime(sinceMs);
  if (answer.kind === 'failed') {
    return fails(step, answer.message, answer.retryable ? LOGGED_FAILURE : answer.message);
  }
  const result = functionResult(answer.payload, responseType(step));
  if (typeof result === 'string') return fails(step, result);
  step.state.setExternal(result);
  logCall(step, { ExternalResults: result });
  return NEXT;
}

function attempt(step: BlockStep, count: number, sinceMs: number): BlockResult {
  const invocationId = step.invoke(functionArn(step), parametersOf(step), count);
  return { kind: 'wait', waiting: { kind: 'function', invocationId, attempt: count, sinceMs } };
}

function fails(step: BlockStep, because: string, logged = LOGGED_FAILURE): BlockResult {
  logCall(step, { Results: logged });
  step.state.setExternal({});
  return failed(because);
}

function logCall(step: BlockStep, more: Parameters<BlockStep['log']>[0]): void {
  step.log({
    Parameters: {
      FunctionArn: functionArn(step),
      ResponseValidation: `ResponseType=${responseType(step)}`,
      TimeLimit: String((limitSeconds(step) ?? FUNCTION_BLOCK_SECONDS_DEFAULT) * 1000),
    },
    ...more,
  });
}

const functionArn = (step: BlockStep) => step.text(scalar(step.parameters['LambdaFunctionARN']) ?? '');

const isAsynchronous = (step: BlockStep) => step.parameters['InvocationType'] === 'ASYNCHRONOUS';

const responseType = (step: BlockStep) =>
  scalar(recordOf(step.parameters['ResponseValidation'])['ResponseType']) ?? 'STRING_MAP';

function limitSeconds(step: BlockStep): number | undefined {
  const max = isAsynchronous(step) ? FUNCTION_BLOCK_ASYNC_SECONDS_MAX : FUNCTION_BLOCK_SECONDS_MAX;
  const given = scalar(step.parameters['InvocationTimeLimitSeconds']);
  return wholeNumber(given ?? String(FUNCTION_BLOCK_SECONDS_DEFAULT), 1, max);
}

function parametersOf(step: BlockStep) {
  const values = step.json(recordOf(step.parameters['LambdaInvocationAttributes']));
  return isObject(values) ? values : {};
}
