/** Runs once before all tests: the cloud assembly and the pages are those of the sources as they are now. */
import { rm } from 'node:fs/promises';
import { ensureBundles } from '../lib/bundling.ts';
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

/** Side by side, with the bundles of the functions made before: both would make them. */
async function assemblies(): Promise<void> {
  // What deploys; the same with a pretended bank, so that calls can pay; and what `npm start` runs.
  const wanted = [{}, { isPretended: true }, { isLocal: true }];
  const stale = wanted.filter((options) => !isCurrent(options));
  if (stale.length === 0) return;
  tell('Synthesizing: the sources have changed.');
  await ensureBundles();
  await Promise.all(stale.map((options) => synthesize(options)));
}
