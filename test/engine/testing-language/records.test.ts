/** Execution records and summary, as the service's API returns them. */
import { describe, expect, test } from '@jest/globals';
import { recordsOf } from '../../../engine/testing-language/run-test-case.ts';
import { START_MS } from '../contact/centre.ts';
import { check, end, initiated, message, observation, press, run } from './bench.ts';
import { centre, MENU } from './order-line.ts';

const records = async (...observations: Parameters<typeof run>[1]) => {
  const { records: list, summary } = recordsOf(await run(centre(), observations));
  return { summary, list: list.map(({ Record, ...more }) => ({ ...more, Record: JSON.parse(Record) })) };
};

describe('records', () => {
  test('of a test that passes: beginning, call, observations, end', async () => {
    const { list, summary } = await records(
      observation('menu', message(MENU), [check('$.Channel', 'Equals', 'VOICE'), press('1')], ['found']),
      observation('found', message('Your order is packed.'), [end]),
    );
    expect(
      list.map(({ RecordType, ObservationId, Status }) => `${RecordType} ${ObservationId} ${Status}`),
    ).toEqual([
      'INITIATION INITIATION PASSED',
      'EXECUTION_START EXECUTION_START PASSED',
      'OBSERVATION menu PASSED',
      'OBSERVATION found PASSED',
      'COMPLETION COMPLETION PASSED',
    ]);
    expect(list[1]?.Record).toEqual({
      Type: 'EXECUTION_START',
      Status: 'PASSED',
      ContactId: expect.any(String),
    });
    expect(list[2]?.Record).toMatchObject({
      Type: 'OBSERVATION',
      Identifier: 'menu',
      Status: 'PASSED',
      Event: { Type: 'MessageReceived', Properties: { Text: MENU, ExpectedText: MENU } },
      Actions: [
        {
          Identifier: 'menu 0',
          Type: 'Assert',
          Status: 'PASSED',
          ExpectedParameters: { Namespace: '$.Channel', Operator: 'Equals', Operand: 'VOICE' },
          ActualParameters: { Namespace: 'VOICE' },
        },
        { Identifier: 'menu 1', Type: 'SendInstruction', Status: 'PASSED' },
      ],
    });
    expect(list[4]?.Record).toMatchObject({
      CompletionReason: {
        Type: 'SUCCESS',
        Message: 'Test case execution completed.',
        Details: {},
        FailureReasons: [],
      },
      ExecutionSummary: { TotalObservations: 2, PassedObservations: 2, FailedObservations: 0 },
    });
    expect(summary).toMatchObject({
      StartTime: START_MS / 1000,
      Status: 'PASSED',
      ObservationSummary: { TotalObservations: 2, ObservationsPassed: 2, ObservationsFailed: 0 },
    });
    expect(list[4]?.Record.ExecutionSummary.ExecutionDurationMs).toBe(
      Math.round((summary.EndTime - summary.StartTime) * 1000),
    );
  });

  test('of a test that waits in vain', async () => {
    const { list, summary } = await records(
      observation('menu', message(MENU), [], ['never']),
      observation('never', message('Nobody says this at all'), [end]),
    );
    expect(list.at(-2)?.Record).toEqual({
      Type: 'OBSERVATION',
      Identifier: 'never',
      Status: 'FAILED',
      Event: {
        Type: 'MessageReceived',
        Properties: { ExpectedText: 'Nobody says this at all', MatchingCriteria: { Type: 'Similarity' } },
      },
      Actions: [],
    });
    expect(list.at(-1)?.Record.CompletionReason).toEqual({
      Type: 'TIMEOUT',
      Message: 'Test case execution exceeded time limit',
      Details: {},
      FailureReasons: ['OBSERVE_EVENT'],
    });
    expect(summary.ObservationSummary).toEqual({
      TotalObservations: 2,
      ObservationsPassed: 1,
      ObservationsFailed: 1,
    });
  });

  test('of a test that makes no call', async () => {
    const { list } = await records(observation('start', initiated, [end]));
    expect(list.map(({ RecordType }) => RecordType)).toEqual(['INITIATION', 'OBSERVATION', 'COMPLETION']);
  });
});

describe('a test that cannot begin', () => {
  const begin = (entryPoint: Parameters<typeof run>[2]) =>
    run(centre(), [observation('start', message('Welcome'), [end])], entryPoint);

  test.each([
    [
      'in a flow that does not exist',
      { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: 'nowhere' } },
      "flow 'nowhere' does not exist",
    ],
    [
      'by a number that is nobody’s',
      {
        Type: 'VOICE_CALL',
        VoiceCallEntryPointParameters: {
          SourcePhoneNumber: '+12025550123',
          DestinationPhoneNumber: '+12025550199',
        },
      },
      "'+12025550199' is not a number of this centre",
    ],
    [
      'as a chat by a flow that does not exist',
      { Type: 'CHAT', ChatEntryPointParameters: { FlowId: 'nowhere' } },
      "no flow 'nowhere'",
    ],
  ])('%s', async (_how, entryPoint, words) => {
    const { status, failure, execution } = await begin({ entryPoint });
    expect(status).toBe('FAILED');
    expect(failure?.reasons).toEqual(['INITIALIZATION_FAILURE']);
    expect(failure?.message).toContain(words);
    expect(execution.contactId).toBeUndefined();
  });

  test('begins by its number, from the number that it says', async () => {
    const byNumber = {
      Type: 'VOICE_CALL',
      VoiceCallEntryPointParameters: {
        SourcePhoneNumber: '+12025550177',
        DestinationPhoneNumber: '+12025550100',
      },
    };
    const { failure } = await run(
      centre(),
      [
        observation('hello', message('Welcome to Larkfield.'), [
          check('$.CustomerEndpoint.Address', 'Equals', '+12025550177'),
          end,
        ]),
      ],
      { entryPoint: byNumber },
    );
    expect(failure).toBeUndefined();
  });
});
