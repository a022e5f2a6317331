/** Runs call tests in a process of their own, and says whether one of them failed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Walks } from '../kit/walks.ts';

const JEST = ['node_modules/jest/bin/jest.js', '--config', 'test/flow-mutation/jest.config.js', '--silent'];
/** Of one run with a mutant; a call that never ends is noticed too. */
const RUN_MS_MAX = 180_000;

const outcome = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});
const walks = z.object({ file: z.string(), tests: z.record(z.string(), z.array(z.string())) });

/** A test by its file and full name. */
export interface CallTest {
  readonly file: string;
  readonly name: string;
}

/** All call tests with the ways that each of them walks, without any mutant. @throws when one of them fails */
export async function walkedByTests(): Promise<ReadonlyMap<string, readonly CallTest[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'callwright-walks-'));
  try {
    const { failed, passed } = await run(['test/calls'], { CALLWRIGHT_WALKS: folder }, 20 * RUN_MS_MAX);
    if (failed || passed === 0) throw new Error('the call tests fail without any mutant; mend them first');
    const byWay = new Map<string, CallTest[]>();
    for (const name of await readdir(folder)) {
      const { file, tests }: Walks = walks.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      for (const [test, ways] of Object.entries(tests))
        for (const way of ways) byWay.set(way, [...(byWay.get(way) ?? []), { file, name: test }]);
    }
    return byWay;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether one of the tests fails with the mutant. @throws when none of them ran */
export async function notice(mutant: string, tests: readonly CallTest[]): Promise<boolean> {
  const files = [...new Set(tests.map(({ file }) => file))];
  const names = [...new Set(tests.map(({ name }) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')))];
  const args = ['--runTestsByPath', ...files, '--testNamePattern', `^(?:${names.join('|')})$`];
  const { failed, passed } = await run(args, { CALLWRIGHT_FLOW_MUTANT: mutant }, RUN_MS_MAX);
  if (!failed && passed === 0) throw new Error(`no test ran with the mutant '${mutant}'`);
  return failed;
}

async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<{ readonly failed: boolean; readonly passed: number }> {
  const { stdout, killed } = await new Promise<{ stdout: string; killed: boolean }>((resolve) => {
    const child = execFile(
      process.execPath,
      [...JEST, '--json', ...args],
      { env: { ...process.env, ...env }, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 2 ** 28 },
      (_error, out) => resolve({ stdout: out, killed: child.killed }),
    );
  });
  if (killed) return { failed: true, passed: 0 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = outcome.parse(JSON.parse(stdout));
  return { failed: numFailedTests + numRuntimeErrorTestSuites > 0, passed: numPassedTests };
}
