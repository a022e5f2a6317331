/** `callwright simulate`: a day of calls through our flows on the virtual clock, and what it came to. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LawBroken } from '../../engine/simulation/law-broken.ts';
import type { Scenario } from '../../engine/simulation/scenario.ts';
import { ScenarioUnfit } from '../../engine/simulation/scenario-unfit.ts';
import { dayHtml } from '../simulation/html.ts';
import { FaultsMissing, type Simulation, simulate } from '../simulation/run.ts';
import { readFaults, readScenario, ScenarioError } from '../simulation/scenario-file.ts';
import { dayText } from '../simulation/text.ts';
import { CommandFailure } from './failure.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { makeFolder } from './out-folder.ts';
import { type Output, terminal } from './output.ts';
import { assemblyFolder, projectFolder } from './places.ts';
import { prepareAssembly } from './prepare.ts';
import type { Surroundings } from './surroundings.ts';

/** The day that is simulated where no other is named. */
const WEEKDAY = join(projectFolder, 'contact-flows', 'scenarios', 'weekday.json');
const CALLS_MAX = 1_000_000;
const SEED_MAX = Number.MAX_SAFE_INTEGER;
const BROKEN = 1;

/**
 * @returns 0; 1 where a law was broken or a planned fault never happened
 * @throws CommandFailure with exit code 2 for a wrong option or scenario
 */
export async function simulateCommand(
  args: readonly string[],
  surroundings: Surroundings,
  output: Output = terminal,
): Promise<number> {
  const { values } = readOptions('simulate', args, {
    values: ['calls', 'seed', 'scenario', 'faults', 'functions', 'report', 'coverage', 'format'],
    flags: [],
    words: 0,
  });
  const { functions = 'modelled', format = 'text' } = values;
  if (functions !== 'modelled' && functions !== 'real')
    throw wrong(`--functions is '${functions}'; choose modelled or real.`);
  if (format !== 'text' && format !== 'json') throw wrong(`--format is '${format}'; choose text or json.`);
  const seed = wholeNumber('seed', values.seed ?? '1', 0, SEED_MAX);
  const scenario = scenarioOf(values);
  if (values.report !== undefined) makeFolder(values.report);
  if (values.coverage !== undefined) makeFolder(dirname(values.coverage));
  await prepareAssembly(surroundings, (sentence) => output.err(`${sentence}\n`));
  let simulation: Simulation;
  try {
    simulation = await simulate({
      assemblyFolder,
      scenario,
      seed,
      functions,
      covers: values.coverage !== undefined,
      async prepare(cloud) {
        await surroundings.seedWhenEmpty(cloud.describe(), cloud.driver.nowMs());
        return surroundings.demoCallers();
      },
    });
  } catch (error) {
    if (error instanceof ScenarioUnfit)
      throw wrong(
        error.problems
          .map(({ place, problem }) => `SC005 ${values.scenario ?? WEEKDAY}, ${place}: ${problem}`)
          .join('\n'),
      );
    if (!(error instanceof LawBroken || error instanceof FaultsMissing)) throw error;
    output.err(`${error.message}\n`);
    return BROKEN;
  }
  const { result, costs, coverage, measured } = simulation;
  const times = measured.length === 0 ? {} : { measured };
  const json = `${JSON.stringify({ ...result, costs, ...times }, null, 2)}\n`;
  const text = dayText(result, costs, measured);
  output.out(format === 'json' ? json : text);
  if (values.coverage !== undefined) writeFileSync(values.coverage, `${JSON.stringify(coverage)}\n`);
  if (values.report !== undefined) {
    writeFileSync(join(values.report, 'day.html'), dayHtml(result, costs));
    writeFileSync(join(values.report, 'day.json'), json);
    writeFileSync(join(values.report, 'day.txt'), text);
    output.err(`The report is ${join(values.report, 'day.html')}.\n`);
  }
  return 0;
}

function scenarioOf(values: {
  readonly scenario?: string;
  readonly calls?: string;
  readonly faults?: string;
}): Scenario {
  try {
    const scenario = readScenario(values.scenario ?? WEEKDAY);
    return {
      ...scenario,
      ...(values.calls === undefined ? {} : { calls: wholeNumber('calls', values.calls, 1, CALLS_MAX) }),
      ...(values.faults === undefined ? {} : { faults: readFaults(values.faults) }),
    };
  } catch (error) {
    if (error instanceof ScenarioError) throw wrong(error.message);
    throw error;
  }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw wrong(`--${name} is '${text}'; give a whole number from ${min} to ${max}.`);
}

const wrong = (sentence: string): CommandFailure => new CommandFailure(sentence, WRONG_USE);
