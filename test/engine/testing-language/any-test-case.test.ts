/** Whatever a test case says: what is printed is read as the same again, and no mutilated one makes anything crash. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Json } from '../../../engine/language/flow.ts';
import { createTestCaseInput, printTestCase } from '../../../engine/testing-language/print-test-case.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import { runTestCase } from '../../../engine/testing-language/run-test-case.ts';
import {
  ASSERT_OPERATORS,
  type FlowActionPlace,
  type NamelessAction,
  type Observation,
  type ObservedEvent,
  OVERRIDES,
  type Strategy,
  type TestCase,
} from '../../../engine/testing-language/test-case.ts';
import { isFull } from '../../calls/counts.ts';
import { hangUp as flowEnd, say } from '../contact/centre.ts';
import { benchOf } from './bench.ts';

const RUNS = isFull ? 2_000 : 60;

const name = fc.stringMatching(/^[a-z0-9 -]{1,12}$/).filter((text) => text.trim() !== '');
const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes('${'));
const keys = fc.stringMatching(/^[0-9*#]{1,6}$/);
const number = fc.stringMatching(/^\+[1-9][0-9]{7,13}$/);
const delaySeconds = fc.nat(30);

const place = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'InvokeLambdaFunction',
      'CheckHoursOfOperation',
      'TransferContactToQueue',
      'DequeueAndTransferToQueue',
      'ConnectParticipantWithLexBot',
    ),
    resource: words,
  }),
) satisfies fc.Arbitrary<FlowActionPlace>;

const strategyOf = ({ type }: FlowActionPlace): fc.Arbitrary<Strategy> => {
  const { result = false, errors = [] } = OVERRIDES[type] ?? {};
  const substitute = fc.record({ kind: fc.constant('substitute' as const), arn: words });
  const failure = fc.record({
    kind: fc.constant('error' as const),
    error: fc.constantFrom(...errors),
    delaySeconds,
  });
  if (!result) return fc.oneof(substitute, failure);
  const answer =
    type === 'CheckHoursOfOperation'
      ? fc.record({
          kind: fc.constant('result' as const),
          value: fc.constantFrom('InHours', 'OutOfHours'),
          delaySeconds: fc.constant(0),
        })
      : fc.record({
          kind: fc.constant('result' as const),
          value: fc.dictionary(name, words).map((value) => JSON.stringify(value)),
          delaySeconds,
        });
  return fc.oneof(substitute, failure, answer);
};

type Doing = NamelessAction;

const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ kind: fc.constant('keys' as const), keys }),
  fc.record({ kind: fc.constant('utterance' as const), text: words }),
  fc.record({ kind: fc.constant('utterance' as const), text: words, languageCode: fc.constant('en-US') }),
  fc.constant({ kind: 'disconnect' as const }),
  fc.constant({ kind: 'end-test' as const }),
  fc.record({ kind: fc.constant('log' as const), expressions: fc.dictionary(name, words) }),
  fc.record({
    kind: fc.constant('assert' as const),
    namespace: fc.constantFrom('$.Queue.Name', '$.Attributes.colour', '$.External.state', "$['ContactId']"),
    operator: fc.constantFrom(...ASSERT_OPERATORS.filter((operator) => operator !== 'Exists')),
    operand: fc.string(),
  }),
  place.chain((action) =>
    fc.record({
      kind: fc.constant('override' as const),
      action: fc.constant(action),
      strategy: strategyOf(action),
    }),
  ),
);

const event: fc.Arbitrary<ObservedEvent> = fc.oneof(
  fc.constant({ kind: 'test-initiated' as const }),
  fc.constant({ kind: 'test-completed' as const }),
  fc.record({
    kind: fc.constant('message' as const),
    message: fc.oneof(
      fc.record({ by: fc.constantFrom('text' as const, 'ssml' as const), text: words }),
      fc.record({ by: fc.constant('prompt' as const), promptId: words }),
      fc.record({ by: fc.constant('media' as const), uri: words }),
    ),
    matching: fc.constantFrom('Similarity', 'Inclusion'),
  }),
  place
    .filter(({ type }) => type !== 'DequeueAndTransferToQueue')
    .map((action) => ({ kind: 'action-started' as const, action })),
  words.map((resource) => ({
    kind: 'action-completed' as const,
    action: { type: 'InvokeLambdaFunction' as const, resource },
  })),
);

/** Observations lead to later ones only, so that each is active at some time. */
const observations: fc.Arbitrary<readonly Observation[]> = fc
  .array(fc.tuple(event, fc.array(doing, { maxLength: 4 }), fc.array(fc.nat(7), { maxLength: 2 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) =>
    list.map(([observed, actions, next], index) => ({
      identifier: `observation ${index}`,
      eventIdentifier: `event ${index}`,
      event: observed,
      actions: actions.map((action, at) => ({ identifier: `action ${at}`, ...action })),
      next: [...new Set(next.map((step) => index + 1 + step).filter((to) => to < list.length))].map(
        (to) => `observation ${to}`,
      ),
    })),
  );

const testCase: fc.Arbitrary<TestCase> = fc.record({
  name,
  entryPoint: fc.oneof(
    fc.record({ kind: fc.constant('voice' as const), flowId: words }),
    fc.record({ kind: fc.constant('voice' as const), flowId: words, from: number }),
    fc.record({ kind: fc.constant('voice' as const), from: number, to: number }),
  ),
  attributes: fc.dictionary(name, fc.string({ maxLength: 20 })),
  document: fc.record({ metadata: fc.constant({}), observations }),
});

/** Every place in the JSON with a value that can be replaced. */
function pathsOf(
  value: Json,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value))
    return [path, ...value.flatMap((item: Json, index) => pathsOf(item, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

function replaced(value: Json, [at, ...deeper]: readonly (string | number)[], to: Json | undefined): Json {
  if (at === undefined) return to ?? null;
  if (Array.isArray(value))
    return value.map((item: Json, index) => (index === at ? replaced(item, deeper, to) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key !== at) return [[key, member]];
      return deeper.length === 0 && to === undefined ? [] : [[key, replaced(member, deeper, to)]];
    }),
  );
}

const odd: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    '$.',
    '__proto__',
    { Type: 'Error' },
    [[]],
  ),
  fc.string(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);

describe('any test case', () => {
  test('is the same when it is printed and read, and printed the same again', () => {
    fc.assert(
      fc.property(testCase, (given) => {
        const printed = printTestCase(given);
        const read = readTestCase(printed, { name: 'file' });
        expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(JSON.parse(JSON.stringify(read.testCase))).toEqual(JSON.parse(JSON.stringify(given)));
        expect(read.testCase === undefined ? '' : printTestCase(read.testCase)).toBe(printed);
      }),
      { numRuns: RUNS },
    );
  });

  test('is read the same from the input of the API', () => {
    fc.assert(
      fc.property(testCase, (given) => {
        const { testCase: read } = readTestCase(JSON.stringify(createTestCaseInput(given)), { name: 'file' });
        expect(read === undefined ? '' : printTestCase(read)).toBe(printTestCase(given));
      }),
      { numRuns: RUNS },
    );
  });

  test('that somebody has mutilated is read without a crash, run if it can be, and printed the same again', async () => {
    const bench = benchOf({ flows: { main: { hello: say('Welcome to Larkfield.', 'end'), end: flowEnd } } });
    await fc.assert(
      fc.asyncProperty(
        testCase,
        fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }),
        fc.option(fc.tuple(fc.nat(), fc.string({ maxLength: 3 }))),
        async (given, changes, cut) => {
          let value: Json = JSON.parse(
            printTestCase({ ...given, entryPoint: { kind: 'voice', flowId: 'main' } }),
          );
          for (const [at, to] of changes) {
            const paths = pathsOf(value);
            value = replaced(value, paths[at % paths.length] ?? [], to);
          }
          const text = JSON.stringify(value);
          const place = cut === null ? text.length : cut[0] % (text.length + 1);
          const read = readTestCase(text.slice(0, place) + (cut?.[1] ?? '') + text.slice(place), {
            name: 'file',
          });
          if (read.testCase === undefined) {
            expect(read.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
            return;
          }
          const printed = printTestCase(read.testCase);
          const again = readTestCase(printed, { name: 'file' });
          expect(again.testCase === undefined ? again.diagnostics : printTestCase(again.testCase)).toBe(
            printed,
          );
          const { status, failure } = await runTestCase(read.testCase, bench);
          expect(failure === undefined).toBe(status === 'PASSED');
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('in any text is told apart from one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readTestCase(text, { name: 'file' }).testCase).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });
});
