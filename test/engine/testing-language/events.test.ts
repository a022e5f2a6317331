/** Events that observations wait for, open groups of them, and the end of a test. */
import { describe, expect, test } from '@jest/globals';
import {
  benchOf,
  check,
  completed,
  end,
  initiated,
  log,
  message,
  observation,
  press,
  run,
  started,
  succeeded,
} from './bench.ts';
import { centre, FUNCTION, MENU, main, statusOf } from './order-line.ts';

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
