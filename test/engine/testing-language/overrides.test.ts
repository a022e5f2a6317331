/** Overrides of functions: substituted, answered, failing; used once, and the oldest first. */
import { describe, expect, test } from '@jest/globals';
import { type Steps, say } from '../contact/centre.ts';
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
  type Part,
  run,
  started,
  substitute,
  succeeded,
} from './bench.ts';
import { asks, call, heardWith, LAMBDA, lookup } from './overridden.ts';

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
    again: [call[0], call[1] ?? {}, { next: 'second', errors: { NoMatchingError: 'fault' } }],
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
    const observing = async (...before: readonly Part[]) => {
      const bench = benchOf({ flows: { main: asks }, functions: { [`${LAMBDA}lookup`]: { state: 'real' } } });
      const { failure } = await run(bench, [
        observation('start', initiated, before),
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
