/** Events, instructions, assertions and the end of a test, each both ways. */
import { describe, expect, test } from '@jest/globals';
import type { Steps } from '../contact/centre.ts';
import { hangUp as flowEnd, say, toQueue } from '../contact/centre.ts';
import {
  benchOf,
  check,
  completed,
  end,
  hangUp,
  initiated,
  log,
  message,
  observation,
  press,
  run,
  speak,
  started,
  succeeded,
} from './bench.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup';
const call = (next: string, fault: string): Steps[string] => [
  'InvokeLambdaFunction',
  { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '3' },
  { next, errors: { NoMatchingError: fault } },
];
const menu = (Text: string, when: Readonly<Record<string, string>>, otherwise: string): Steps[string] => [
  'GetParticipantInput',
  { Text, StoreInput: 'False', InputTimeLimitSeconds: '5' },
  {
    when,
    errors: { NoMatchingCondition: otherwise, InputTimeLimitExceeded: 'silence', NoMatchingError: otherwise },
  },
];

const main: Steps = {
  welcome: say('Welcome to Larkfield.', 'menu'),
  menu: menu('For orders, press 1. For a person, press 2.', { '1': 'look-up', '2': 'connecting' }, 'wrong'),
  wrong: say('That was not one of the choices.', 'menu'),
  silence: say('We did not hear anything.', 'goodbye'),
  'look-up': call('found', 'fault'),
  found: say('Your order is $.External.state.', 'goodbye'),
  fault: say('We cannot look it up.', 'goodbye'),
  connecting: say('One moment, please.', 'set-queue'),
  ...toQueue('support', 'fault'),
  goodbye: say('Goodbye.', 'end'),
  end: flowEnd,
};

const centre = () => benchOf({ flows: { main }, functions: { [FUNCTION]: { state: 'packed', list: 'a' } } });
const statusOf = async (...observations: Parameters<typeof run>[1]) => {
  const { status, failure } = await run(centre(), observations);
  return failure === undefined ? status : failure.reasons.join();
};
const MENU = 'For orders, press 1. For a person, press 2.';

describe('events', () => {
  test('a test that ends as it begins makes no call', async () => {
    const bench = centre();
    const result = await run(bench, [observation('start', initiated, [end])]);
    expect(result.status).toBe('PASSED');
    expect(bench.effects).toEqual([]);
  });

  test('messages are heard in their order, keys answer them', async () => {
    const result = await run(centre(), [
      observation('start', initiated, [], ['menu']),
      observation('menu', message(MENU), [press('9')], ['wrong']),
      observation('wrong', message('That was not one of the choices'), [press('1')], ['found']),
      observation('found', message('Your order is packed', 'Inclusion'), [end]),
    ]);
    expect(result.failure).toBeUndefined();
    expect(result.moments.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'hears Welcome to Larkfield.',
      `hears ${MENU}`,
      'presses 9',
      'hears That was not one of the choices.',
      `hears ${MENU}`,
      'presses 1',
      'hears Your order is packed.',
    ]);
  });

  test('a test may begin with a message', async () => {
    expect(await statusOf(observation('hello', message('Welcome to Larkfield.'), [end]))).toBe('PASSED');
  });

  test('a message that never comes is told at once, with what was heard instead', async () => {
    const { failure, execution } = await run(centre(), [
      observation('hello', message('Welcome to the library'), [end]),
    ]);
    expect(failure?.type).toBe('TIMEOUT');
    expect(failure?.reasons).toEqual(['OBSERVE_EVENT']);
    expect(failure?.heard).toEqual(['Welcome to Larkfield.', MENU, 'We did not hear anything.', 'Goodbye.']);
    expect(failure?.message).toContain(
      '\'hello\' waited for "Welcome to the library" (nearest was "Welcome to Larkfield."',
    );
    expect(failure?.message).toContain(
      'the call ended (CONTACT_FLOW_DISCONNECT). On AWS this takes the whole 300 s.',
    );
    expect(execution.endMs - execution.startMs).toBeLessThan(60_000);
  });

  test('nobody who waits in a queue waits longer than five minutes', async () => {
    const { failure, execution } = await run(centre(), [
      observation('menu', message(MENU), [press('2')], ['never']),
      observation('never', message('You will never hear this'), [end]),
    ]);
    expect(failure?.message).toContain('the call went on');
    expect(execution.endMs - execution.startMs).toBe(300_000);
  });

  test('a function is observed as it starts and as it has answered', async () => {
    const lambda = { LambdaFunctionARN: FUNCTION };
    const { status, observations } = await run(centre(), [
      observation('menu', message(MENU), [press('1')], ['starts']),
      observation('starts', started('InvokeLambdaFunction', lambda), [], ['answers']),
      observation('answers', succeeded('InvokeLambdaFunction', lambda), [
        check('$.External.state', 'Equals', 'packed'),
        check('$.LambdaInvocation.ResultData.state', 'Equals', 'packed'),
        end,
      ]),
    ]);
    expect(status).toBe('PASSED');
    expect(observations.map(({ Event }) => Event.Type)).toEqual([
      'MessageReceived',
      'FlowActionStarted',
      'FlowActionCompleted',
    ]);
  });

  test('what a function answered is empty while nobody has observed it', async () => {
    expect(
      await statusOf(
        observation('menu', message(MENU), [press('1')], ['found']),
        observation('found', message('Your order is packed.'), [
          check('$.External.state', 'Equals', 'packed'),
          end,
        ]),
      ),
    ).toBe('ASSERT_DATA');
  });

  test('a function that fails has no completion', async () => {
    const { failure } = await run(benchOf({ flows: { main } }), [
      observation('menu', message(MENU), [press('1')], ['answers']),
      observation('answers', succeeded('InvokeLambdaFunction', { LambdaFunctionARN: FUNCTION }), [end]),
    ]);
    expect(failure?.message).toContain(
      `'answers' waited for the success of InvokeLambdaFunction with ${FUNCTION}`,
    );
    expect(failure?.heard).toContain('We cannot look it up.');
  });

  test('a transfer to a queue is observed before it happens, and the end of the test keeps it from happening', async () => {
    const bench = centre();
    const { status } = await run(bench, [
      observation('menu', message(MENU), [press('2')], ['transfer']),
      observation('transfer', started('TransferContactToQueue', { QueueId: 'support' }), [
        check('$.Queue.Name', 'Equals', 'support'),
        end,
      ]),
    ]);
    expect(status).toBe('PASSED');
    expect(bench.effects.map(({ kind }) => kind)).not.toContain('queued');
  });

  test('a transfer to another queue is not the one', async () => {
    expect(
      await statusOf(
        observation('menu', message(MENU), [press('2')], ['transfer']),
        observation('transfer', started('TransferContactToQueue', { QueueId: 'orders' }), [end]),
      ),
    ).toBe('OBSERVE_EVENT');
  });

  test('the end of a test is observed by who waits for it', async () => {
    const { status, observations } = await run(
      centre(),
      [
        observation('hello', message('Welcome to Larkfield.'), [end], ['last']),
        observation('last', completed, [log({ colour: 'It is $.Attributes.colour!' })]),
      ],
      { attributes: { colour: 'green' } },
    );
    expect(status).toBe('PASSED');
    expect(observations[1]?.Actions[0]?.ActualParameters).toEqual({
      Expressions: { colour: 'It is green!' },
    });
  });

  test('a check at the end of a test can fail it', async () => {
    expect(
      await statusOf(
        observation('hello', message('Welcome to Larkfield.'), [end]),
        observation('last', completed, [check('$.Queue.Name', 'Equals', 'support')]),
      ),
    ).toBe('ASSERT_DATA');
  });

  test('a test that is never ended runs into its limit', async () => {
    const { failure } = await run(centre(), [observation('hello', message('Welcome to Larkfield.'))]);
    expect(failure?.type).toBe('TIMEOUT');
    expect(failure?.message).toContain('no EndTest was reached');
  });
});

describe('open groups of observations', () => {
  test('an observation that none leads to waits at any time', async () => {
    const { status, observations } = await run(centre(), [
      observation('menu', message(MENU), [press('1')], ['found']),
      observation('found', message('Your order is packed.'), [end]),
      observation('apart', started('InvokeLambdaFunction', { LambdaFunctionARN: FUNCTION })),
    ]);
    expect(status).toBe('PASSED');
    expect(observations.map(({ Identifier }) => Identifier)).toEqual(['menu', 'apart', 'found']);
  });

  test('one that has not matched when the test ends has not passed', async () => {
    const { failure, observations } = await run(centre(), [
      observation('hello', message('Welcome to Larkfield.'), [end]),
      observation('apart', message('We did not hear anything.')),
    ]);
    expect(failure).toMatchObject({ type: 'FAILURE', reasons: ['OBSERVE_EVENT'] });
    expect(failure?.message).toBe("The test was ended before 'apart' matched");
    expect(observations.map(({ Identifier, Status }) => `${Identifier} ${Status}`)).toEqual([
      'hello PASSED',
      'apart FAILED',
    ]);
  });

  test('every observation runs once, though its message comes again', async () => {
    const { observations } = await run(centre(), [
      observation('menu', message(MENU), [press('9')], ['wrong']),
      observation('wrong', message('not one of the choices', 'Inclusion'), [press('9')], ['end']),
      observation('end', completed),
    ]);
    expect(observations.filter(({ Identifier }) => Identifier === 'menu')).toHaveLength(1);
  });

  test('one event is observed by all who wait for it', async () => {
    expect(
      await statusOf(
        observation('one', message(MENU), [press('1')]),
        observation('two', message(MENU), [], ['found']),
        observation('found', message('Your order is packed.'), [end]),
      ),
    ).toBe('PASSED');
  });
});

describe('instructions', () => {
  test('keys that are sent before a menu asks wait until it has asked', async () => {
    const { status, moments } = await run(centre(), [
      observation('hello', message('Welcome to Larkfield.'), [press('1')], ['found']),
      observation('found', message('Your order is packed.'), [end]),
    ]);
    expect(status).toBe('PASSED');
    expect(moments.map(({ kind }) => kind)).toEqual(['hears', 'hears', 'presses', 'hears']);
  });

  test('a caller who hangs up is gone', async () => {
    const bench = centre();
    const { failure } = await run(bench, [
      observation('hello', message('Welcome to Larkfield.'), [hangUp], ['menu']),
      observation('menu', message(MENU), [end]),
    ]);
    expect(failure?.message).toContain('the call ended (CUSTOMER_DISCONNECT)');
    expect(failure?.heard).toEqual(['Welcome to Larkfield.']);
  });

  test('a caller may hang up and the test end with it', async () => {
    expect(await statusOf(observation('hello', message('Welcome to Larkfield.'), [hangUp, end]))).toBe(
      'PASSED',
    );
  });

  test('nobody hears words, which is told', async () => {
    const { notes, failure } = await run(centre(), [
      observation('menu', message(MENU), [speak('orders')], ['found']),
      observation('found', message('Your order is packed.'), [end]),
    ]);
    expect(failure?.reasons).toEqual(['OBSERVE_EVENT']);
    expect(notes).toContain("nobody hears 'orders' offline: there is no bot, and menus hear keys");
  });

  test('several keys are pressed one after the other', async () => {
    const ask: Steps = {
      ask: [
        'GetParticipantInput',
        {
          Text: 'Your number?',
          StoreInput: 'True',
          InputTimeLimitSeconds: '5',
          InputValidation: { CustomValidation: { MaximumLength: '8' } },
        },
        { next: 'read', errors: { NoMatchingError: 'end' } },
      ],
      read: say('It is $.StoredCustomerInput.', 'end'),
      end: flowEnd,
    };
    const { status } = await run(benchOf({ flows: { main: ask } }), [
      observation('ask', message('Your number?'), [press('0471#')], ['read']),
      observation('read', message('It is 0471.', 'Inclusion'), [end]),
    ]);
    expect(status).toBe('PASSED');
  });
});

describe('assertions', () => {
  const attributes = { colour: 'green', count: '12' };
  const decide = async (...parts: Parameters<typeof check>): Promise<string> => {
    const { status } = await run(centre(), [observation('start', initiated, [check(...parts), end])], {
      attributes,
    });
    return status;
  };

  test.each([
    ['Equals', 'colour', 'green', 'Green'],
    ['TextStartsWith', 'colour', 'gr', 'een'],
    ['TextEndsWith', 'colour', 'een', 'gr'],
    ['TextContains', 'colour', 'ree', 'rea'],
    ['NumberGreaterThan', 'count', '11', '12'],
    ['NumberGreaterOrEqualTo', 'count', '12', '13'],
    ['NumberLessThan', 'count', '13', '12'],
    ['NumberLessOrEqualTo', 'count', '12', 'eleven'],
    ['Equals', 'unset', '', 'green'],
  ])('%s holds and does not hold', async (operator, name, holds, doesNot) => {
    expect(await decide(`$.Attributes.${name}`, operator, holds)).toBe('PASSED');
    expect(await decide(`$.Attributes.${name}`, operator, doesNot)).toBe('FAILED');
  });

  test('Exists, which the service refuses, holds for what is set', async () => {
    expect(await decide('$.Attributes.colour', 'Exists', '')).toBe('PASSED');
    expect(await decide('$.Attributes.unset', 'Exists', '')).toBe('FAILED');
  });

  test('one that fails stops the test at once, and says what it found', async () => {
    const { failure, observations, moments } = await run(
      centre(),
      [
        observation(
          'hello',
          message('Welcome to Larkfield.'),
          [check('$.Attributes.colour', 'Equals', 'red'), press('1')],
          ['menu'],
        ),
        observation('menu', message(MENU), [end]),
      ],
      { attributes },
    );
    expect(failure).toMatchObject({ type: 'FAILURE', reasons: ['ASSERT_DATA'] });
    expect(failure?.message).toBe("$.Attributes.colour is 'green', and the test asserts Equals 'red'");
    expect(observations[0]).toMatchObject({
      Status: 'FAILED',
      Actions: [{ Status: 'FAILED', ActualParameters: { Namespace: 'green' } }],
    });
    expect(moments.map(({ kind }) => kind)).toEqual(['hears']);
  });
});
