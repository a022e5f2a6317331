/** Named steps become the JSON that Connect's console writes. */
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { call } from '../../../engine/authoring/calling.ts';
import { readFigures, record, setHook, setLogging } from '../../../engine/authoring/contact.ts';
import { checkHours, checkStaff, count, decideByNumber } from '../../../engine/authoring/deciding.ts';
import { flow } from '../../../engine/authoring/flow.ts';
import { endFlow, endModule, hangUp, joinQueue } from '../../../engine/authoring/handing-over.ts';
import { ask, menu } from '../../../engine/authoring/keys.ts';
import { resource, resourcesIn } from '../../../engine/authoring/resource.ts';
import { say, sayInLoop, sayOnAndOn } from '../../../engine/authoring/speaking.ts';
import type { AnyStep, Step } from '../../../engine/authoring/step.ts';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../../engine/language/check.ts';

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', type: 'CONTACT_FLOW' } as const;
const wire = (step: AnyStep) => step.actions('step');
const error = (ErrorType: string, NextAction: string) => ({ NextAction, ErrorType });
const when = (operand: string, NextAction: string, Operator = 'Equals') => ({
  NextAction,
  Condition: { Operator, Operands: [operand] },
});

describe('a step on the wire', () => {
  test('that speaks goes on where it cannot', () => {
    expect(wire(say({ prompt: 'Hi.', next: 'a' }))).toEqual([
      {
        Identifier: 'step',
        Type: 'MessageParticipant',
        Parameters: { Text: 'Hi.' },
        Transitions: { NextAction: 'a', Errors: [error('NoMatchingError', 'a')] },
      },
    ]);
  });
  test('speaks SSML and recordings as what they are', () => {
    const parameters = (prompt: Parameters<typeof say>[0]['prompt']) =>
      wire(say({ prompt, next: 'a' }))[0]?.Parameters;
    expect(parameters({ ssml: '<speak/>' })).toEqual({ SSML: '<speak/>' });
    expect(parameters({ recording: resource('prompt', 'music') })).toEqual({
      PromptId: resource('prompt', 'music'),
    });
  });
  test('that is a menu mirrors the branch for other keys', () => {
    const [action] = wire(
      menu({
        prompt: '1?',
        timeoutSeconds: 5,
        choices: { 1: 'one', 0: 'zero', '*': 'star' },
        onTimeout: 'late',
        onNoMatch: 'other',
        onError: 'fault',
      }),
    );
    expect(action?.Parameters).toEqual({ Text: '1?', StoreInput: 'False', InputTimeLimitSeconds: '5' });
    expect(action?.Transitions).toEqual({
      NextAction: 'other',
      Errors: [
        error('InputTimeLimitExceeded', 'late'),
        error('NoMatchingCondition', 'other'),
        error('NoMatchingError', 'fault'),
      ],
      Conditions: [when('0', 'zero'), when('1', 'one'), when('*', 'star')],
    });
  });
  test('that takes a number compares it with Timeout before anything uses it', () => {
    const [input, keyed] = wire(
      ask({
        prompt: 'PIN?',
        timeoutSeconds: 8,
        digitsMax: 6,
        shortcuts: { 1: 'latest' },
        next: 'use',
        onNothing: 'nothing',
        onError: 'fault',
      }),
    );
    expect(input?.Parameters).toEqual({
      Text: 'PIN?',
      StoreInput: 'True',
      InputTimeLimitSeconds: '8',
      InputValidation: { CustomValidation: { MaximumLength: '6' } },
    });
    expect(input?.Transitions).toEqual({
      NextAction: 'step.keyed',
      Errors: [error('NoMatchingError', 'fault')],
    });
    expect(keyed?.Transitions.Errors).toEqual([error('NoMatchingCondition', 'nothing')]);
    expect(keyed?.Transitions.Conditions).toEqual(
      expect.arrayContaining([when('Timeout', 'nothing'), when('1', 'latest')]),
    );
    expect(keyed?.Transitions.Conditions?.at(-1)).toEqual(when('0', 'use', 'NumberGreaterOrEqualTo'));
  });
  test('that calls a function compares the outcome', () => {
    const contract = {
      name: 'look',
      parameters: z.strictObject({}),
      outcomes: { found: z.strictObject({}) },
      blockTimeoutSeconds: 4,
    };
    const [invoke, outcome] = wire(
      call(contract, { parameters: {}, outcomes: { found: 'a' }, onFault: 'b' }),
    );
    expect(invoke?.Parameters).toEqual({
      LambdaFunctionARN: resource('function', 'look'),
      InvocationTimeLimitSeconds: '4',
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    });
    expect(outcome).toMatchObject({
      Identifier: 'step.outcome',
      Parameters: { ComparisonValue: '$.External.outcome' },
      Transitions: {
        NextAction: 'b',
        Errors: [error('NoMatchingCondition', 'b')],
        Conditions: [when('found', 'a')],
      },
    });
  });
  test('that counts goes on where it is done', () => {
    expect(wire(count({ times: 2, again: 'a', done: 'b' }))[0]).toMatchObject({
      Parameters: { LoopCount: '2' },
      Transitions: { NextAction: 'b', Conditions: [when('ContinueLooping', 'a'), when('DoneLooping', 'b')] },
    });
  });
  test('that decides by a number tries the bounds from the smallest, however they are written', () => {
    const [decision] = wire(
      decideByNumber({
        value: '$.Metrics.Queue.Size',
        upTo: { 600: 'b', 90: 'a' },
        above: 'c',
        otherwise: 'd',
      }),
    );
    expect(decision).toMatchObject({
      Type: 'Compare',
      Parameters: { ComparisonValue: '$.Metrics.Queue.Size' },
      Transitions: {
        NextAction: 'd',
        Errors: [error('NoMatchingCondition', 'd')],
        Conditions: [
          when('90', 'a', 'NumberLessOrEqualTo'),
          when('600', 'b', 'NumberLessOrEqualTo'),
          when('600', 'c', 'NumberGreaterThan'),
        ],
      },
    });
    expect(() =>
      decideByNumber({ value: '$.Metrics.Queue.Size', upTo: {}, above: 'c', otherwise: 'd' }),
    ).toThrow('a decision by number needs a bound; give one in upTo');
  });
  test('that asks who is there tells nobody from not knowing', () => {
    expect(wire(checkStaff({ somebody: 'a', nobody: 'b', onError: 'c' }))).toEqual([
      {
        Identifier: 'step',
        Type: 'CheckMetricData',
        Parameters: { MetricType: 'NumberOfAgentsStaffed' },
        Transitions: {
          NextAction: 'c',
          Errors: [error('NoMatchingError', 'c'), error('NoMatchingCondition', 'b')],
          Conditions: [when('0', 'a', 'NumberGreaterThan')],
        },
      },
    ]);
  });
  test('that ends the flow has transitions without content', () => {
    expect(wire(hangUp())[0]?.Transitions).toEqual({});
    expect(wire(endModule())[0]?.Transitions).toEqual({});
  });
  test('has no error branch where the service refuses one', () => {
    expect(wire(setLogging({ logging: 'off', next: 'a' }))[0]?.Transitions).toEqual({ NextAction: 'a' });
    expect(wire(record({ people: ['Agent'], next: 'a' }))[0]?.Transitions).toEqual({ NextAction: 'a' });
  });
  test('is taken by the check of its block', () => {
    const hours = resource('hours', 'opening');
    const waiting = flow({
      ...terms,
      type: 'CUSTOMER_QUEUE',
      start: 'wait',
      steps: {
        wait: sayInLoop({
          prompts: ['Wait.'],
          interruptEverySeconds: 30,
          onInterrupt: 'open',
          onError: 'bye',
        }),
        open: checkHours({ hours, open: 'bye', closed: 'bye', onError: 'bye' }),
        bye: hangUp(),
      },
    });
    const queueing = flow({
      ...terms,
      start: 'hook',
      steps: {
        hook: setHook({
          hook: 'CustomerQueue',
          flow: resource('flow', 'wait'),
          next: 'join',
          onError: 'join',
        }),
        join: joinQueue({ onFull: 'bye', onError: 'bye' }),
        bye: hangUp(),
      },
    });
    const holding = flow({
      ...terms,
      type: 'CUSTOMER_HOLD',
      start: 'figures',
      steps: {
        figures: readFigures({ next: 'loop', onError: 'loop' }),
        loop: sayOnAndOn({ prompts: ['One.', 'Two.'], onError: 'end' }),
        end: endFlow(),
      },
    });
    expect(checkFlow(waiting.document, 'CUSTOMER_QUEUE', blockOf)).toEqual([]);
    expect(checkFlow(holding.document, 'CUSTOMER_HOLD', blockOf)).toEqual([]);
    expect(checkFlow(queueing.document, 'CONTACT_FLOW', blockOf)).toEqual([]);
    expect(queueing.resources).toEqual([{ kind: 'flow', name: 'wait' }]);
  });
});

describe('a flow is refused', () => {
  const steps = (names: readonly string[]): Record<string, Step<string, 'CONTACT_FLOW'>> =>
    Object.fromEntries(
      names.map((name, index) => [name, say({ prompt: 'Hi.', next: names[index + 1] ?? names[0] ?? '' })]),
    );
  const make = (names: readonly string[]) => () =>
    flow({ ...terms, start: names[0] ?? '', steps: steps(names) });
  test('when nothing leads to a step', () => {
    expect(() => flow({ ...terms, start: 'a', steps: { a: hangUp(), b: hangUp() } })).toThrow(
      "flow 'demo', step 'b': nothing leads to it",
    );
  });
  test.each([
    ['a.b', 'a name has no dot'],
    ['x'.repeat(51), 'has 51 characters; 50 is the limit'],
    ['a(b)', 'holds ( )'],
    ['toString', 'keeps for itself'],
  ])('when a step is called %s', (name, message) => {
    expect(make([name])).toThrow(message);
  });
  test('when it has more actions than the service takes', () => {
    const names = Array.from({ length: 251 }, (_, index) => `step-${index}`);
    expect(make(names)).toThrow('has 251 actions; 250 is the limit');
    expect(make(names.slice(1))).not.toThrow();
  });
  test('when a prompt holds something like a reference that is none', () => {
    const prompt = `Hi $\{customer.name}.`;
    expect(() => flow({ ...terms, start: 'a', steps: { a: say({ prompt, next: 'a' }) } })).toThrow(
      'is no reference',
    );
    expect(() => resourcesIn(`$\{queue.orders`)).toThrow('is no reference');
  });
});

test('a module has the settings that the service asks for, another flow has none', () => {
  const steps = { end: endModule() };
  expect(flow({ ...terms, type: 'MODULE', start: 'end', steps }).document.Settings).toMatchObject({
    InputParameters: [],
  });
  expect(flow({ ...terms, start: 'bye', steps: { bye: hangUp() } }).document).not.toHaveProperty('Settings');
});

test('each action has a place of its own on the canvas, further right the later it comes', () => {
  const { document } = flow({
    ...terms,
    start: 'a',
    steps: {
      a: say({ prompt: 'Hi.', next: 'b', onError: 'c' }),
      b: say({ prompt: 'Ho.', next: 'd' }),
      c: say({ prompt: 'Oh.', next: 'd' }),
      d: hangUp(),
    },
  });
  expect(document.Metadata).toMatchObject({
    ActionMetadata: {
      a: { position: { x: 300, y: 42 }, isFriendlyName: true },
      b: { position: { x: 580, y: 42 } },
      c: { position: { x: 580, y: 262 } },
      d: { position: { x: 860, y: 67 } },
    },
  });
});
