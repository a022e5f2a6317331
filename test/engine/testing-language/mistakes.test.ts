/** Mistakes in test cases, refused with a code and a place. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import { answering, check, end, failing, observation, override, started, succeeded } from './bench.ts';
import { A, changed, doing, E, input, lookup, notesOf, ONE, opening, type Part, S } from './inputs.ts';

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
