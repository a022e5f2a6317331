/** `npm run mutate [-- --only AREA]`: changes the code in one place after another; of the changes, nine in ten must fail a test. */
import { parseArgs } from 'node:util';
import { AREAS } from '../test/mutation/areas.ts';
import { runMutants } from '../test/mutation/run.ts';
import { percentOf, scoreLines, scoreOf, survivorLines } from '../test/mutation/table.ts';

const PERCENT_MIN = 90;

const only = readOnly();
if (only !== undefined && !Object.hasOwn(AREAS, only)) {
  process.stderr.write(`--only is '${only}'; choose one of ${Object.keys(AREAS).join(', ')}\n`);
  process.exit(2);
}

const table: string[] = [];
for (const [name, area] of Object.entries(AREAS)) {
  if (only !== undefined && only !== name) continue;
  const mutants = await runMutants(name, area);
  process.stdout.write(`\nNot noticed in ${name}:\n${survivorLines(mutants).join('\n')}\n`);
  table.push(...scoreLines(name, mutants));
  const score = scoreOf(mutants);
  if (score.total === 0 || percentOf(score) < PERCENT_MIN) process.exitCode = 1;
}
process.stdout.write(`\nMutants killed of all, at least ${PERCENT_MIN} % an area:\n${table.join('\n')}\n`);

function readOnly(): string | undefined {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
