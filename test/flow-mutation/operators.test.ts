/** What `npm run mutate-flows` breaks, and which calls it asks: a break that is none, or calls that never come by, would count for nothing. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../contact-flows/catalogue.ts';
import { blockOf } from '../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../engine/language/check.ts';
import { parseFlow } from '../../engine/language/parse.ts';
import type { Action } from '../calls/transitions/flow-content.ts';
import { flowMutants, mutated } from './mutants.ts';
import neverNoticed from './never-noticed.json' with { type: 'json' };
import { type MutableFlow, mutantsOf, OPERATORS, type Operator } from './operators.ts';
import { walksBy } from './run.ts';

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
  mutantsOf('menu', flow, {
    otherQueue: (queue) => `not ${String(queue)}`,
    ending: 'DisconnectParticipant',
  }).filter((mutant) => mutant.operator === operator);
const stepOf = (identifier: string) => flow.actions.find((each) => each.Identifier === identifier);

describe('a flow is broken', () => {
  test('by an error branch that just ends, unless it does already, and only calls that took it are asked', () => {
    const [mutant, ...others] = broken('cut-error');
    expect(others).toEqual([]);
    expect(mutant).toMatchObject({
      name: 'menu / ask: cut InputTimeLimitExceeded',
      branches: ['InputTimeLimitExceeded'],
    });
    mutant?.apply(flow);
    const [error] = stepOf('ask')?.Transitions.Errors ?? [];
    expect(stepOf(error?.NextAction ?? '')?.Type).toBe('DisconnectParticipant');
    expect(stepOf('hello')?.Transitions.Errors).toEqual([
      { ErrorType: 'NoMatchingError', NextAction: 'end' },
    ]);
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

describe('the flows that deploy', () => {
  const mutants = flowMutants();

  test('can be broken by every operator, at each place by a name of its own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(new Set(mutants.map(({ operator }) => operator))).toEqual(new Set(OPERATORS));
  });

  test('could be published with every mutant: what the service refuses needs no call to be noticed', () => {
    const flows = new Map(catalogue().map((each) => [each.name, each]));
    // One of each kind in each flow: what the service says hangs on nothing else.
    const kinds = new Map(mutants.map((mutant) => [`${mutant.flow} ${mutant.operator}`, mutant]));
    const refused = [...kinds.values()].filter((mutant) => {
      const { content = '', type = 'CONTACT_FLOW' } = flows.get(mutant.flow) ?? {};
      const { document, diagnostics } = parseFlow(mutated(content, mutant));
      const found = document === undefined ? [] : checkFlow(document, type, blockOf);
      return [...diagnostics, ...found].some(({ severity }) => severity === 'error');
    });
    expect(refused.map(({ name }) => name)).toEqual([]);
  });

  test('have every break that is said to change nothing', () => {
    const names = new Set(mutants.map(({ name }) => name));
    expect(Object.keys(neverNoticed).filter((name) => !names.has(name))).toEqual([]);
  });

  test('refuse a mutant that changes nothing', () => {
    const [first] = catalogue();
    expect(() => mutated(first?.content ?? '', { name: 'nothing', apply: () => undefined })).toThrow(
      "'nothing' changes nothing",
    );
  });
});

describe('asked are the calls', () => {
  const by = (flowName: string, step: string, branch: string, lines: readonly string[]) => ({
    lines,
    steps: [{ kind: 'step-taken', contactId: 'a', flowArn: '', flowName, step, type: '', branch } as const],
  });
  const one = by('menu', 'ask', 'Equals 1', ['a long', 'call']);
  const other = by('menu', 'ask', 'Equals •', ['a short call']);
  const walks = [one, other, by('menu', 'asks', 'Equals 1', []), by('orders', 'ask', 'Equals 1', [])];
  test('that took the branch, or one that may be it, the shortest first', () => {
    expect(walksBy({ flow: 'menu', step: 'ask', branches: ['Equals 1'] }, walks)).toEqual([other, one]);
    expect(walksBy({ flow: 'menu', step: 'ask', branches: ['Equals 2'] }, walks)).toEqual([other]);
  });
  test('that came by at all, where any branch may notice', () => {
    expect(walksBy({ flow: 'menu', step: 'ask', branches: undefined }, walks)).toEqual([other, one]);
  });
  test('of nobody, where no call comes by', () => {
    expect(walksBy({ flow: 'menu', step: 'nowhere', branches: undefined }, walks)).toEqual([]);
  });
});
