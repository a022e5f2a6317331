/** Two flows compared: what callers notice is told, and what they do not is not. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffFlows } from '../../../engine/authoring/diff-flows.ts';
import { waysOut } from '../../../engine/blocks/ways-out.ts';
import type { FlowAction, FlowDocument } from '../../../engine/language/flow.ts';
import { isFull } from '../../calls/counts.ts';
import { arbitraryFlow } from '../language/arbitrary-flow.ts';

const numRuns = isFull ? 2_000 : 100;

/** Without what no contact reaches: a step that nobody names and nobody reaches has no place to be known by. */
function reachable(flow: FlowDocument): FlowDocument {
  const steps = new Map(flow.Actions.map((action) => [action.Identifier, action]));
  const StartAction = steps.has(flow.StartAction) ? flow.StartAction : (flow.Actions[0]?.Identifier ?? '');
  const reached = new Set([StartAction]);
  for (const name of reached) {
    const action = steps.get(name);
    for (const { to } of action === undefined ? [] : waysOut(action)) if (steps.has(to)) reached.add(to);
  }
  return { ...flow, StartAction, Actions: flow.Actions.filter(({ Identifier }) => reached.has(Identifier)) };
}

function renamed(flow: FlowDocument): FlowDocument {
  const names = new Map(flow.Actions.map(({ Identifier }, index) => [Identifier, `step ${index} anew`]));
  const to = <Branch extends { readonly NextAction: string }>(branch: Branch): Branch => ({
    ...branch,
    NextAction: names.get(branch.NextAction) ?? branch.NextAction,
  });
  return {
    ...flow,
    StartAction: names.get(flow.StartAction) ?? flow.StartAction,
    Actions: flow.Actions.map((action) => {
      const { NextAction, Errors, Conditions, ...rest } = action.Transitions;
      return {
        ...action,
        Identifier: names.get(action.Identifier) ?? '',
        Transitions: {
          ...rest,
          ...(NextAction === undefined ? {} : to({ NextAction })),
          ...(Errors === undefined ? {} : { Errors: Errors.map(to) }),
          ...(Conditions === undefined ? {} : { Conditions: Conditions.map(to) }),
        },
      };
    }),
  };
}

describe('callers notice nothing of', () => {
  test('another layout, another order of the steps, and other names', () => {
    fc.assert(
      fc.property(arbitraryFlow, fc.jsonValue(), (any, layout) => {
        const flow = reachable(any);
        const { Metadata, ...rest } = renamed(flow);
        expect(diffFlows(flow, flow)).toEqual([]);
        expect(diffFlows(any, { ...any, Actions: any.Actions.toReversed() })).toEqual([]);
        expect(
          diffFlows(flow, { ...rest, Metadata: JSON.stringify(layout), Actions: rest.Actions.toReversed() }),
        ).toEqual([]);
      }),
      { numRuns },
    );
  });
  test('what a step has but never takes, and lists that are empty', () => {
    const one = menu({ NextAction: 'bye', Errors: [] });
    expect(diffFlows(one, menu({ NextAction: 'help' }))).toEqual([]);
  });
  test('an error branch that leads where the words lead anyway, and a number in quotes or not', () => {
    const spoken = (Transitions: FlowAction['Transitions'], Seconds: string | number) =>
      flowOf([
        { Identifier: 'hi', Type: 'MessageParticipant', Parameters: { Text: 'Hi.', Seconds }, Transitions },
      ]);
    const error = { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] };
    expect(diffFlows(spoken({ NextAction: 'bye' }, 5), spoken({ NextAction: 'bye', ...error }, '5'))).toEqual(
      [],
    );
  });
});

describe('callers notice', () => {
  test('any step that says, leads or is something else, in both directions', () => {
    const mutation = fc.constantFrom('parameter', 'branch', 'type', 'gone', 'start', 'settings');
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(), mutation, (flow, at, kind) => {
        const other = mutate(flow, at % flow.Actions.length, kind);
        expect(diffFlows(flow, other)).not.toEqual([]);
        expect(diffFlows(other, flow)).not.toEqual([]);
      }),
      { numRuns },
    );
  });
  test.each<[string, Partial<FlowAction>, string]>([
    [
      'other words',
      { Parameters: { Text: 'Press 2.', StoreInput: 'False' } },
      `'ask' says "Press 2." instead of "Press 1."`,
    ],
    [
      'a new setting',
      { Parameters: { Text: 'Press 1.', StoreInput: 'False', A: 'b' } },
      `'ask': A is now "b"`,
    ],
    [
      'a setting that is gone',
      { Parameters: { Text: 'Press 1.' } },
      `'ask': StoreInput is no longer given (it was "False")`,
    ],
    [
      'a key that leads elsewhere',
      transitions([['Equals', '1', 'bye']]),
      `'ask' goes on key 1 to 'bye' instead of 'help'`,
    ],
    [
      'a new key',
      transitions([
        ['Equals', '1', 'help'],
        ['Equals', '2', 'bye'],
      ]),
      `'ask' goes on key 2 to 'bye'`,
    ],
    ['a key that is gone', transitions([]), `'ask' no longer goes on key 1 anywhere (it went to 'help')`],
  ])('%s', (_name, change, sentence) => {
    const before = menu({});
    const after = {
      ...before,
      Actions: before.Actions.map((each) => (each.Identifier === 'ask' ? { ...each, ...change } : each)),
    };
    expect(diffFlows(before, after).map((each) => each.sentence)).toEqual([sentence]);
  });
  test('the order of questions that overlap', () => {
    const asks = (conditions: readonly (readonly [string, string, string])[]) =>
      flowOf([
        {
          Identifier: 'is',
          Type: 'Compare',
          Parameters: { ComparisonValue: '$.Attributes.n' },
          ...transitions(conditions),
        },
      ]);
    const two = [
      ['NumberLessThan', '5', 'bye'],
      ['NumberLessThan', '9', 'help'],
    ] as const;
    expect(diffFlows(asks(two), asks(two.toReversed())).map(({ kind }) => kind)).toEqual(['order']);
  });
  test('a step put in, with what it says, and one that is gone', () => {
    const before = menu({});
    const fresh = {
      Identifier: 'welcome',
      Type: 'MessageParticipant',
      Parameters: { Text: 'Welcome.' },
      Transitions: { NextAction: 'ask' },
    };
    const after = { ...before, StartAction: 'welcome', Actions: [fresh, ...before.Actions] };
    expect(diffFlows(before, after).map(({ sentence }) => sentence)).toEqual([
      "the flow begins with 'welcome' instead of 'ask'",
      `new: 'welcome': MessageParticipant says "Welcome."`,
    ]);
    expect(diffFlows(after, before).map(({ sentence }) => sentence)).toContain(
      `gone: 'welcome': MessageParticipant says "Welcome."`,
    );
  });
  test('a second action of the same name', () => {
    const before = menu({});
    const [first] = before.Actions;
    if (first === undefined) throw new Error('the menu has steps');
    expect(diffFlows(before, { ...before, Actions: [...before.Actions, first] })).toHaveLength(1);
  });
});

function transitions(
  conditions: readonly (readonly [string, string, string])[],
): Pick<FlowAction, 'Transitions'> {
  const Conditions = conditions.map(([Operator, operand, NextAction]) => ({
    NextAction,
    Condition: { Operator, Operands: [operand] },
  }));
  return { Transitions: { NextAction: 'bye', Conditions } };
}

function flowOf(actions: readonly FlowAction[]): FlowDocument {
  const end = (Identifier: string) => ({
    Identifier,
    Type: 'DisconnectParticipant',
    Parameters: {},
    Transitions: {},
  });
  return {
    Version: '2019-10-30',
    StartAction: actions[0]?.Identifier ?? '',
    Actions: [...actions, end('bye'), { ...end('help'), Type: 'EndFlowExecution' }],
  };
}

const menu = (more: FlowAction['Transitions']): FlowDocument =>
  flowOf([
    {
      Identifier: 'ask',
      Type: 'GetParticipantInput',
      Parameters: { Text: 'Press 1.', StoreInput: 'False' },
      Transitions: { ...transitions([['Equals', '1', 'help']]).Transitions, ...more },
    },
  ]);

function mutate(flow: FlowDocument, at: number, kind: string): FlowDocument {
  const change = (with_: (action: FlowAction) => FlowAction): FlowDocument => ({
    ...flow,
    Actions: flow.Actions.map((action, index) => (index === at ? with_(action) : action)),
  });
  switch (kind) {
    case 'parameter':
      return change((action) => ({ ...action, Parameters: { ...action.Parameters, Fresh: 'x' } }));
    case 'branch':
      return change((action) => ({
        ...action,
        Transitions: { ...action.Transitions, Errors: [{ ErrorType: 'Fresh', NextAction: 'bye' }] },
      }));
    case 'type':
      return change((action) => ({ ...action, Type: `${action.Type}2` }));
    case 'gone':
      return { ...flow, Actions: flow.Actions.filter((_action, index) => index !== at) };
    case 'start':
      return { ...flow, StartAction: `${flow.StartAction} elsewhere` };
    default:
      return { ...flow, Settings: { changed: 'yes' } };
  }
}
