/** Overrides of functions, hours, queues and bots: substituted, answered, failing; used once, and the oldest first. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { hangUp as flowEnd, type Steps, say, toQueue } from '../contact/centre.ts';
import {
  answering,
  type BenchOptions,
  benchOf,
  check,
  end,
  failing,
  initiated,
  message,
  observation,
  override,
  run,
  started,
  substitute,
  succeeded,
} from './bench.ts';

const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:';
const lookup = { LambdaFunctionARN: `${LAMBDA}lookup` };
const opening = { HoursOfOperationId: 'opening' };
const support = { QueueId: 'support' };
const BOT = 'arn:aws:lex:us-east-1:123456789012:bot-alias/B/A';
const bot = { LexV2Bot: { AliasArn: BOT } };

const hours = (id: string, day: 'MONDAY' | 'SUNDAY') => ({
  arn: `arn:aws:connect:us-east-1:123456789012:instance/i1/operating-hours/${id}`,
  id,
  name: id,
  timeZone: 'America/New_York',
  week: [{ day, startMinute: 540, endMinute: 1020 }] as const,
  overrides: [],
});
const HOURS = [hours('opening', 'MONDAY'), hours('closed', 'SUNDAY')];

const call: Steps[string] = [
  'InvokeLambdaFunction',
  { LambdaFunctionARN: `${LAMBDA}lookup`, InvocationTimeLimitSeconds: '3' },
  { next: 'found', errors: { NoMatchingError: 'fault' } },
];
const asks: Steps = {
  call,
  found: say('It is $.External.state.', 'end'),
  fault: say('It failed.', 'end'),
  end: flowEnd,
};
const opens: Steps = {
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
const queues: Steps = {
  ...toQueue('support', 'full'),
  full: say('We cannot take your call.', 'end'),
  end: flowEnd,
};

const heardWith = async (main: Steps, actions: readonly Json[], options: Partial<BenchOptions> = {}) => {
  const bench = benchOf({
    hours: HOURS,
    functions: { [`${LAMBDA}lookup`]: { state: 'real' }, [`${LAMBDA}other`]: { state: 'other' } },
    flows: { main },
    ...options,
  });
  const document = [
    observation('start', initiated, actions as never),
    observation('never', message('What nobody says at all')),
  ];
  const { failure, notes } = await run(bench, document);
  return { heard: failure?.heard ?? [], notes, bench };
};

describe('functions', () => {
  test('run for real where nothing is overridden', async () => {
    expect((await heardWith(asks, [])).heard).toEqual(['It is real.']);
  });

  test.each([
    ['another in its place', substitute(`${LAMBDA}other`), 'It is other.'],
    ['one that does not exist in its place', substitute(`${LAMBDA}nobody`), 'It failed.'],
    ['an answer', answering({ LoadedData: '{"state":"mocked"}' }), 'It is mocked.'],
    ['an answer under the other key', answering({ Value: '{"state":"mocked"}' }), 'It is mocked.'],
    ['an answer in time', answering({ LoadedData: '{"state":"late"}', DelaySeconds: 2 }), 'It is late.'],
    [
      'an answer that is too late',
      answering({ LoadedData: '{"state":"late"}', DelaySeconds: 4 }),
      'It failed.',
    ],
    ['an answer that is no string map', answering({ LoadedData: '{"state":{"deep":1}}' }), 'It failed.'],
    ['a time-out', failing('TimeLimitExceeded'), 'It failed.'],
    ['an error', failing('NoMatchingError'), 'It failed.'],
    ['an error after a while', failing('NoMatchingError', 1), 'It failed.'],
  ])('are overridden with %s', async (_what, strategy, words) => {
    const { heard, bench } = await heardWith(asks, [override('InvokeLambdaFunction', lookup, strategy)]);
    expect(heard).toEqual([words]);
    const invoked = bench.effects.flatMap((effect) => (effect.kind === 'invoke' ? [effect.functionArn] : []));
    expect(invoked).not.toContain(`${LAMBDA}lookup`);
  });

  test('of another name are not', async () => {
    const other = { LambdaFunctionARN: `${LAMBDA}other` };
    const { heard, notes } = await heardWith(asks, [
      override('InvokeLambdaFunction', other, failing('NoMatchingError')),
    ]);
    expect(heard).toEqual(['It is real.']);
    expect(notes).toEqual([`the override of InvokeLambdaFunction for '${LAMBDA}other' was never used`]);
  });

  test('by version or alias are the same function', async () => {
    const versioned = { LambdaFunctionARN: `${LAMBDA}lookup:$LATEST` };
    const { heard } = await heardWith(asks, [
      override('InvokeLambdaFunction', versioned, failing('NoMatchingError')),
    ]);
    expect(heard).toEqual(['It failed.']);
  });

  test('whose answer comes from the case complete with it', async () => {
    const bench = benchOf({ flows: { main: asks } });
    const { failure } = await run(bench, [
      observation('start', initiated, [
        override(
          'InvokeLambdaFunction',
          lookup,
          answering({ LoadedData: '{"state":"mocked","deep":1}', DelaySeconds: 1 }),
        ),
      ]),
      observation('done', succeeded('InvokeLambdaFunction', lookup), [
        check('$.External.state', 'Equals', 'mocked'),
        end,
      ]),
    ]);
    expect(failure).toBeUndefined();
  });
});

describe('overrides', () => {
  const twice: Steps = {
    ...asks,
    found: say('It is $.External.state.', 'again'),
    again: [...call.slice(0, 2), { next: 'second', errors: { NoMatchingError: 'fault' } }] as never,
    second: say('Then $.External.state.', 'end'),
  };
  const answer = (state: string) =>
    override('InvokeLambdaFunction', lookup, answering({ LoadedData: JSON.stringify({ state }) }));

  test('serve once', async () => {
    expect((await heardWith(twice, [answer('mocked')])).heard).toEqual(['It is mocked.', 'Then real.']);
  });

  test('of one resource serve in the order in which they were set', async () => {
    expect((await heardWith(twice, [answer('first'), answer('second')])).heard).toEqual([
      'It is first.',
      'Then second.',
    ]);
  });

  test('that an observer of the start sets serve at that very start, after older ones', async () => {
    const observing = async (...before: readonly Json[]) => {
      const bench = benchOf({ flows: { main: asks }, functions: { [`${LAMBDA}lookup`]: { state: 'real' } } });
      const { failure } = await run(bench, [
        observation('start', initiated, before as never),
        observation('starts', started('InvokeLambdaFunction', lookup), [answer('observed')]),
        observation('never', message('What nobody says at all')),
      ]);
      return failure?.heard;
    };
    expect(await observing()).toEqual(['It is observed.']);
    expect(await observing(answer('older'))).toEqual(['It is older.']);
  });

  test('of one test are not those of the next', async () => {
    const bench = benchOf({ flows: { main: asks }, functions: { [`${LAMBDA}lookup`]: { state: 'real' } } });
    await run(bench, [observation('start', initiated, [answer('mocked'), end])]);
    const { failure } = await run(bench, [observation('real', message('It is real.'), [end])]);
    expect(failure).toBeUndefined();
  });
});

describe('hours', () => {
  test('are those of the clock where nothing is overridden', async () => {
    expect((await heardWith({ ...opens, open: say('We are open.', 'end') }, [])).heard).toEqual([
      'We are open.',
    ]);
  });

  test.each([
    ['others in their place', substitute('closed'), ['We are closed.']],
    ['some that do not exist', substitute('nobody'), ['We cannot tell.']],
    ['OutOfHours', answering({ Value: 'OutOfHours' }), ['We are closed.']],
    ['an error', failing('NoMatchingError'), ['We cannot tell.']],
  ])('are overridden with %s', async (_what, strategy, words) => {
    expect((await heardWith(opens, [override('CheckHoursOfOperation', opening, strategy)])).heard).toEqual(
      words,
    );
  });

  test('are answered with InHours once, and then are closed', async () => {
    const night = await heardWith(
      opens,
      [override('CheckHoursOfOperation', opening, answering({ Value: 'InHours' }))],
      {
        hours: [hours('opening', 'SUNDAY')],
      },
    );
    expect(night.heard).toEqual(['We are open.', 'We are closed.']);
  });

  test('of a queue are named by the queue', async () => {
    const ofQueue: Steps = {
      queue: [
        'UpdateContactTargetQueue',
        { QueueId: 'support' },
        { next: 'hours', errors: { NoMatchingError: 'end' } },
      ],
      ...opens,
      hours: [
        'CheckHoursOfOperation',
        {},
        { when: { True: 'open', False: 'shut' }, errors: { NoMatchingError: 'unsure' } },
      ],
    };
    expect(
      (await heardWith(ofQueue, [override('CheckHoursOfOperation', opening, substitute('closed'))])).heard,
    ).toEqual(['We are closed.']);
  });
});

describe('queues', () => {
  test.each([
    ['QueueAtCapacity', failing('QueueAtCapacity'), 'We cannot take your call.'],
    ['NoMatchingError', failing('NoMatchingError'), 'We cannot take your call.'],
    ['a queue that does not exist', substitute('nobody'), 'We cannot take your call.'],
  ])('are overridden with %s', async (_what, strategy, words) => {
    expect((await heardWith(queues, [override('TransferContactToQueue', support, strategy)])).heard).toEqual([
      words,
    ]);
  });

  test('have another in their place, which the call is in from then on', async () => {
    const bench = benchOf({ flows: { main: queues }, queues: [{ id: 'support' }, { id: 'tests' }] });
    const { failure } = await run(bench, [
      observation('start', initiated, [override('TransferContactToQueue', support, substitute('tests'))]),
      observation('waits', message('Thank you for waiting.', 'Inclusion'), [
        check('$.Queue.Name', 'Equals', 'tests'),
        end,
      ]),
    ]);
    expect(failure).toBeUndefined();
    expect(bench.effects.flatMap((effect) => (effect.kind === 'queued' ? [effect.queueName] : []))).toEqual([
      'tests',
    ]);
  });

  const moves: Steps = {
    move: [
      'DequeueContactAndTransferToQueue',
      { QueueId: 'orders' },
      { next: 'full', errors: { NoMatchingError: 'full', QueueAtCapacity: 'full' } },
    ],
    full: say('You stay where you are.', 'hold'),
    hold: ['MessageParticipantIteratively', { Messages: [{ Text: 'Please hold.' }] }],
  };
  const moving = (strategy?: ReturnType<typeof substitute>) => {
    const bench = benchOf({
      flows: {
        main: {
          hook: [
            'UpdateContactEventHooks',
            { EventHooks: { CustomerQueue: 'moves' } },
            { next: 'set-queue', errors: { NoMatchingError: 'set-queue' } },
          ],
          ...queues,
        },
        'moves:CUSTOMER_QUEUE': moves,
      },
      queues: [{ id: 'support' }, { id: 'orders' }, { id: 'tests' }],
    });
    const actions =
      strategy === undefined ? [] : [override('DequeueAndTransferToQueue', { QueueId: 'orders' }, strategy)];
    return run(bench, [
      observation('start', initiated, actions),
      observation('stays', message('You stay where you are.'), [
        check('$.Queue.Name', 'Equals', 'support'),
        end,
      ]),
    ]);
  };

  test('that a waiting caller is moved to can be full', async () => {
    expect((await moving(failing('QueueAtCapacity'))).failure).toBeUndefined();
    expect((await moving()).failure?.message).toContain("$.Queue.Name is 'orders'");
    expect((await moving(substitute('tests'))).failure?.message).toContain("$.Queue.Name is 'orders'");
  });
});

describe('bots', () => {
  const talks: Steps = {
    bot: [
      'ConnectParticipantWithLexBot',
      { Text: 'How can we help?', LexV2Bot: { AliasArn: BOT } },
      { when: { BookFlight: 'book' }, errors: { NoMatchingError: 'fault', NoMatchingCondition: 'other' } },
    ],
    book: say('To $.Lex.Slots.City then.', 'end'),
    other: say('We did not understand.', 'end'),
    fault: say('The bot is not there.', 'end'),
    end: flowEnd,
  };

  test.each([
    [
      'an intent',
      answering({ LoadedData: '{"IntentName":"BookFlight","Slots":{"City":"Oslo"}}' }),
      'To Oslo then.',
    ],
    [
      'an intent after a while',
      answering({ LoadedData: '{"IntentName":"BookFlight","Slots":{"City":"Rome"}}', DelaySeconds: 2 }),
      'To Rome then.',
    ],
    [
      'an unexpected intent',
      answering({ LoadedData: '{"IntentName":"Fallback"}' }),
      'We did not understand.',
    ],
    ['a time-out', failing('TimeLimitExceeded'), 'The bot is not there.'],
  ])('answer with %s', async (_what, strategy, words) => {
    expect((await heardWith(talks, [override('ConnectParticipantWithLexBot', bot, strategy)])).heard).toEqual(
      [words],
    );
  });

  test('that nothing answers for are missing, which is told', async () => {
    const { heard, notes } = await heardWith(talks, []);
    expect(heard).toEqual(['The bot is not there.']);
    expect(notes[0]).toContain(
      `the flow reached '${BOT}' by ConnectParticipantWithLexBot, which cannot run offline`,
    );
  });

  test('are observed as they answer', async () => {
    const { failure } = await run(benchOf({ flows: { main: talks } }), [
      observation('start', initiated, [
        override(
          'ConnectParticipantWithLexBot',
          bot,
          answering({ LoadedData: '{"IntentName":"BookFlight","IntentConfidence":{"Score":0.9}}' }),
        ),
      ]),
      observation('starts', started('ConnectParticipantWithLexBot', bot), [], ['answers']),
      observation('answers', succeeded('ConnectParticipantWithLexBot', bot), [
        check('$.Lex.IntentName', 'Equals', 'BookFlight'),
        check('$.Lex.IntentConfidence.Score', 'NumberGreaterThan', '0.8'),
        end,
      ]),
    ]);
    expect(failure).toBeUndefined();
  });
});
