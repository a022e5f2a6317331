/** Overrides of hours, queues and bots. */
import { describe, expect, test } from '@jest/globals';
import { hangUp as flowEnd, type Steps, say } from '../contact/centre.ts';
import {
  answering,
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
import { BOT, bot, heardWith, hours, opening, opens, queues, support } from './overridden.ts';

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
