/** Flows that use a function, hours and a queue, run with overrides set at the start of the test. */
import { hangUp as flowEnd, type Steps, say, toQueue } from '../contact/centre.ts';
import { type BenchOptions, benchOf, initiated, message, observation, type Part, run } from './bench.ts';

export const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:';
export const lookup = { LambdaFunctionARN: `${LAMBDA}lookup` };
export const opening = { HoursOfOperationId: 'opening' };
export const support = { QueueId: 'support' };
export const BOT = 'arn:aws:lex:us-east-1:123456789012:bot-alias/B/A';
export const bot = { LexV2Bot: { AliasArn: BOT } };

export const hours = (id: string, day: 'MONDAY' | 'SUNDAY') => ({
  arn: `arn:aws:connect:us-east-1:123456789012:instance/i1/operating-hours/${id}`,
  id,
  name: id,
  timeZone: 'America/New_York',
  week: [{ day, startMinute: 540, endMinute: 1020 }] as const,
  overrides: [],
});
export const HOURS = [hours('opening', 'MONDAY'), hours('closed', 'SUNDAY')];

export const call: Steps[string] = [
  'InvokeLambdaFunction',
  { LambdaFunctionARN: `${LAMBDA}lookup`, InvocationTimeLimitSeconds: '3' },
  { next: 'found', errors: { NoMatchingError: 'fault' } },
];
export const asks: Steps = {
  call,
  found: say('It is $.External.state.', 'end'),
  fault: say('It failed.', 'end'),
  end: flowEnd,
};
export const opens: Steps = {
  hours: [
    'CheckHoursOfOperation',
    { HoursOfOperationId: 'opening' },
    { when: { True: 'open', False: 'shut' }, errors: { NoMatchingError: 'unsure' } },
  ],
  open: say('We are open.', 'hours'),
  shut: say('We are closed.', 'end'),
  unsure: say('We cannot tell.', 'end'),
  end: flowEnd,
};
export const queues: Steps = {
  ...toQueue('support', 'full'),
  full: say('We cannot take your call.', 'end'),
  end: flowEnd,
};

export const heardWith = async (
  main: Steps,
  actions: readonly Part[],
  options: Partial<BenchOptions> = {},
) => {
  const bench = benchOf({
    hours: HOURS,
    functions: { [`${LAMBDA}lookup`]: { state: 'real' }, [`${LAMBDA}other`]: { state: 'other' } },
    flows: { main },
    ...options,
  });
  const document = [
    observation('start', initiated, actions),
    observation('never', message('What nobody says at all')),
  ];
  const { failure, notes } = await run(bench, document);
  return { heard: failure?.heard ?? [], notes, bench };
};
