/** A number, a text or a list is outside its limits, or has a form that the parameter does not take. */
import type { Json } from '../../language/flow.ts';
import type { Shape } from '../../language/parameters.ts';
import { FUNCTION_BLOCK_ASYNC_SECONDS_MAX, FUNCTION_BLOCK_SECONDS_MAX, TAGS_MAX } from '../../limits.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, call, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';
import { faulty, isLongWait, shown } from './value-fault.ts';

function limits(shape: Shape, value: Json | undefined): string {
  switch (shape.kind) {
    case 'number':
      return `${shown(value)} is no whole number${between(shape.min, shape.max)}`;
    case 'text': {
      const length =
        typeof value === 'string' && shape.maxLength !== undefined && value.length > shape.maxLength;
      return length ? `it has more than ${shape.maxLength} characters` : `${shown(value)} has another form`;
    }
    case 'list':
      return `it needs a list${between(shape.minItems, shape.maxItems, ' entries')}`;
    case 'map':
      return `it needs a map${between(shape.minEntries, shape.maxEntries, ' entries')}`;
    default:
      return `${shown(value)} is not taken`;
  }
}

const between = (min = 0, max?: number, unit = ''): string =>
  max === undefined ? ` of at least ${min}${unit}` : ` from ${min} to ${max}${unit}`;

/** A block declares the greatest wait of all forms; a function that the caller waits for has less. */
function slowFunctions(flow: FlowUnderCheck): readonly Report[] {
  if (flow.older) return [];
  return flow.steps.flatMap(({ action: { Type, Parameters }, place, id }) => {
    const seconds = Number(Parameters['InvocationTimeLimitSeconds']);
    const waits = Type === 'InvokeLambdaFunction' && Parameters['InvocationType'] !== 'ASYNCHRONOUS';
    if (!waits || seconds <= FUNCTION_BLOCK_SECONDS_MAX || seconds > FUNCTION_BLOCK_ASYNC_SECONDS_MAX)
      return [];
    const path = `${place}.Parameters.InvocationTimeLimitSeconds`;
    const message = `Invalid Action property value. Path: ${path}: a caller waits 1 to ${FUNCTION_BLOCK_SECONDS_MAX} seconds for a function`;
    return Number.isNaN(seconds) ? [] : [{ path, step: id, message }];
  });
}

/** The service has a sentence of its own for tags. */
const tagsSaid = ({ path, message }: Report): string =>
  path.endsWith('.Parameters.Tags') ? `More than ${TAGS_MAX} tags in Parameters.Tags: ${message}` : message;

export const limit: Rule = {
  id: 'publish/limit',
  severity: 'error',
  what: 'A number, a text or a list is outside its limits, or has a form that the parameter does not take.',
  why: 'A function is waited for 1 to 8 seconds, a loop goes round 0 to 100 times, a tag list has at most 6 entries.',
  fix: 'Stay inside the limits that the message names.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.flowAsCode, REPORTS.wireFormat],
    seen: '1,063 of 1,066 real function steps wait 1 to 8 seconds',
  },
  check: (flow) => [
    ...slowFunctions(flow),
    ...faulty(flow, 'range', limits)
      .filter(({ path }) => !isLongWait(flow, path))
      .map((report) => ({ ...report, message: tagsSaid(report) })),
  ],
  bad: {
    ...alone({
      look: {
        ...call('look-up', 'end', 'end'),
        parameters: {
          LambdaFunctionARN: 'arn:aws:lambda:us-east-1:123456789012:function:x',
          InvocationTimeLimitSeconds: '30',
        },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.InvocationTimeLimitSeconds',
  },
  good: alone({ look: call('look-up', 'end', 'end'), end: hangUp }),
};
