/** The console's older export becomes a flow of today, and what cannot is told. */
import { describe, expect, test } from '@jest/globals';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../../engine/language/check.ts';
import type { FlowAction } from '../../../engine/language/flow.ts';
import { parseFlow } from '../../../engine/language/parse.ts';
import { printParsed } from '../../../engine/language/print-parsed.ts';

interface Branch {
  readonly condition: string;
  readonly transition: string;
  readonly [more: string]: unknown;
}
const to = (condition: string, transition: string, more: object = {}): Branch => ({
  condition,
  transition,
  ...more,
});
const named = (name: string, value: unknown, more: object = {}) => ({
  name,
  value,
  namespace: null,
  ...more,
});

interface Module {
  readonly type: string;
  readonly target?: string;
  readonly parameters?: readonly object[];
  readonly branches?: readonly Branch[];
}
const exported = (module: Module, type = 'contactFlow'): string =>
  JSON.stringify({
    version: '1',
    type,
    start: 'it',
    modules: [
      { id: 'it', parameters: [], branches: [], metadata: { position: { x: 1, y: 2 } }, ...module },
      { id: 'yes', type: 'Disconnect', parameters: [], branches: [], metadata: {} },
      { id: 'no', type: 'Disconnect', parameters: [], branches: [], metadata: {} },
    ],
    metadata: { name: 'Old flow', entryPointPosition: { x: 0, y: 0 } },
  });
const converted = (module: Module, type?: string): FlowAction => {
  const action = parseFlow(exported(module, type)).document?.Actions[0];
  if (action === undefined) throw new Error('no action came out');
  return action;
};
const codes = (module: Module) =>
  parseFlow(exported(module)).diagnostics.map(({ code, path, step }) => [code, path, step].join(' '));

test('a menu keeps its keys, its words and its ways out', () => {
  const module: Module = {
    type: 'GetUserInput',
    target: 'Digits',
    parameters: [
      named('Text', '<speak>1?</speak>'),
      named('TextToSpeechType', 'ssml'),
      named('Timeout', '5'),
      named('MaxDigits', '1'),
    ],
    branches: [
      to('Evaluate', 'yes', { conditionType: 'Equals', conditionValue: '1' }),
      to('Timeout', 'no'),
      to('NoMatch', 'no'),
      to('Error', 'yes'),
    ],
  };
  expect(converted(module)).toEqual({
    Identifier: 'it',
    Type: 'GetParticipantInput',
    Parameters: { SSML: '<speak>1?</speak>', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    Transitions: {
      NextAction: 'no',
      Errors: [
        { NextAction: 'no', ErrorType: 'NoMatchingCondition' },
        { NextAction: 'yes', ErrorType: 'NoMatchingError' },
        { NextAction: 'no', ErrorType: 'InputTimeLimitExceeded' },
      ],
      Conditions: [{ NextAction: 'yes', Condition: { Operator: 'Equals', Operands: ['1'] } }],
    },
  });
  expect(codes(module)).toEqual(['flow/older-export modules ']);
});

test.each<[string, string, string]>([
  ['External', 'status', '$.External.status'],
  ['User Defined', 'order number', "$.Attributes['order number']"],
  ['System', 'Customer Number', '$.CustomerEndpoint.Address'],
  ['System', 'Stored customer input', '$.StoredCustomerInput'],
  ['System', 'Queue.Name', '$.Queue.Name'],
  ['Lex.SessionAttributes', 'topic', '$.Lex.SessionAttributes.topic'],
])('%s %s is the reference %s', (Namespace, Attribute, reference) => {
  const { Parameters } = converted({
    type: 'CheckAttribute',
    parameters: [named('Attribute', Attribute), named('Namespace', Namespace)],
    branches: [
      to('Evaluate', 'yes', { conditionType: 'GreaterThan', conditionValue: 3 }),
      to('NoMatch', 'no'),
    ],
  });
  expect(Parameters).toEqual({ ComparisonValue: reference });
});

test('a transfer becomes what its target and its flow make of it', () => {
  const queue: Module = {
    type: 'Transfer',
    target: 'Queue',
    branches: [to('AtCapacity', 'no'), to('Error', 'no')],
  };
  expect(converted(queue).Type).toBe('TransferContactToQueue');
  expect(converted(queue, 'customerQueue').Type).toBe('DequeueContactAndTransferToQueue');
  expect(converted({ type: 'Transfer', target: 'Agent' }).Type).toBe('TransferContactToAgent');
  const blind = converted({
    type: 'Transfer',
    target: 'PhoneNumber',
    parameters: [
      named('PhoneNumber', 'number', { namespace: 'External' }),
      named('TimeLimit', '30'),
      named('BlindTransfer', true),
    ],
    branches: [to('Error', 'no')],
  });
  expect(blind.Parameters).toMatchObject({
    ThirdPartyPhoneNumber: '$.External.number',
    ContinueFlowExecution: 'False',
  });
});

test('percentages become cumulative thresholds', () => {
  const share = (conditionValue: number) =>
    to('Evaluate', 'yes', { conditionType: 'Equals', conditionValue });
  const { Transitions } = converted({
    type: 'PercentileBranching',
    branches: [share(30), share(20), to('NoMatch', 'no')],
  });
  expect(Transitions.Conditions?.map(({ Condition }) => [Condition.Operator, ...Condition.Operands])).toEqual(
    [
      ['NumberLessThan', '31'],
      ['NumberLessThan', '51'],
    ],
  );
});

describe('is told, with the step', () => {
  test('a block that no longer exists, which is kept under its own type', () => {
    const module: Module = {
      type: 'SetScreenPop',
      parameters: [named('key', 'url')],
      branches: [to('Success', 'yes')],
    };
    expect(codes(module)).toEqual(['flow/older-export modules ', 'older/no-equivalent Actions[0].Type it']);
    expect(converted(module)).toMatchObject({ Type: 'SetScreenPop', Transitions: { NextAction: 'yes' } });
  });
  test('a queue of which the export has only the name', () => {
    const parameters = [named('Queue', '', { resourceName: 'BasicQueue' })];
    const module: Module = {
      type: 'SetQueue',
      parameters,
      branches: [to('Success', 'yes'), to('Error', 'no')],
    };
    expect(codes(module)).toContain('older/name-only Actions[0].Parameters it');
    expect(converted(module).Parameters).toEqual({ QueueId: 'BasicQueue' });
  });
  test('a branch that leads nowhere', () => {
    const module: Module = { type: 'SetLoggingBehavior', branches: [to('Success', 'yess')] };
    expect(codes(module)).toContain('flow/dangling-target Actions[0].Transitions.NextAction it');
  });
  test('a module without a name', () => {
    const text = exported({ type: 'Disconnect' }).replace('"id":"it",', '');
    expect(parseFlow(text).diagnostics.map(({ code }) => code)).toContain('flow/malformed-action');
  });
});

test('its own text is printed while nobody changes it, and today’s language after', () => {
  const text = exported({ type: 'Disconnect' });
  const parsed = parseFlow(text);
  expect(parsed).toMatchObject({ form: 'older-export', type: 'CONTACT_FLOW' });
  expect(printParsed(parsed)).toBe(text);
  if (parsed.document === undefined) throw new Error('no document came out');
  const printed = parseFlow(printParsed(parsed, { ...parsed.document, StartAction: 'yes' }));
  expect(printed).toMatchObject({ form: 'flow', diagnostics: [], document: { StartAction: 'yes' } });
});

test('a hook set by the oldest block, which had no error branch, publishes', () => {
  const parameters = [named('Type', 'CustomerQueue'), named('ContactFlowId', 'arn:flow')];
  const { document } = parseFlow(
    exported({ type: 'SetContactFlow', parameters, branches: [to('Success', 'yes')] }),
  );
  if (document === undefined) throw new Error('no document came out');
  expect(checkFlow(document, 'CONTACT_FLOW', blockOf)).toEqual([]);
});
