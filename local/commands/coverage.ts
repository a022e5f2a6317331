/** `callwright coverage [PATH…]`: which transitions of the flows calls have taken, from one run or several. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod/mini';
import { coverageTable, percentOf, shareOf, untaken } from '../../engine/coverage/coverage-table.ts';
import { type CoverageRecord, FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import { coverageRecord } from '../web/coverage-shown.ts';
import { CommandFailure } from './failure.ts';
import { readText } from './flow-files.ts';
import { findFlowFiles } from './flow-paths.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { type Output, terminal } from './output.ts';
import { readRunningCoverage } from './running-centre.ts';

const reasons = z.record(z.string(), z.string());

/** Exit code where less was taken than was asked for. */
const TOO_LITTLE = 1;

/**
 * Without a path the running centre is asked; with several, what they took is added together. `--of` counts the
 * transitions of the flows in a folder and no others; `--except` names a file of transitions that need not be taken,
 * each with its reason.
 * @returns 0; 1 below `--min`, or where an exception is none
 * @throws CommandFailure with exit code 2 where there is nothing to read or it is no coverage
 */
export async function coverage(args: readonly string[], output: Output = terminal): Promise<number> {
  const { values, words } = readOptions('coverage', args, {
    values: ['format', 'min', 'of', 'except'],
    flags: [],
    words: { atLeast: 0 },
  });
  const { format = 'text' } = values;
  if (format !== 'text' && format !== 'json') throw wrong(`--format is '${format}'; choose text or json.`);
  const least = leastOf(values.min);
  const except = values.except === undefined ? {} : readReasons(values.except);
  const taken = words.length === 0 ? await ofRunningCentre() : ofFiles(words);
  const record = values.of === undefined ? taken : restricted(taken, values.of);
  const left = untaken(record);
  const superfluous = Object.keys(except).filter((name) => !left.includes(name));
  const { taken: count, all } = shareOf(record.flows.flatMap(({ transitions }) => transitions));
  const share = { taken: count, all: all - Object.keys(except).length + superfluous.length };
  if (format === 'json') output.out(`${JSON.stringify(record)}\n`);
  else output.out(`${[...coverageTable(record), ...listed(left, except)].join('\n')}\n`);
  for (const name of superfluous)
    output.err(`'${name}' of ${values.except} is no transition that was not taken: remove it.\n`);
  if (percentOf(share) >= least) return superfluous.length === 0 ? 0 : TOO_LITTLE;
  output.err(`${share.taken} of ${share.all} transitions were taken, and ${least} % were asked for.\n`);
  return TOO_LITTLE;
}

const listed = (names: readonly string[], reasons: Readonly<Record<string, string>>): readonly string[] =>
  names.length === 0
    ? []
    : ['', 'Not taken:', ...names.map((name) => `  ${name}${name in reasons ? ` (${reasons[name]})` : ''}`)];

/** Only what the flows of a folder have; tests break flows, and what is only in broken ones does not count. */
function restricted(record: CoverageRecord, folder: string): CoverageRecord {
  const { files, absent } = findFlowFiles([folder]);
  if (absent.length > 0 || files.length === 0) throw wrong(`--of is '${folder}', where there is no flow.`);
  const known = new FlowCoverage(
    files.map((file) => ({ name: basename(file, '.json'), content: readFileSync(file, 'utf8') })),
  );
  known.addKnown(record);
  return known.record();
}

function readReasons(file: string): Readonly<Record<string, string>> {
  return parsed(file, reasons, 'no list of transitions with reasons');
}

async function ofRunningCentre(): Promise<CoverageRecord> {
  const record = await readRunningCoverage();
  if (record === undefined) {
    throw wrong(
      'No contact centre runs here whose calls could be counted: npm start runs one, or name a file.',
    );
  }
  return record;
}

function ofFiles(paths: readonly string[]): CoverageRecord {
  const { files, absent } = findFlowFiles(paths);
  for (const path of absent) throw wrong(`${path} cannot be read: there is no such file or folder.`);
  if (files.length === 0) throw wrong(`${paths.join(', ')} holds no .json file.`);
  const sum = new FlowCoverage();
  for (const file of files) sum.add(readRecord(file));
  return sum.record();
}

const readRecord = (file: string): CoverageRecord => parsed(file, coverageRecord, 'no coverage of a run');

function parsed<T>(file: string, schema: z.ZodMiniType<T>, otherwise: string): T {
  let text: unknown;
  try {
    text = JSON.parse(readText(file));
  } catch (fault) {
    if (fault instanceof CommandFailure) throw fault;
    throw wrong(`${file} is ${otherwise}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  const { success, data, error } = z.safeParse(schema, text);
  if (success) return data;
  const place = error.issues[0]?.path.join('.') || 'the file itself';
  throw wrong(`${file} is ${otherwise}: ${place} is not as it should be.`);
}

function leastOf(text: string | undefined): number {
  const least = Number(text ?? 0);
  if (!(least >= 0 && least <= 100)) throw wrong(`--min is '${text}'; give a percentage from 0 to 100.`);
  return least;
}

const wrong = (sentence: string): CommandFailure => new CommandFailure(sentence, WRONG_USE);
