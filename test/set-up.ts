/** Runs once before all tests: the cloud assembly and the pages are those of the sources as they are now. */
import { isCurrent, synthesize } from '../lib/synthesize.ts';
import { buildPages } from '../local/commands/build-pages.ts';

export default async function setUp(): Promise<void> {
  if (!isCurrent()) {
    process.stderr.write('Synthesizing: the sources have changed.\n');
    await synthesize();
  }
  await buildPages((sentence) => process.stderr.write(`${sentence}\n`));
}
