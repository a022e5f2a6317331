/** `callwright test-cases PATH…`: runs test cases in Amazon's Testing language, here or on a deployed instance. */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import { bootUnderTest } from '../testing/bench.ts';
import { readCaseFile } from '../testing/case-files.ts';
import type { Outcome } from '../testing/outcome.ts';
import { referencesOf } from '../testing/references.ts';
import { FORMATS, type ReportFormat, report } from '../testing/report.ts';
import { runFile } from '../testing/run-files.ts';
import { CommandFailure } from './failure.ts';
import { findFlowFiles } from './flow-paths.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { makeFolder } from './out-folder.ts';
import { type Output, terminal } from './output.ts';
import { assemblyFolder } from './places.ts';
import { prepareAssembly } from './prepare.ts';
import type { Surroundings } from './surroundings.ts';

/** Exit codes besides 0, which says that all have passed. */
const FAILED = 1;
const NONE = 2;

/**
 * Nothing but the report is written to standard output. All cases run in one centre of their own with the demo world
 * in it, one after the other.
 * @throws CommandFailure with exit code 2 for a wrong option
 */
export async function testCases(
  args: readonly string[],
  surroundings: Surroundings,
  output: Output = terminal,
): Promise<number> {
  const { values, flags, words } = readOptions('test-cases', args, {
    values: ['format', 'at', 'target', 'coverage', 'records'],
    flags: ['remote'],
    words: { atLeast: 1 },
  });
  const format = formatOf(values.format ?? 'text');
  const nowMs = momentOf(values.at);
  if (values.target !== undefined && flags.remote !== true)
    throw new CommandFailure('--target says where --remote runs; give both, or none.', WRONG_USE);
  const { files, absent } = findFlowFiles(words);
  for (const path of absent) output.err(`${path}: there is no such file or folder.\n`);
  if (files.length === 0) {
    output.out(report([], format));
    output.err('There are no test cases: give files of them, or folders that have some.\n');
    return NONE;
  }
  if (values.coverage !== undefined) makeFolder(dirname(values.coverage));
  if (values.records !== undefined) makeFolder(values.records);
  await prepareAssembly(surroundings, (sentence) => output.err(`${sentence}\n`));
  const local = await runHere(files, { nowMs, coverageFile: values.coverage }, surroundings);
  if (values.records !== undefined) writeRecords(local.outcomes, values.records);
  const outcomes =
    flags.remote === true ? await runThere(local, values.target, surroundings) : local.outcomes;
  output.out(report(outcomes, format));
  for (const { file, notes } of outcomes) for (const note of notes) output.err(`${file}: ${note}\n`);
  const failed = outcomes.filter(({ status }) => status === 'FAILED').length;
  if (format === 'text') output.err(`${outcomes.length - failed} passed, ${failed} failed.\n`);
  return failed > 0 || absent.length > 0 ? FAILED : 0;
}

interface LocalRun {
  readonly stackName: string;
  readonly outcomes: readonly Outcome[];
}

interface LocalTerms {
  readonly nowMs: number;
  /** Where to write which transitions of the flows were taken; `callwright coverage` reads it. */
  readonly coverageFile: string | undefined;
}

async function runHere(
  files: readonly string[],
  { nowMs, coverageFile }: LocalTerms,
  { seedWhenEmpty }: Surroundings,
): Promise<LocalRun> {
  const { cloud, bench } = await bootUnderTest({ assemblyFolder }, nowMs);
  try {
    await seedWhenEmpty(cloud.describe(), cloud.driver.nowMs());
    const [number] = cloud.centre.instance.phoneNumbers;
    const options = { lookup: referencesOf(cloud), ...(number === undefined ? {} : { to: number.number }) };
    const coverage = new FlowCoverage(cloud.centre.instance.flows);
    cloud.centre.observe(({ effect }) => coverage.see(effect));
    const outcomes: Outcome[] = [];
    for (const file of files) outcomes.push(await runFile(readCaseFile(file, options), bench));
    if (coverageFile !== undefined) writeFileSync(coverageFile, JSON.stringify(coverage.record()));
    return { stackName: cloud.stack.stackName, outcomes };
  } finally {
    await cloud.close();
  }
}

/** One file for each case that ran here, with what the API would return about its run. */
function writeRecords(outcomes: readonly Outcome[], folder: string): void {
  for (const { file, execution } of outcomes) {
    if (execution === undefined) continue;
    const { records, summary } = execution;
    const answers = {
      GetTestCaseExecutionSummary: summary,
      ListTestCaseExecutionRecords: { ExecutionRecords: records },
    };
    writeFileSync(join(folder, basename(file)), `${JSON.stringify(answers, null, 2)}\n`);
  }
}

/** What every case did here is known; the deployed ones run now, and are compared with it. */
async function runThere(
  { stackName, outcomes }: LocalRun,
  target: string | undefined,
  { deployedInstance }: Surroundings,
): Promise<readonly Outcome[]> {
  const { ConnectClient } = await import('@aws-sdk/client-connect');
  const { runAllDeployed } = await import('../testing/run-deployed.ts');
  const { instanceId, region } = await deployedInstance(target ?? stackName);
  const client = new ConnectClient(region === undefined ? {} : { region });
  try {
    return await runAllDeployed(outcomes, { client, instanceId, wait: (ms) => setTimeout(ms) });
  } finally {
    client.destroy();
  }
}

function formatOf(text: string): ReportFormat {
  const format = FORMATS.find((each) => each === text);
  if (format === undefined)
    throw new CommandFailure(`--format is '${text}'; choose one of ${FORMATS.join(', ')}.`, WRONG_USE);
  return format;
}

/** When the first call begins; now where it is not said. */
function momentOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  // With its zone: without one the same command would call at another moment on another machine.
  const ms = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(ms)) return ms;
  throw new CommandFailure(`--at is '${text}'; give a moment like 2026-11-10T12:00:00-05:00.`, WRONG_USE);
}
