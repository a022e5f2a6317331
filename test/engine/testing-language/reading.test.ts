/** Dialects that are read with a note each, and mistakes that are refused with a code and a place. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { printTestCase } from '../../../engine/testing-language/print-test-case.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import {
  answering,
  CALL,
  check,
  end,
  failing,
  message,
  observation,
  override,
  press,
  speak,
  started,
  substitute,
  succeeded,
} from './bench.ts';

type Part = { readonly [key: string]: Json };

const lookup = { LambdaFunctionARN: 'arn:aws:lambda:us-east-1:123456789012:function:lookup' };
const opening = { HoursOfOperationId: 'opening' };

/** The value with the member at the path changed; undefined takes it out. */
function changed(value: Json, path: string, to: Json | undefined): Json {
  const [name = '', ...deeper] = path.split('.');
  if (Array.isArray(value))
    return value.map((item: Json, index) => {
      if (String(index) !== name) return item;
      return deeper.length === 0 ? (to ?? null) : changed(item, deeper.join('.'), to);
    });
  if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${path}`);
  const { [name]: member = null, ...others } = value as Part;
  if (deeper.length > 0) return { ...value, [name]: changed(member, deeper.join('.'), to) };
  return to === undefined ? others : { ...value, [name]: to };
}

const ONE = observation('one', message('Welcome'), [press('1'), end]);
const input = (observations: readonly Json[], more: Part = {}): Part => ({
  Name: 'case',
  EntryPoint: CALL,
  Content: { Version: '2019-10-30', Metadata: {}, Observations: observations },
  ...more,
});
const notesOf = (value: Json) =>
  readTestCase(JSON.stringify(value), { name: 'file' }).diagnostics.map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  );
const doing = (...actions: readonly Part[]) =>
  input([observation('one', message('Welcome'), [...actions, end])]);

test('a case in the canonical dialect has no notes', () => {
  expect(notesOf(input([ONE]))).toEqual([]);
});

const E = 'Observations[0].Event';
const A = 'Observations[0].Actions[0]';
const S = `${A}.Parameters.Behavior.Properties.Strategy`;

describe('a deviation is understood and noted', () => {
  const flat: Part = {
    Type: 'SendInstruction',
    Parameters: { ActionType: 'SendInstruction', Actor: 'Customer', DtmfInput: '1' },
  };
  const mocked = (strategy: Part) => doing(override('InvokeLambdaFunction', lookup, strategy));
  test.each<[string, string, Json]>([
    ['superseded-version', 'Version', changed(input([ONE]), 'Content.Version', '2025-06-21')],
    ['superseded-usage', 'Observations[0].Usage', input([{ ...ONE, Usage: { Type: 'EXACTLY' } }])],
    ['usage', 'Observations[0].Usage', input([{ ...ONE, Usage: { Type: 'Exactly', Times: 1 } }])],
    ['no-transitions', 'Observations[0].Transitions', input([changed(ONE, 'Transitions', undefined)])],
    ['event-without-identifier', E, input([changed(ONE, 'Event.Identifier', undefined)])],
    [
      'repeated-event-identifier',
      'Observations[1].Event.Identifier',
      input([ONE, { ...ONE, Identifier: 'two' }]),
    ],
    ['actor', `${E}.Actor`, input([changed(ONE, 'Event.Actor', 'Agent')])],
    [
      'no-matching-criteria',
      `${E}.Properties.MatchingCriteria`,
      input([changed(ONE, 'Event.Properties.MatchingCriteria', undefined)]),
    ],
    [
      'matching-criteria-text',
      `${E}.Properties.MatchingCriteria`,
      input([changed(ONE, 'Event.Properties.MatchingCriteria', 'Inclusion')]),
    ],
    [
      'matching-criteria-beside-properties',
      `${E}.MatchingCriteria`,
      input([
        changed(changed(ONE, 'Event.Properties.MatchingCriteria', undefined), 'Event.MatchingCriteria', {
          Type: 'Inclusion',
        }),
      ]),
    ],
    [
      'numeric-keys',
      `${A}.Parameters.Instruction.Properties.Value`,
      input([changed(ONE, 'Actions.0.Parameters.Instruction.Properties.Value', 1)]),
    ],
    ['actor-beside-parameters', `${A}.Actor`, input([changed(ONE, 'Actions.0.Actor', 'Customer')])],
    [
      'instruction-actor',
      `${A}.Parameters.Actor`,
      input([changed(ONE, 'Actions.0.Parameters.Actor', undefined)]),
    ],
    [
      'action-type-echo',
      `${A}.Parameters.ActionType`,
      input([changed(ONE, 'Actions.0.Parameters.ActionType', undefined)]),
    ],
    [
      'action-type-echo',
      `${A}.Parameters.ActionType`,
      changed(
        doing(check('$.Channel', 'Equals', 'VOICE')),
        'Content.Observations.0.Actions.0.Parameters.ActionType',
        'Assert',
      ),
    ],
    [
      'action-without-transitions',
      'Observations[0].Actions[1].Transitions',
      input([changed(ONE, 'Actions.1.Transitions', undefined)]),
    ],
    [
      'empty-next-action',
      'Observations[0].Actions[1].Transitions.NextAction',
      input([changed(ONE, 'Actions.1.Transitions', { NextAction: '' })]),
    ],
    ['unchained-action', 'Observations[0].Actions[1]', input([changed(ONE, 'Actions.0.Transitions', {})])],
    ['flat-keys', `${A}.Parameters.DtmfInput`, doing(flat)],
    [
      'utterance-name',
      `${A}.Parameters.Instruction.Type`,
      changed(
        doing(speak('hello')),
        'Content.Observations.0.Actions.0.Parameters.Instruction.Type',
        'TextUtterance',
      ),
    ],
    [
      'utterance-name',
      `${A}.Parameters.Instruction.Type`,
      changed(
        doing(speak('hello')),
        'Content.Observations.0.Actions.0.Parameters.Instruction.Type',
        'TextInput',
      ),
    ],
    [
      'utterance-key',
      `${A}.Parameters.Instruction.Properties.Text`,
      changed(doing(speak('hello')), 'Content.Observations.0.Actions.0.Parameters.Instruction.Properties', {
        Text: 'hello',
      }),
    ],
    [
      'utterance-key',
      `${A}.Parameters.Instruction.Properties.SSML`,
      changed(doing(speak('hello')), 'Content.Observations.0.Actions.0.Parameters.Instruction.Properties', {
        SSML: '<speak>hello</speak>',
      }),
    ],
    ['exists', `${A}.Parameters.Operator`, doing(check('$.Channel', 'Exists', ''))],
    [
      'operand-text',
      `${A}.Parameters.Operand`,
      changed(
        doing(check('$.Channel', 'Equals', '')),
        'Content.Observations.0.Actions.0.Parameters.Operand',
        7,
      ),
    ],
    ['mock-value', `${S}.Response.ExecutionResult.Value`, mocked(answering({ Value: '{}' }))],
    [
      'mock-object',
      `${S}.Response.ExecutionResult.LoadedData`,
      mocked(answering({ LoadedData: { state: 'packed' } })),
    ],
    [
      'mocked-hours',
      `${S}.Response.ExecutionResult`,
      doing(override('CheckHoursOfOperation', opening, answering({ Value: 'InHours' }))),
    ],
    [
      'dequeue-name',
      `${A}.Parameters.Behavior.Properties.ActionType`,
      doing(override('DequeueContactAndTransferToQueue', { QueueId: 'q' }, substitute('r'))),
    ],
    [
      'agent-without-queue',
      `${A}.Parameters.Behavior.Properties.ActionParameters`,
      doing(override('TransferContactToQueue', { AgentId: 'sam' }, substitute('r'))),
    ],
    ['no-end', 'Observations', input([observation('one', message('Welcome'), [press('1')])])],
    [
      'reaches-queue',
      'Observations[0]',
      input([
        observation('one', started('TransferContactToQueue', { QueueId: 'q' }), [], ['two']),
        observation('two', message('Please wait'), [end]),
      ]),
    ],
    ['flat-initialization', 'InitializationData', input([ONE], { InitializationData: '{"colour":"green"}' })],
    [
      'segment-attributes',
      'InitializationData.SegmentAttributes',
      input([ONE], { InitializationData: { SegmentAttributes: { a: 'b' } } }),
    ],
    [
      'transcription-languages',
      'EntryPoint.VoiceCallEntryPointParameters.TranscriptionLanguageCodes',
      changed(input([ONE]), 'EntryPoint.VoiceCallEntryPointParameters.TranscriptionLanguageCodes', null),
    ],
    ['bare-document', '', { Version: '2019-10-30', Metadata: { entryPoint: CALL }, Observations: [ONE] }],
  ])('%s at %s', (code, path, value) => {
    expect(notesOf(value)).toEqual([`warning test-case/${code} ${path}`]);
    const { testCase } = readTestCase(JSON.stringify(value), { name: 'file' });
    if (testCase === undefined) throw new Error('it was to be understood');
    // What is printed deviates no more, except in what nobody can say otherwise.
    const printed = printTestCase(testCase);
    const left = readTestCase(printed, { name: 'file' }).diagnostics.map((note) =>
      note.code.slice('test-case/'.length),
    );
    const stays = ['exists', 'mocked-hours', 'no-end', 'reaches-queue', 'repeated-event-identifier'];
    expect(left).toEqual(stays.includes(code) ? [code] : []);
  });

  test('a byte order mark', () => {
    const { testCase, diagnostics } = readTestCase(`\uFEFF${JSON.stringify(input([ONE]))}`, { name: 'file' });
    expect(testCase?.name).toBe('case');
    expect(diagnostics.map(({ code }) => code)).toEqual(['test-case/byte-order-mark']);
  });

  test('a mistake in an observation names it', () => {
    const { diagnostics } = readTestCase(
      JSON.stringify(changed(input([ONE]), 'Content.Observations.0.Event.Type', 'MessageRecieved')),
      { name: 'file' },
    );
    expect(diagnostics).toEqual([
      {
        code: 'test-case/unknown-event',
        severity: 'error',
        message: "there is no event 'MessageRecieved'; did you mean 'MessageReceived'?",
        path: 'Observations[0].Event.Type',
        step: 'one',
      },
    ]);
  });
});

describe('a mistake is refused with its place', () => {
  const strategy = (value: Part, type = 'InvokeLambdaFunction') =>
    doing(
      override(
        type,
        type === 'InvokeLambdaFunction'
          ? lookup
          : type === 'CheckHoursOfOperation'
            ? opening
            : { QueueId: 'q' },
        value,
      ),
    );
  const at = (path: string, to: Json | undefined, value: Json = input([ONE])) => changed(value, path, to);
  const O = 'Content.Observations.0';
  const call = (parameters: Part) =>
    input([ONE], { EntryPoint: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: parameters } });
  const V = 'EntryPoint.VoiceCallEntryPointParameters';
  test.each<[string, string, Json]>([
    ['not-an-object', '', []],
    ['missing', 'Name', at('Name', undefined)],
    ['missing', 'Content', at('Content', undefined)],
    ['not-json', 'Content', at('Content', '{"Version":')],
    ['not-an-object', 'Content', at('Content', 7)],
    ['wrong-version', 'Version', at('Content.Version', '2020-01-01')],
    ['wrong-version', 'Version', at('Content.Version', undefined)],
    ['missing', 'Observations', at('Content.Observations', undefined)],
    ['wrong-kind', 'Observations', at('Content.Observations', {})],
    ['no-observations', 'Observations', at('Content.Observations', [])],
    ['wrong-kind', 'Observations[0]', at('Content.Observations', ['one'])],
    ['missing', 'Observations[0].Identifier', at(`${O}.Identifier`, undefined)],
    ['wrong-kind', 'Observations[0].Identifier', at(`${O}.Identifier`, '')],
    ['missing', E, at(`${O}.Event`, undefined)],
    ['missing', `${E}.Type`, at(`${O}.Event.Type`, undefined)],
    ['missing', `${E}.Properties`, at(`${O}.Event.Properties`, undefined)],
    ['empty-message', `${E}.Properties.Text`, at(`${O}.Event.Properties.Text`, '')],
    ['empty-message', `${E}.Properties`, at(`${O}.Event.Properties.Text`, undefined)],
    ['two-messages', `${E}.Properties`, at(`${O}.Event.Properties.SSML`, '<speak>Welcome</speak>')],
    [
      'unknown-matching',
      `${E}.Properties.MatchingCriteria`,
      at(`${O}.Event.Properties.MatchingCriteria.Type`, 'Exact'),
    ],
    [
      'unknown-flow-action',
      `${E}.Properties.ActionType`,
      input([observation('one', started('Compare', { a: 'b' }), [end])]),
    ],
    [
      'empty-action-parameters',
      `${E}.Properties.ActionParameters`,
      input([observation('one', started('InvokeLambdaFunction', {}), [end])]),
    ],
    [
      'event-never-comes',
      `${E}.Properties.ActionType`,
      input([observation('one', succeeded('CheckHoursOfOperation', opening), [end])]),
    ],
    ['wrong-kind', A, at(`${O}.Actions.0`, 'press')],
    ['unknown-action', `${A}.Type`, at(`${O}.Actions.0.Type`, 'AssertData')],
    ['missing', `${A}.Parameters`, at(`${O}.Actions.0.Parameters`, undefined)],
    [
      'unknown-instruction',
      `${A}.Parameters.Instruction.Type`,
      at(`${O}.Actions.0.Parameters.Instruction.Type`, 'Dtmf'),
    ],
    [
      'no-keys',
      `${A}.Parameters.Instruction.Properties.Value`,
      at(`${O}.Actions.0.Parameters.Instruction.Properties.Value`, 'one'),
    ],
    [
      'keys-in-chat',
      `${A}.Parameters.Instruction.Properties.Value`,
      input([ONE], { EntryPoint: { Type: 'CHAT', ChatEntryPointParameters: { FlowId: 'main' } } }),
    ],
    [
      'duplicate-action',
      'Observations[0].Actions[1].Identifier',
      at(`${O}.Actions.1.Identifier`, 'one 0', at(`${O}.Actions.0.Transitions`, {})),
    ],
    [
      'dangling-action',
      `${A}.Transitions.NextAction`,
      at(`${O}.Actions.0.Transitions.NextAction`, 'nothing'),
    ],
    [
      'action-circle',
      'Observations[0].Actions[0].Transitions.NextAction',
      at(`${O}.Actions.1.Transitions`, { NextAction: 'one 0' }),
    ],
    ['wrong-kind', `${A}.Transitions.NextAction`, at(`${O}.Actions.0.Transitions.NextAction`, 7)],
    ['unknown-operator', `${A}.Parameters.Operator`, doing(check('$.Channel', 'NotEquals', 'VOICE'))],
    ['no-reference', `${A}.Parameters.Namespace`, doing(check('Channel', 'Equals', 'VOICE'))],
    [
      'missing-operand',
      `${A}.Parameters.Operand`,
      at(`${O}.Actions.0.Parameters.Operand`, undefined, doing(check('$.Channel', 'Equals', 'VOICE'))),
    ],
    [
      'unknown-command',
      'Observations[0].Actions[1].Parameters.Command.Type',
      at(`${O}.Actions.1.Parameters.Command.Type`, 'StopTest'),
    ],
    [
      'unknown-behavior',
      `${A}.Parameters.Behavior.Type`,
      at(`${O}.Actions.0.Parameters.Behavior.Type`, 'Flow', strategy(failing('NoMatchingError'))),
    ],
    [
      'unknown-strategy',
      `${S}.Type`,
      at(
        `${O}.Actions.0.Parameters.Behavior.Properties.Strategy.Type`,
        'Mock',
        strategy(failing('NoMatchingError')),
      ),
    ],
    [
      'unknown-response',
      `${S}.Response.Type`,
      at(
        `${O}.Actions.0.Parameters.Behavior.Properties.Strategy.Response.Type`,
        'Result',
        strategy(failing('NoMatchingError')),
      ),
    ],
    ['unknown-error', `${S}.Response.Error.Value`, strategy(failing('QueueAtCapacity'))],
    ['wrong-delay', `${S}.Response.Error.DelaySeconds`, strategy(failing('NoMatchingError', -1))],
    [
      'mock-not-json',
      `${S}.Response.ExecutionResult.LoadedData`,
      strategy(answering({ LoadedData: 'packed' })),
    ],
    [
      'unknown-hours',
      `${S}.Response.ExecutionResult.Value`,
      strategy(answering({ Value: 'Open' }), 'CheckHoursOfOperation'),
    ],
    [
      'no-mocked-result',
      `${S}.Response.ExecutionResult`,
      strategy(answering({ Value: 'x' }), 'TransferContactToQueue'),
    ],
    [
      'no-override',
      `${A}.Parameters.Behavior.Properties.ActionType`,
      doing(
        override(
          'ConnectParticipantWithAgenticCX',
          { AgentConfiguration: { WorkspaceId: 'w', ApplicationId: 'a', Alias: 'x' } },
          failing('NoMatchingError'),
        ),
      ),
    ],
    [
      'duplicate-observation',
      'Observations[1].Identifier',
      input([ONE, changed(ONE, 'Event.Identifier', 'other')]),
    ],
    [
      'dangling-observation',
      'Observations[0].Transitions.NextObservations[0]',
      at(`${O}.Transitions`, { NextObservations: ['two'] }),
    ],
    [
      'wrong-kind',
      'Observations[0].Transitions.NextObservations[0]',
      at(`${O}.Transitions`, { NextObservations: [7] }),
    ],
    ['never-active', 'Observations[0]', at(`${O}.Transitions`, { NextObservations: ['one'] })],
    ['no-entry-point', 'EntryPoint', at('EntryPoint', undefined)],
    ['unknown-entry-point', 'EntryPoint.Type', at('EntryPoint.Type', 'TASK')],
    ['missing', 'EntryPoint.ChatEntryPointParameters', at('EntryPoint.Type', 'CHAT', doing())],
    ['flow-or-numbers', V, call({})],
    [
      'flow-or-numbers',
      V,
      call({ FlowId: 'main', SourcePhoneNumber: '+12025550123', DestinationPhoneNumber: '+12025550100' }),
    ],
    ['no-source-number', V, call({ DestinationPhoneNumber: '+12025550100' })],
    ['no-number', `${V}.SourcePhoneNumber`, call({ FlowId: 'main', SourcePhoneNumber: '2025550123' })],
    ['wrong-kind', 'InitializationData', at('InitializationData', 7)],
    ['not-json', 'InitializationData', at('InitializationData', '{')],
    ['wrong-kind', 'InitializationData.Attributes.a', at('InitializationData', { Attributes: { a: 1 } })],
  ])('%s at %s', (code, path, value) => {
    const { testCase, diagnostics } = readTestCase(JSON.stringify(value), { name: 'file' });
    expect(testCase).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((error) => `${error.code} ${error.path}`)).toEqual([`test-case/${code} ${path}`]);
  });

  test.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['7', 'not-an-object'],
    ['[['.repeat(40) + ']]'.repeat(40), 'too-deep'],
  ])('text that is no case: %s', (text, code) => {
    const { diagnostics, name } = readTestCase(text, { name: 'file' });
    expect(diagnostics.map((note) => note.code)).toEqual([`test-case/${code}`]);
    expect(name).toBe('file');
  });

  test('a document that is longer than the service takes', () => {
    const value = input([ONE], {
      Content: JSON.stringify({
        Version: '2019-10-30',
        Metadata: { long: 'x'.repeat(256_000) },
        Observations: [ONE],
      }),
    });
    expect(notesOf(value)).toEqual(['error test-case/too-long Content']);
  });
});

describe('references', () => {
  const lookupTable = new Map([
    ['flow.main', 'arn:main'],
    ['queue.support', 'arn:support'],
  ]);
  const read = (value: Json) => readTestCase(JSON.stringify(value), { name: 'file', lookup: lookupTable });
  const value = (queue: string) =>
    input([observation('one', started('TransferContactToQueue', { QueueId: queue }), [end])], {
      EntryPoint: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: '${' + 'flow.main}' } },
    });

  test('are replaced in document and entry point', () => {
    const { testCase } = read(value('${' + 'queue.support}'));
    expect(testCase?.entryPoint).toEqual({ kind: 'voice', flowId: 'arn:main' });
    expect(testCase?.document.observations[0]?.event).toMatchObject({ action: { resource: 'arn:support' } });
  });

  test('to what does not exist are refused, with what was probably meant', () => {
    const { testCase, diagnostics } = read(value('${' + 'queue.suport}'));
    expect(testCase).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'test-case/unknown-reference',
        path: 'Observations[0].Event.Properties.ActionParameters.QueueId',
        message: '${' + "queue.suport} is nothing in the deployed stack; did you mean 'queue.support'?",
      },
    ]);
  });
});
