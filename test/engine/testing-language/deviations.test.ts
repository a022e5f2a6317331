/** Dialects of the Testing language that are read with a note each. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { printTestCase } from '../../../engine/testing-language/print-test-case.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import {
  answering,
  CALL,
  check,
  end,
  message,
  observation,
  override,
  press,
  speak,
  started,
  substitute,
} from './bench.ts';
import { A, changed, doing, E, input, lookup, notesOf, ONE, opening, type Part, S } from './inputs.ts';

test('a case in the canonical dialect has no notes', () => {
  expect(notesOf(input([ONE]))).toEqual([]);
});

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
      'included-digits',
      `${E}.Properties.Text`,
      input([observation('one', message('Press 1', 'Inclusion'), [end])]),
    ],
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
    const stays = [
      'exists',
      'included-digits',
      'mocked-hours',
      'no-end',
      'reaches-queue',
      'repeated-event-identifier',
    ];
    expect(left).toEqual(stays.includes(code) ? [code] : []);
  });

  test('no entry point, where a number can be dialled', () => {
    const { testCase, diagnostics } = readTestCase(
      JSON.stringify(changed(input([ONE]), 'EntryPoint', undefined)),
      { name: 'file', to: '+12025550100' },
    );
    expect(testCase?.entryPoint).toEqual({ kind: 'voice', from: '+12025550123', to: '+12025550100' });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning test-case/no-entry-point',
    ]);
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
