/** Test cases on a deployed instance: waiting, refusals, and what differs from the run here. */
import {
  ConnectClient,
  GetTestCaseExecutionSummaryCommand,
  ListTestCaseExecutionRecordsCommand,
  ListTestCasesCommand,
  ServiceQuotaExceededException,
  StartTestCaseExecutionCommand,
  StopTestCaseExecutionCommand,
  ThrottlingException,
} from '@aws-sdk/client-connect';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import type { ActionRecord, ObservationRecord } from '../../../engine/testing-language/records.ts';
import type { Outcome } from '../../../local/testing/outcome.ts';
import { runAllDeployed } from '../../../local/testing/run-deployed.ts';

const action = (found: string, Status: 'PASSED' | 'FAILED' = 'PASSED'): ActionRecord => ({
  Identifier: 'check',
  Type: 'Assert',
  Status,
  ExpectedParameters: {},
  ActualParameters: { Namespace: found },
});
const observed = (
  Identifier: string,
  Text: string,
  more: Partial<ObservationRecord> = {},
): ObservationRecord => ({
  Type: 'OBSERVATION',
  Identifier,
  Status: 'PASSED',
  Event: { Type: 'MessageReceived', Properties: { Text } },
  Actions: [],
  ...more,
});
const here = (name: string, ...observations: readonly ObservationRecord[]): Outcome => ({
  file: `${name}.json`,
  name,
  status: 'PASSED',
  observations,
  failure: null,
  moments: [],
  notes: [],
});
const MENU = observed('menu', 'For orders, press 1.', { Actions: [action('support')] });

describe('a deployed instance', () => {
  const connect = mockClient(ConnectClient);
  let waitedMs = 0;
  const texts = (...records: readonly object[]) => ({
    ExecutionRecords: records.map((record) => ({ Record: JSON.stringify(record) })),
  });
  const run = async (...local: readonly Outcome[]) => {
    const instance = {
      client: new ConnectClient({ region: 'us-east-1' }),
      instanceId: 'i1',
      wait: async (ms: number) => {
        waitedMs += ms;
      },
    };
    return runAllDeployed(local, instance);
  };

  beforeEach(() => {
    waitedMs = 0;
    connect.reset();
    connect
      .on(ListTestCasesCommand)
      .resolvesOnce({
        TestCaseSummaryList: [{ Id: 't0', Name: 'other', Status: 'PUBLISHED' }],
        NextToken: 'more',
      })
      .resolves({ TestCaseSummaryList: [{ Id: 't1', Name: 'menu', Status: 'PUBLISHED' }] });
    connect.on(StartTestCaseExecutionCommand).resolves({ TestCaseExecutionId: 'e1' });
    connect.on(GetTestCaseExecutionSummaryCommand).resolves({ Status: 'PASSED' });
    connect.on(ListTestCaseExecutionRecordsCommand).resolves(texts(MENU));
  });
  afterAll(() => connect.restore());

  test('that agrees passes the case, with its own records', async () => {
    const [outcome] = await run(here('menu', MENU));
    expect(outcome).toMatchObject({
      name: 'menu',
      status: 'PASSED',
      failure: null,
      notes: [],
      observations: [MENU],
    });
  });

  test('is asked until the run is over, and for every page of its records', async () => {
    connect
      .on(GetTestCaseExecutionSummaryCommand)
      .resolvesOnce({ Status: 'INITIATED' })
      .resolvesOnce({ Status: 'IN_PROGRESS' })
      .resolves({ Status: 'PASSED' });
    connect
      .on(ListTestCaseExecutionRecordsCommand)
      .resolvesOnce({ ...texts({ Type: 'INITIATION' }), NextToken: 'more' })
      .resolves(texts(MENU));
    const [outcome] = await run(here('menu', MENU));
    expect(outcome?.status).toBe('PASSED');
    expect(waitedMs).toBe(10_000);
  });

  test('that is throttled or has a full queue is asked again', async () => {
    const refusal = { message: 'later', $metadata: {} };
    connect
      .on(StartTestCaseExecutionCommand)
      .rejectsOnce(new ThrottlingException(refusal))
      .rejectsOnce(new ServiceQuotaExceededException(refusal))
      .resolves({ TestCaseExecutionId: 'e1' });
    const [outcome] = await run(here('menu', MENU));
    expect(outcome?.status).toBe('PASSED');
    expect(waitedMs).toBe(10_000);
  });

  test('whose queue stays full does not run the case', async () => {
    connect
      .on(StartTestCaseExecutionCommand)
      .rejects(new ServiceQuotaExceededException({ message: 'full', $metadata: {} }));
    const [outcome] = await run(here('menu', MENU));
    expect(outcome?.failure?.message).toBe('the instance has too many test runs waiting; try again later');
  });

  test('that refuses otherwise fails the whole command', async () => {
    connect.on(StartTestCaseExecutionCommand).rejects(new Error('no access'));
    await expect(run(here('menu', MENU))).rejects.toThrow('no access');
  });

  test('whose run never ends is stopped', async () => {
    connect.on(GetTestCaseExecutionSummaryCommand).resolves({ Status: 'IN_PROGRESS' });
    connect.on(StopTestCaseExecutionCommand).resolves({});
    const [outcome] = await run(here('menu', MENU));
    expect(outcome?.failure?.message).toBe('the run was not over after 20 minutes, and was stopped');
    expect(connect.commandCalls(StopTestCaseExecutionCommand)).toHaveLength(1);
  });

  test('does not have the case', async () => {
    const [outcome] = await run(here('absent', MENU));
    expect(outcome?.failure?.message).toBe(
      "the instance has no published test case 'absent'; deploy the stack first",
    );
  });

  test('says why a case failed there, in records that nobody has published', async () => {
    connect.on(GetTestCaseExecutionSummaryCommand).resolves({ Status: 'FAILED' });
    connect.on(ListTestCaseExecutionRecordsCommand).resolves({
      ExecutionRecords: [
        { Record: 'no JSON' },
        {},
        ...texts(
          { ...MENU, Status: 'FAILED', Unknown: [1] },
          {
            Type: 'COMPLETION',
            CompletionReason: { Type: 'TIMEOUT', Message: 'exceeded', FailureReasons: ['OBSERVE_EVENT'] },
          },
        ).ExecutionRecords,
      ],
    });
    const [outcome] = await run(here('menu', MENU));
    expect(outcome).toMatchObject({
      status: 'FAILED',
      failure: {
        type: 'TIMEOUT',
        reasons: ['OBSERVE_EVENT'],
        message: 'exceeded',
        heard: ['For orders, press 1.'],
      },
      notes: [
        'it passed here and failed on the instance',
        "observation 'menu' passed here and failed on the instance",
      ],
    });
  });

  test.each([
    [
      'hears other words',
      observed('menu', 'All our lines are busy now, good bye'),
      [
        'observation \'menu\' heard "All our lines are busy now, good bye" on the instance, and "For orders, press 1." here',
      ],
    ],
    [
      'finds another value',
      observed('menu', 'for orders press one', { Actions: [action('orders')] }),
      ["action 'check' of observation 'menu' found 'orders' on the instance, and 'support' here"],
    ],
    [
      'fails an action',
      observed('menu', 'for orders press one', { Actions: [action('support', 'FAILED')] }),
      ["action 'check' of observation 'menu' passed here and failed on the instance"],
    ],
    [
      'has another observation',
      observed('other', 'Hello'),
      [
        "observation 'menu' passed here, and the instance has no record of it",
        "observation 'other' is on the instance only: deploy the stack again",
      ],
    ],
  ])('that %s disagrees, which fails the case', async (_what, record, notes) => {
    connect.on(ListTestCaseExecutionRecordsCommand).resolves(texts(record));
    const [outcome] = await run(here('menu', MENU));
    expect(outcome).toMatchObject({
      status: 'FAILED',
      failure: { type: 'DIFFERENCE', reasons: ['DIFFERENT_RECORDS'] },
      notes,
    });
  });

  test('runs five at a time, and keeps the order', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `case ${index}`);
    connect
      .on(ListTestCasesCommand)
      .resolves({ TestCaseSummaryList: names.map((Name) => ({ Id: Name, Name, Status: 'PUBLISHED' })) });
    let running = 0;
    let most = 0;
    connect.on(StartTestCaseExecutionCommand).callsFake(async () => {
      running += 1;
      most = Math.max(most, running);
      return { TestCaseExecutionId: 'e' };
    });
    connect.on(ListTestCaseExecutionRecordsCommand).callsFake(async () => {
      running -= 1;
      return texts(MENU);
    });
    const outcomes = await run(...names.map((name) => here(name, MENU)));
    expect(outcomes.map(({ name }) => name)).toEqual(names);
    expect(most).toBe(5);
  });
});
