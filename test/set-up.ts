/** Runs once before all tests: the cloud assembly and the pages are those of the sources as they are now. */
import { isCurrent, synthesize } from '../lib/synthesize.ts';
import { buildPages } from '../local/commands/build-pages.ts';
import { whyNoDynoxide } from '../local/dynamodb/strict/dynoxide-process.ts';

export default async function setUp(): Promise<void> {
  if (!isCurrent()) {
    process.stderr.write('Synthesizing: the sources have changed.\n');
    await synthesize();
  }
  if (process.env['DDB_ENGINE'] === 'dynoxide') {
    const reason = whyNoDynoxide();
    if (reason !== undefined)
      process.stderr.write(`Skipped: the strict run of the table tests; ${reason}.\n`);
  }
  await buildPages((sentence) => process.stderr.write(`${sentence}\n`));
}
