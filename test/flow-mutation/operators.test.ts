/** What `npm run mutate-flows` breaks, and which calls it asks: a break that is none, or calls that never come by, would count for nothing. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { pretendedAssemblyFolder } from '../../lib/paths.ts';
import type { Action } from '../calls/transitions/flow-content.ts';
import { oneTemplate } from '../kit/one-template.ts';
import { applyFlowMutant, flowMutants } from './mutants.ts';
import { type MutableFlow, mutantsOf, OPERATORS, type Operator } from './operators.ts';
import { testsFor } from './run.ts';

const action = (
  Identifier: string,
  Type: string,
  Parameters: Record<string, unknown>,
  NextAction?: string,
  errors: Readonly<Record<string, string>> = {},
  conditions: Readonly<Record<string, string>> = {},
): Action => ({
  Identifier,
  Type,
  Parameters,
  Transitions: {
    NextAction,
    Errors: Object.entries(errors).map(([ErrorType, to]) => ({ ErrorType, NextAction: to })),
    Conditions: Object.entries(conditions).map(([key, to]) => ({
      Condition: { Operator: 'Equals', Operands: [key] },
      NextAction: to,
    })),
  },
});

let flow: MutableFlow;
beforeEach(() => {
  flow = {
    start: 'hello',
    actions: [
      action('hello', 'MessageParticipant', { Text: 'Hello.' }, 'ask', { NoMatchingError: 'end' }),
      action(
        'ask',
        'GetParticipantInput',
        { InputTimeLimitSeconds: '5' },
        'end',
        { InputTimeLimitExceeded: 'hello' },
        { 1: 'queue', 2: 'queue', 3: 'end' },
      ),
      action('queue', 'UpdateContactTargetQueue', { QueueId: 'orders' }, 'end'),
      action('end', 'DisconnectParticipant', {}),
    ],
  };
});

const broken = (operator: Operator) =>
  mutantsOf('menu', flow, { otherQueue: (queue) => `not ${String(queue)}` }).filter(
    (mutant) => mutant.operator === operator,
  );
const stepOf = (identifier: string) => flow.actions.find((each) => each.Identifier === identifier);

describe('a flow is broken', () => {
  test('by an error branch that is gone, and only calls that took it are asked', () => {
    const mutants = broken('cut-error');
    expect(mutants.map(({ name, branches }) => [name, branches])).toEqual([
      ['menu / hello: cut NoMatchingError', ['NoMatchingError']],
      ['menu / ask: cut InputTimeLimitExceeded', ['InputTimeLimitExceeded']],
    ]);
    mutants[1]?.apply(flow);
    expect(stepOf('ask')?.Transitions.Errors).toEqual([]);
    expect(stepOf('hello')?.Transitions.Errors).toHaveLength(1);
  });

  test('by two neighbouring choices that are swapped, unless both lead to the same step', () => {
    const mutants = broken('swap-choices');
    expect(mutants.map(({ name }) => name)).toEqual(['menu / ask: swap Equals 2 and Equals 3']);
    mutants[0]?.apply(flow);
    expect(stepOf('ask')?.Transitions.Conditions.map(({ NextAction }) => NextAction)).toEqual([
      'queue',
      'end',
      'queue',
    ]);
  });

  test('by words that are not said, wherever a contact comes from', () => {
    const [mutant, ...others] = broken('drop-words');
    expect(others).toEqual([]);
    mutant?.apply(flow);
    expect(flow.start).toBe('ask');
    expect(stepOf('ask')?.Transitions.Errors[0]?.NextAction).toBe('ask');
  });

  test('by more patience than was meant, and not where it is endless already', () => {
    const [mutant, ...others] = broken('raise-time-out');
    expect(others).toEqual([]);
    mutant?.apply(flow);
    expect(stepOf('ask')?.Parameters['InputTimeLimitSeconds']).toBe('180');
    expect(broken('raise-time-out')).toEqual([]);
  });

  test('by another queue', () => {
    const [mutant, ...others] = broken('other-queue');
    expect(others).toEqual([]);
    mutant?.apply(flow);
    expect(stepOf('queue')?.Parameters['QueueId']).toBe('not orders');
  });
});

describe('the template that deploys', () => {
  const template = () => oneTemplate(pretendedAssemblyFolder);

  test('can be broken by every operator, at each place by a name of its own', () => {
    const mutants = flowMutants(template());
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(new Set(mutants.map(({ operator }) => operator))).toEqual(new Set(OPERATORS));
  });

  test('is changed by a mutant in one flow, and refuses one that it does not have', () => {
    const [mutant] = flowMutants(template());
    const before = template();
    const after = template();
    applyFlowMutant(after, mutant?.name ?? '');
    const changed = Object.keys(after.Resources).filter(
      (id) => JSON.stringify(after.Resources[id]) !== JSON.stringify(before.Resources[id]),
    );
    expect(changed).toHaveLength(1);
    expect(() => applyFlowMutant(after, 'nowhere')).toThrow("no mutant is called 'nowhere'");
  });
});

describe('asked are the calls', () => {
  const one = { file: 'a.test.ts', name: 'one' };
  const other = { file: 'b.test.ts', name: 'other' };
  const byWay = new Map([
    ['menu / ask: Equals 1', [one]],
    ['menu / ask: Equals •', [other]],
    ['menu / asks: Equals 1', [{ file: 'c.test.ts', name: 'elsewhere' }]],
  ]);
  test('that took the branch, or one that may be it', () => {
    expect(testsFor({ flow: 'menu', step: 'ask', branches: ['Equals 1'] }, byWay)).toEqual([one, other]);
    expect(testsFor({ flow: 'menu', step: 'ask', branches: ['Equals 2'] }, byWay)).toEqual([other]);
  });
  test('that came by at all, where any branch may notice', () => {
    expect(testsFor({ flow: 'menu', step: 'ask', branches: undefined }, byWay)).toEqual([one, other]);
  });
  test('of nobody, where no call comes by', () => {
    expect(testsFor({ flow: 'menu', step: 'nowhere', branches: undefined }, byWay)).toEqual([]);
  });
});
