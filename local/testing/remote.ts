/** Runs deployed test cases through the API of Amazon Connect and reads what became of them. */
import { randomUUID } from 'node:crypto';
import {
  type ConnectClient,
  GetTestCaseExecutionSummaryCommand,
  ListTestCaseExecutionRecordsCommand,
  paginateListTestCases,
  ServiceQuotaExceededException,
  StartTestCaseExecutionCommand,
  StopTestCaseExecutionCommand,
  ThrottlingException,
} from '@aws-sdk/client-connect';
import { TEST_CASE_MS_MAX } from '../../engine/limits.ts';

export interface RemoteInstance {
  readonly client: ConnectClient;
  readonly instanceId: string;
  /** Lets real time pass. */
  wait(ms: number): Promise<void>;
}

/** A run on the instance; `records` are the JSON texts of its execution records. */
export type RemoteRun =
  | { readonly kind: 'ran'; readonly status: string; readonly records: readonly string[] }
  | { readonly kind: 'not-run'; readonly because: string };

const ASK_AGAIN_MS = 5_000;
/** The instance may have others in its queue before this one (adminguide/testing-simulation-execute-test-cases). */
const PATIENCE_MS = 4 * TEST_CASE_MS_MAX;
/** The service runs so many at a time (adminguide/testing-simulation-execute-test-cases). */
export const CONCURRENT_MAX = 5;

/** Ids of the published test cases by name. */
export async function publishedCases({
  client,
  instanceId,
}: RemoteInstance): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const page of paginateListTestCases({ client }, { InstanceId: instanceId })) {
    for (const { Id, Name, Status } of page.TestCaseSummaryList ?? [])
      if (Id !== undefined && Name !== undefined && Status === 'PUBLISHED') found.set(Name, Id);
  }
  return found;
}

/** @throws the service's own errors, but for those that pass by themselves */
export async function runDeployed(instance: RemoteInstance, testCaseId: string): Promise<RemoteRun> {
  const { client, instanceId } = instance;
  const executionId = await start(instance, testCaseId);
  if (executionId === undefined)
    return { kind: 'not-run', because: 'the instance has too many test runs waiting; try again later' };
  const execution = { InstanceId: instanceId, TestCaseId: testCaseId, TestCaseExecutionId: executionId };
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += ASK_AGAIN_MS) {
    const { Status } = await client.send(new GetTestCaseExecutionSummaryCommand(execution));
    if (Status === 'PASSED' || Status === 'FAILED' || Status === 'STOPPED')
      return { kind: 'ran', status: Status, records: await recordsOf(instance, execution) };
    await instance.wait(ASK_AGAIN_MS);
  }
  await client.send(new StopTestCaseExecutionCommand(execution));
  return {
    kind: 'not-run',
    because: `the run was not over after ${PATIENCE_MS / 60_000} minutes, and was stopped`,
  };
}

/** A full queue and a throttle pass. @returns undefined when they do not */
async function start(
  { client, instanceId, wait }: RemoteInstance,
  testCaseId: string,
): Promise<string | undefined> {
  const ClientToken = randomUUID();
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += ASK_AGAIN_MS) {
    try {
      const started = await client.send(
        new StartTestCaseExecutionCommand({ InstanceId: instanceId, TestCaseId: testCaseId, ClientToken }),
      );
      return started.TestCaseExecutionId;
    } catch (error) {
      if (!(error instanceof ServiceQuotaExceededException || error instanceof ThrottlingException))
        throw error;
      await wait(ASK_AGAIN_MS);
    }
  }
  return undefined;
}

async function recordsOf(
  { client }: RemoteInstance,
  execution: {
    readonly InstanceId: string;
    readonly TestCaseId: string;
    readonly TestCaseExecutionId: string;
  },
): Promise<readonly string[]> {
  const records: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListTestCaseExecutionRecordsCommand({
        ...execution,
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
    );
    for (const { Record } of page.ExecutionRecords ?? []) if (Record !== undefined) records.push(Record);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return records;
}
