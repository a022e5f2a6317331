/** Runs files of test cases in one centre, one after the other, as they would run against one deployment. */
import { recordsOf, runTestCase, type TestBench } from '../../engine/testing-language/run-test-case.ts';
import type { CaseFile } from './case-files.ts';
import { diagnosticText, faulty, type Outcome, unreadable } from './outcome.ts';

export async function runFile(
  { file, name, testCase, diagnostics }: CaseFile,
  bench: TestBench,
): Promise<Outcome> {
  if (testCase === undefined) return unreadable(file, name, diagnostics);
  try {
    const result = await runTestCase(testCase, bench);
    const { status, observations, failure, moments, notes } = result;
    return {
      file,
      name,
      status,
      observations,
      failure: failure ?? null,
      execution: recordsOf(result),
      moments,
      notes: [...diagnostics.map(diagnosticText), ...notes],
    };
  } catch (fault) {
    // A fault of ours, such as a function's bundle that cannot be loaded: the other cases run all the same.
    return faulty(file, name, fault instanceof Error ? fault.message : String(fault));
  }
}
