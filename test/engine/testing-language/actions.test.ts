/** Instructions and assertions, each both ways. */
import { describe, expect, test } from '@jest/globals';
import type { Steps } from '../contact/centre.ts';
import { hangUp as flowEnd, say } from '../contact/centre.ts';
import { benchOf, check, end, hangUp, initiated, message, observation, press, run, speak } from './bench.ts';
import { centre, MENU, statusOf } from './order-line.ts';

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
