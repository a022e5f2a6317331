/** An action that its block does not allow is refused in the service's own words, with place and step. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ActionDeclaration, checkFlow } from '../../../engine/language/check.ts';
import type { FlowAction, FlowType, Json } from '../../../engine/language/flow.ts';
import {
  choice,
  json,
  list,
  map,
  number,
  object,
  optional,
  required,
  text,
} from '../../../engine/language/parameters.ts';
import { isFull } from '../../calls/counts.ts';

/** A made-up block that has one parameter of each kind. */
const demo: ActionDeclaration = {
  type: 'Demo',
  flowTypes: ['CONTACT_FLOW', 'MODULE'],
  parameters: object(
    {
      Target: required(text('reference')),
      Text: optional(text('text', { maxLength: 20 })),
      SSML: optional(text('text')),
      Code: optional(text('static', { pattern: /^[A-Z]+$/ })),
      Seconds: optional(number('static', { min: 1, max: 180 })),
      Times: optional(number('reference', { min: 0, max: 100 })),
      Mode: optional(choice(['On', 'Off'])),
      Attributes: optional(map(text('text'), { minEntries: 1 })),
      Items: optional(list(object({ Name: required(text('static')) }), { maxItems: 2 })),
      Data: optional(json()),
    },
    [
      { names: ['Text', 'SSML'], rule: 'exactly-one' },
      { names: ['Code', 'Mode'], rule: 'at-most-one' },
    ],
  ),
  branches: ({ Mode }) => ({
    next: Mode === 'Off' ? 'none' : 'required',
    errors: { required: ['NoMatchingError'], optional: ['CallFailed'] },
    conditions: Mode === 'On' ? { kind: 'exactly', operands: ['True', 'False'] } : { kind: 'none' },
  }),
};

const ok: FlowAction = {
  Identifier: 'step',
  Type: 'Demo',
  Parameters: { Target: 'x', Text: 'Hello.' },
  Transitions: { NextAction: 'step', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'step' }] },
};
const refusals = (action: FlowAction, flowType: FlowType = 'CONTACT_FLOW') =>
  checkFlow(
    { Version: '2019-10-30', StartAction: 'step', Actions: [ok, action], Settings: {} },
    flowType,
    (type) => (type === 'Demo' ? demo : undefined),
  );
const messages = (action: FlowAction, flowType?: FlowType) =>
  refusals(action, flowType).map(({ message }) => message);
const withParameters = (parameters: Readonly<Record<string, Json>>): FlowAction => ({
  ...ok,
  Parameters: { ...ok.Parameters, ...parameters },
});
const condition = (operand: string, Operator = 'Equals') => ({
  Condition: { Operator, Operands: [operand] },
  NextAction: 'step',
});
const value = (path: string) => [`Invalid Action property value. Path: Actions[1].${path}`];

test('an action that fits its block is not refused', () => {
  expect(messages(ok)).toEqual([]);
});

describe('the type (G1)', () => {
  const refused = (type: string) => [`Invalid Action type. Type: ${type}, Path: Actions[1].Type`];
  test('that nobody knows is refused, with the step', () => {
    const action = { ...ok, Type: 'SetLoggingBehavior' };
    expect(messages(action)).toEqual(refused('SetLoggingBehavior'));
    expect(refusals(action)[0]).toMatchObject({ path: 'Actions[1].Type', step: 'step' });
  });
  test('is refused in a flow of a type that it does not belong to', () => {
    expect(messages(ok, 'AGENT_HOLD').at(-1)).toEqual(refused('Demo')[0]);
    expect(messages(ok, 'MODULE')).toEqual([]);
  });
});

describe('a parameter', () => {
  test('that the block does not know is refused (G2)', () => {
    expect(messages(withParameters({ QueueId: 'x' }))).toEqual([
      'Invalid Action property name. Path: Actions[1].Parameters.QueueId',
    ]);
    expect(messages(withParameters({ Items: [{ Name: 'a', Nmae: 'b' }] }))).toEqual([
      'Invalid Action property name. Path: Actions[1].Parameters.Items[0].Nmae',
    ]);
  });
  test.each(['constructor', 'toString', '__proto__'])('%s is unknown too', (name) => {
    expect(messages(withParameters(Object.fromEntries([[name, 'x']])))).toEqual([
      `Invalid Action property name. Path: Actions[1].Parameters.${name}`,
    ]);
  });
  test('that is missing is named (G4), inside lists too', () => {
    expect(messages({ ...ok, Parameters: { Text: 'Hello.' } })).toEqual([
      'Action is missing required property. Path: Actions[1].Parameters.Target',
    ]);
    expect(messages(withParameters({ Items: [{ Name: 'a' }, {}] }))).toEqual([
      'Action is missing required property. Path: Actions[1].Parameters.Items[1].Name',
    ]);
  });
  test('of an exclusive pair is refused with the other (G9)', () => {
    expect(messages(withParameters({ SSML: '<speak/>' }))).toEqual([
      'Only one of these properties may be defined. Properties: [Text, SSML]',
    ]);
  });
  test('of a pair of which one is needed is asked for (G10)', () => {
    expect(messages({ ...ok, Parameters: { Target: 'x' } })).toEqual([
      'At least one of [Text, SSML] must be set',
    ]);
  });
  test('of a pair that excludes each other may be left out altogether', () => {
    expect(messages(withParameters({ Code: 'A' }))).toEqual([]);
  });
  test.each<[string, Json]>([
    ['Target', ''],
    ['Target', 7],
    ['Target', true],
    ['Target', null],
    ['Target', { Id: 'x' }],
    ['Target', '$.BadValue'],
    ['Target', '$.External'],
    ['Target', '$.Attributes.$.StoredCustomerInput'],
    ['Text', 'x'.repeat(21)],
    ['Code', 'lower'],
    ['Code', '$.Attributes.code'],
    ['Seconds', '0'],
    ['Seconds', '181'],
    ['Seconds', '2.5'],
    ['Seconds', 'two'],
    ['Seconds', '$.Attributes.seconds'],
    ['Times', '101'],
    ['Mode', 'on'],
    ['Mode', true],
    ['Attributes', {}],
    ['Attributes', 'x'],
    ['Items', [{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }]],
    ['Items', {}],
  ])('%s: %j is refused (G3)', (name, given) => {
    expect(messages(withParameters({ [name]: given }))).toEqual(value(`Parameters.${name}`));
  });
  test.each<[string, Json]>([
    ['Target', '$.Attributes.queue'],
    ['Target', `$\{queue.orders}`],
    ['Text', ' '],
    ['Text', 'Order $.External.orderNumber, thank you'],
    ['Code', 'A'],
    ['Seconds', '180'],
    ['Seconds', 5],
    ['Times', '$.Attributes.times'],
    ['Attributes', { a: '$.External.x and more' }],
    ['Data', { deep: [true, 1, null] }],
  ])('%s: %j is taken', (name, given) => {
    expect(messages(withParameters({ [name]: given }))).toEqual([]);
  });
  test('map with an empty value is refused by its own sentence', () => {
    expect(messages(withParameters({ Attributes: { a: '' } }))).toEqual([
      'Empty value in Parameters.Attributes',
    ]);
  });
});

describe('a branch', () => {
  const on = withParameters({ Mode: 'On' });
  const both = [condition('True'), condition('False')];
  const branching = (Conditions: FlowAction['Transitions']['Conditions']): FlowAction => ({
    ...on,
    Transitions: { ...ok.Transitions, ...(Conditions === undefined ? {} : { Conditions }) },
  });
  test('without a next action is refused (G4)', () => {
    expect(messages({ ...ok, Transitions: { Errors: ok.Transitions.Errors ?? [] } })).toEqual([
      'Action is missing required property. Path: Actions[1].Transitions.NextAction',
    ]);
  });
  test('for an error is missing (G5), or one too many (G6)', () => {
    const errors = (...types: string[]): FlowAction => ({
      ...ok,
      Transitions: {
        NextAction: 'step',
        Errors: types.map((ErrorType) => ({ ErrorType, NextAction: 'step' })),
      },
    });
    expect(messages(errors())).toEqual([
      'Action is missing required error. Error: NoMatchingError, Path: Actions[1]',
    ]);
    expect(messages(errors('NoMatchingError', 'Timeout'))).toEqual([
      'Invalid Action error. Error: Timeout, Path: Actions[1]',
    ]);
    expect(messages(errors('NoMatchingError', 'CallFailed'))).toEqual([]);
  });
  test('leads on from an action that ends the flow (G7)', () => {
    expect(messages({ ...withParameters({ Mode: 'Off' }) })).toEqual([
      'Action does not support transitions. Path: Actions[1].Transitions.NextAction',
    ]);
  });
  test('on a condition where there can be none is refused (G8)', () => {
    const action = { ...ok, Transitions: { ...ok.Transitions, Conditions: both } };
    expect(messages(action)).toEqual(['Action does not support conditions']);
    expect(refusals(action)[0]?.path).toBe('Actions[1].Transitions.Conditions');
  });
  test.each([
    [[condition('True')]],
    [[...both, condition('Maybe')]],
    [[condition('True'), condition('True')]],
    [[condition('True'), condition('False', 'TextContains')]],
    [
      [
        condition('True'),
        { Condition: { Operator: 'Equals', Operands: ['False', 'No'] }, NextAction: 'step' },
      ],
    ],
    [undefined],
  ])('set of conditions %j is refused where True and False are asked for (G3)', (conditions) => {
    expect(messages(branching(conditions))).toEqual(value('Transitions.Conditions'));
  });
  test('set of conditions that is complete is taken', () => {
    expect(messages(branching(both))).toEqual([]);
  });
});

test('a module without settings is refused by name', () => {
  const found = checkFlow(
    { Version: '2019-10-30', StartAction: 'step', Actions: [ok] },
    'MODULE',
    () => demo,
  );
  expect(found.map(({ message }) => message)).toEqual([
    'JSON field is missing or null for field name: settings',
  ]);
});

test('whatever the parameters are, the check says something and never throws', () => {
  const name = fc.constantFrom(
    'Target',
    'Text',
    'Seconds',
    'Mode',
    'Attributes',
    'Items',
    'Data',
    '__proto__',
    'x',
  );
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), (parameters) => {
      const action: FlowAction = { ...ok, Parameters: JSON.parse(JSON.stringify(parameters)) };
      for (const refusal of refusals(action)) expect(refusal.path).toMatch(/^Actions\[1\]/);
    }),
    { numRuns: isFull ? 2_000 : 250 },
  );
});
