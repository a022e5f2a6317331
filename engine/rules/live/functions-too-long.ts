/** Functions in a row, without words between them, may take more than 20 seconds. */
import { FUNCTION_CHAIN_MS_MAX } from '../../limits.ts';
import { isAsynchronous, isFunction } from '../analysis/on-some-way.ts';
import { limitSeconds, SECONDS_KNOWN_MAX, silences } from '../analysis/silence.ts';
import { adminguide } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const slow = (next: string): ExampleStep => ({
  type: 'InvokeLambdaFunction',
  parameters: {
    LambdaFunctionARN: 'arn:aws:lambda:us-east-1:123456789012:function:slow',
    InvocationTimeLimitSeconds: '8',
  },
  next,
  errors: { NoMatchingError: 'end' },
});

export const functionsTooLong: Rule = {
  id: 'live/functions-too-long',
  severity: 'error',
  what: 'Functions in a row, without words between them, may take more than 20 seconds.',
  why: 'Connect allows a chain of functions 20 seconds in all; then the error branch is taken, whatever the function still does.',
  fix: 'Say something between them, or give them less time.',
  evidence: { pages: [adminguide('connect-lambda-functions')] },
  check: (flow) => {
    const silence = silences(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      const before = isFunction(step) && !isAsynchronous(step) ? silence(flow, step) : undefined;
      const seconds = (before?.seconds ?? 0) + limitSeconds(step);
      if (before === undefined || before.seconds === 0 || seconds * 1000 <= FUNCTION_CHAIN_MS_MAX) return [];
      const sum = seconds > SECONDS_KNOWN_MAX ? `more than ${SECONDS_KNOWN_MAX}` : String(seconds);
      return [
        {
          path: step.place,
          step: step.id,
          message: `the functions up to this one may take ${sum} seconds without a word to the caller; Connect stops them after 20`,
        },
      ];
    });
  },
  bad: {
    ...alone({ one: slow('two'), two: slow('three'), three: slow('end'), end: hangUp }),
    at: 'Actions[2]',
  },
  good: alone({
    one: slow('two'),
    two: slow('wait'),
    wait: say('One moment.', 'three'),
    three: slow('end'),
    end: hangUp,
  }),
};
