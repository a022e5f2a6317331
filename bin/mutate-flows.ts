/**
 * `npm run mutate-flows [-- --flow FLOW] [--operator OPERATOR]`: breaks the flows at one place after another; of the
 * breaks, 98 in a hundred must be noticed by the calls of `test/calls/transitions` (docs/flow-mutants.md).
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isCurrent, synthesize } from '../lib/synthesize.ts';
import { flowMutants } from '../test/flow-mutation/mutants.ts';
import listed from '../test/flow-mutation/never-noticed.json' with { type: 'json' };
import { OPERATORS } from '../test/flow-mutation/operators.ts';
import type { Judged } from '../test/flow-mutation/run.ts';
import { judgeSideBySide } from '../test/flow-mutation/shares.ts';

const PERCENT_MIN = 98;
/** Breaks that change nothing for anybody, each with why. */
const reasons: ReadonlyMap<string, string> = new Map(Object.entries(listed));

const { flow, operator } = readOptions();
for (const options of [{ isPretended: true }, { isLocal: true }])
  if (!isCurrent(options)) await synthesize(options);
const mutants = flowMutants().filter(
  (mutant) => (flow ?? mutant.flow) === mutant.flow && (operator ?? mutant.operator) === mutant.operator,
);
if (mutants.length === 0)
  fail('nothing can be broken there: --flow names a flow, --operator one of its operators');
const startMs = performance.now();
const judged = await judgeSideBySide(mutants, availableParallelism(), ({ mutant: { name }, fate }) => {
  if (fate !== 'noticed' && !reasons.has(name)) say(`${fate}: ${name}`);
});
const minutes = (performance.now() - startMs) / 60_000;

say('\nBreaks that a call noticed, of all that change anything:');
for (const each of OPERATORS) row(each, ({ mutant }) => mutant.operator === each);
say('');
for (const each of new Set(mutants.map((mutant) => mutant.flow)))
  row(each, ({ mutant }) => mutant.flow === each);
say('');
const share = row('all', () => true);
say(`At least ${PERCENT_MIN} % are asked for. It took ${minutes.toFixed(1)} minutes.`);
const unchanging = judged.filter(isListed);
say(`Breaks that change nothing for anybody (test/flow-mutation/never-noticed.json): ${unchanging.length}.`);
const noticed = unchanging.filter(({ fate }) => fate === 'noticed');
for (const { mutant } of noticed) say(`listed there, and yet a call notices it: ${mutant.name}`);
const known = new Set(flowMutants().map(({ name }) => name));
const gone = [...reasons.keys()].filter((name) => !known.has(name));
for (const name of gone) say(`listed there, and there is no such break: ${name}`);
if (share < PERCENT_MIN || noticed.length + gone.length > 0) process.exitCode = 1;

function isListed({ mutant }: Judged): boolean {
  return reasons.has(mutant.name);
}

function row(name: string, isMeant: (judged: Judged) => boolean): number {
  const of = judged.filter((each) => isMeant(each) && !isListed(each));
  const count = of.filter(({ fate }) => fate === 'noticed').length;
  const percent = of.length === 0 ? 100 : (100 * count) / of.length;
  say(`${name.padEnd(20)} ${`${count}/${of.length}`.padStart(10)} ${percent.toFixed(1).padStart(6)} %`);
  return percent;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function readOptions(): { readonly flow?: string | undefined; readonly operator?: string | undefined } {
  try {
    const { values } = parseArgs({ options: { flow: { type: 'string' }, operator: { type: 'string' } } });
    const operators: readonly string[] = OPERATORS;
    if (values.operator !== undefined && !operators.includes(values.operator))
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
