/** Runs the tests of the engine in this one process, and prints by which branches they left blocks, and which something outside decided, as JSON. */
import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { TestsOfFile } from '../../flow-mutation/tests-of-file.ts';
import { decidedOutside, taken } from '../census.ts';

const files = globSync('test/engine/{blocks,contact,lex}/**/*.test.ts').filter(
  (file) => !file.endsWith('.full.test.ts'),
);
let all: TestsOfFile | undefined;
// Each adds its tests to those before it.
for (const file of files.toSorted()) all = await TestsOfFile.load(pathToFileURL(file).href);
for (const test of all?.tests ?? []) {
  const fault = await all?.run(test);
  if (fault !== undefined) process.stderr.write(`${test.name}: ${String(fault.cause)}\n`);
}
await all?.leave();
process.stdout.write(JSON.stringify({ taken: [...taken.keys()], decidedOutside: decidedOutside() }));
