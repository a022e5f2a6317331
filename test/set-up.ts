/** Runs once before all tests: the cloud assembly and the pages are those of the sources as they are now. */
import { rm } from 'node:fs/promises';
import { isCurrent, synthesize } from '../lib/synthesize.ts';
import { buildPages } from '../local/commands/build-pages.ts';
import { whyNoDynoxide } from '../local/dynamodb/strict/dynoxide-process.ts';

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

export default async function setUp(): Promise<void> {
  const strictRun = process.env['DDB_ENGINE'] === 'dynoxide' ? whyNoDynoxide() : undefined;
  if (strictRun !== undefined) tell(`Skipped: the strict run of the table tests; ${strictRun}.`);
  const coverage = process.env['CALLWRIGHT_COVERAGE'] ?? '';
  if (coverage !== '') await rm(coverage, { recursive: true, force: true });
  await Promise.all([assemblies(), buildPages(tell)]);
}

/** One after the other: both make the bundles of the functions. */
async function assemblies(): Promise<void> {
  for (const isLocal of [false, true]) {
    if (isCurrent({ isLocal })) continue;
    tell(`Synthesizing${isLocal ? ' with all languages' : ''}: the sources have changed.`);
    await synthesize({ isLocal });
  }
}
