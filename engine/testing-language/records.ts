/** Execution records as the service's API returns them (ListTestCaseExecutionRecords, GetTestCaseExecutionSummary; their JSON seen live). */
import type { JsonObject } from '../language/json.ts';

export type RecordStatus = 'PASSED' | 'FAILED';

export interface ActionRecord {
  readonly Identifier: string;
  readonly Type: string;
  readonly Status: RecordStatus;
  readonly ExpectedParameters: JsonObject;
  /** In an assertion, `Namespace` is the value that was found; in LogData, the texts with their values. */
  readonly ActualParameters?: JsonObject;
}

export interface ObservationRecord {
  readonly Type: 'OBSERVATION';
  readonly Identifier: string;
  readonly Status: RecordStatus;
  readonly Event: { readonly Type: string; readonly Properties: JsonObject };
  readonly Actions: readonly ActionRecord[];
}

export type FailureReason = 'OBSERVE_EVENT' | 'ASSERT_DATA' | 'INITIALIZATION_FAILURE';

export interface CompletionReason {
  readonly Type: 'SUCCESS' | 'TIMEOUT' | 'FAILURE';
  readonly Message: string;
  readonly Details: JsonObject;
  readonly FailureReasons: readonly FailureReason[];
}

/** `Record` is JSON text; `RecordType` is sent, though the API's model lacks it. */
export interface ExecutionRecord {
  readonly ObservationId: string;
  readonly RecordType: 'INITIATION' | 'EXECUTION_START' | 'OBSERVATION' | 'COMPLETION';
  readonly Status: RecordStatus;
  /** Seconds since 1970. */
  readonly Timestamp: number;
  readonly Record: string;
}

export interface ExecutionSummary {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly Status: RecordStatus;
  readonly ObservationSummary: {
    readonly TotalObservations: number;
    readonly ObservationsPassed: number;
    readonly ObservationsFailed: number;
  };
}

export interface TimedObservation {
  readonly atMs: number;
  readonly record: ObservationRecord;
}

export interface Execution {
  readonly startMs: number;
  readonly endMs: number;
  readonly status: RecordStatus;
  /** Undefined where no call came about. */
  readonly contactId: string | undefined;
  readonly observations: readonly TimedObservation[];
  readonly reason: CompletionReason;
}

export function executionRecords(execution: Execution): readonly ExecutionRecord[] {
  const { startMs, endMs, status, contactId, observations, reason } = execution;
  const begun = contactId !== undefined;
  return [
    record('INITIATION', 'INITIATION', begun ? 'PASSED' : status, startMs, {}),
    ...(begun
      ? [record('EXECUTION_START', 'EXECUTION_START', 'PASSED', startMs, { ContactId: contactId })]
      : []),
    ...observations.map(({ atMs, record: { Type, Status, Identifier, Event, Actions } }) =>
      record(Identifier, Type, Status, atMs, { Identifier, Event, Actions: [...Actions] }),
    ),
    record('COMPLETION', 'COMPLETION', status, endMs, {
      CompletionReason: reason,
      ExecutionSummary: { ...counted(observations), ExecutionDurationMs: endMs - startMs },
    }),
  ];
}

export function executionSummary({ startMs, endMs, status, observations }: Execution): ExecutionSummary {
  const { TotalObservations, PassedObservations, FailedObservations } = counted(observations);
  return {
    StartTime: startMs / 1000,
    EndTime: endMs / 1000,
    Status: status,
    ObservationSummary: {
      TotalObservations,
      ObservationsPassed: PassedObservations,
      ObservationsFailed: FailedObservations,
    },
  };
}

function counted(observations: readonly TimedObservation[]) {
  const passed = observations.filter(({ record: { Status } }) => Status === 'PASSED').length;
  return {
    TotalObservations: observations.length,
    PassedObservations: passed,
    FailedObservations: observations.length - passed,
  };
}

function record(
  ObservationId: string,
  RecordType: ExecutionRecord['RecordType'],
  Status: RecordStatus,
  atMs: number,
  more: Readonly<Record<string, unknown>>,
): ExecutionRecord {
  const Record = JSON.stringify({ Type: RecordType, Status, ...more });
  return { ObservationId, RecordType, Status, Timestamp: atMs / 1000, Record };
}
