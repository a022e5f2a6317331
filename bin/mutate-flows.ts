/**
 * `npm run mutate-flows [-- --flow FLOW] [--operator OPERATOR]`: breaks the flows at one place after another; of the
 * breaks, 98 in a hundred must fail a call test.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { pretendedAssemblyFolder } from '../lib/paths.ts';
import { isCurrent, synthesize } from '../lib/synthesize.ts';
import { flowMutants } from '../test/flow-mutation/mutants.ts';
import { OPERATORS } from '../test/flow-mutation/operators.ts';
import { judge } from '../test/flow-mutation/run.ts';
import { oneTemplate } from '../test/kit/one-template.ts';

const PERCENT_MIN = 98;

const { flow, operator } = readOptions();
const options = { isPretended: true };
if (!isCurrent(options)) await synthesize(options);
const mutants = flowMutants(oneTemplate(pretendedAssemblyFolder)).filter(
  (mutant) => (flow ?? mutant.flow) === mutant.flow && (operator ?? mutant.operator) === mutant.operator,
);
if (mutants.length === 0)
  fail('nothing can be broken there: --flow names a flow, --operator one of its operators');
const judged = await judge(mutants, availableParallelism(), ({ mutant, fate }) => {
  if (fate !== 'noticed') process.stdout.write(`${fate}: ${mutant.name}\n`);
});
process.stdout.write('\nBreaks that a call test noticed, of all:\n');
for (const each of OPERATORS)
  line(
    each,
    judged.filter(({ mutant }) => mutant.operator === each),
  );
const share = line('all', judged);
process.stdout.write(`At least ${PERCENT_MIN} % are asked for.\n`);
if (share < PERCENT_MIN) process.exitCode = 1;

function line(name: string, of: typeof judged): number {
  const noticed = of.filter(({ fate }) => fate === 'noticed').length;
  const percent = of.length === 0 ? 100 : (100 * noticed) / of.length;
  process.stdout.write(
    `${name.padEnd(16)} ${`${noticed}/${of.length}`.padStart(8)} ${percent.toFixed(1).padStart(6)} %\n`,
  );
  return percent;
}

function readOptions(): { readonly flow?: string | undefined; readonly operator?: string | undefined } {
  try {
    const { values } = parseArgs({ options: { flow: { type: 'string' }, operator: { type: 'string' } } });
    const known: readonly string[] = OPERATORS;
    if (values.operator !== undefined && !known.includes(values.operator))
      fail(`--operator is '${values.operator}'; choose one of ${OPERATORS.join(', ')}`);
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(error.message);
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
