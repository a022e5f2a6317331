/** What became of a test case, wherever it ran. */
import type { Diagnostic } from '../../engine/language/diagnostic.ts';
import type { ObservationRecord } from '../../engine/testing-language/records.ts';
import type { recordsOf } from '../../engine/testing-language/run-test-case.ts';
import type { CallMoment } from '../../engine/testing-language/test-call.ts';

export interface Outcome {
  readonly file: string;
  readonly name: string;
  readonly status: 'PASSED' | 'FAILED';
  readonly observations: readonly ObservationRecord[];
  /** Null for a test that passed. */
  readonly failure: Failure | null;
  /** As GetTestCaseExecutionSummary and ListTestCaseExecutionRecords give them; undefined where no test ran here. */
  readonly execution?: ReturnType<typeof recordsOf>;
  /** What the caller lived through; none where no call was made here. */
  readonly moments: readonly CallMoment[];
  /** Deviations of the text, and what the service may see otherwise; for people. */
  readonly notes: readonly string[];
}

export interface Failure {
  readonly type: string;
  readonly reasons: readonly string[];
  readonly message: string;
  /** What the caller heard, in order. */
  readonly heard: readonly string[];
  /** Of a test case that cannot be read. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** A test case that cannot be read fails with everything that is wrong with it. */
export function unreadable(file: string, name: string, diagnostics: readonly Diagnostic[]): Outcome {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    file,
    name,
    status: 'FAILED',
    observations: [],
    failure: {
      type: 'FAILURE',
      reasons: ['INVALID_TEST_CASE'],
      message: errors.map(diagnosticText).join('; '),
      heard: [],
      diagnostics: errors,
    },
    moments: [],
    notes: diagnostics.filter(({ severity }) => severity === 'warning').map(diagnosticText),
  };
}

/** `test-case/no-end at Observations, observation 'menu': …` */
export function diagnosticText({ code, path, step, message }: Diagnostic): string {
  const place = path === '' ? '' : ` at ${path}`;
  return `${code}${place}${step === undefined ? '' : `, observation '${step}'`}: ${message}`;
}

/** A test that could not be run at all. */
export const faulty = (file: string, name: string, message: string): Outcome => ({
  file,
  name,
  status: 'FAILED',
  observations: [],
  failure: { type: 'FAILURE', reasons: ['INITIALIZATION_FAILURE'], message, heard: [] },
  moments: [],
  notes: [],
});
