/** What became of the mutants, as a table for people. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Mutant } from './run.ts';

/** A mutant that makes a loop endless is noticed too: it times out. */
const KILLED: readonly string[] = ['Killed', 'Timeout'];
const ALIVE: readonly string[] = ['Survived', 'NoCoverage'];

export interface Score {
  readonly killed: number;
  readonly total: number;
}

/** Counts what can be killed: mutants that are left out or do not compile are in neither number. */
export function scoreOf(mutants: readonly Mutant[]): Score {
  const killed = mutants.filter(({ status }) => KILLED.includes(status)).length;
  return { killed, total: killed + mutants.filter(({ status }) => ALIVE.includes(status)).length };
}

/** Killed of all, in percent. */
export const percentOf = ({ killed, total }: Score) => (total === 0 ? 100 : (100 * killed) / total);

/** One line for each file and one for the area. */
export function scoreLines(area: string, mutants: readonly Mutant[]): string[] {
  const byFile = Map.groupBy(mutants, ({ fileName }) => pathOf(fileName));
  const lines = [...byFile]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, ofFile]) => line(`  ${path}`, scoreOf(ofFile)));
  return [line(area, scoreOf(mutants)), ...lines];
}

/** Every change that no test noticed, as `file:line:column before → after`, each side on one line. */
export function survivorLines(mutants: readonly Mutant[]): string[] {
  return mutants
    .filter(({ status }) => ALIVE.includes(status))
    .map(({ fileName, location, replacement = '' }) => {
      const { start } = location;
      const before = textAt(fileName, location);
      return `${pathOf(fileName)}:${start.line}:${start.column} ${short(before)} → ${short(replacement)}`;
    });
}

const line = (name: string, score: Score) =>
  `${name.padEnd(56)} ${`${score.killed}/${score.total}`.padStart(10)} ${percentOf(score).toFixed(1).padStart(6)} %`;

const pathOf = (fileName: string) => relative(process.cwd(), fileName).split(sep).join('/');

const short = (code: string) => {
  const oneLine = code.replaceAll(/\s+/g, ' ');
  return oneLine.length > 80 ? `${oneLine.slice(0, 79)}…` : oneLine;
};

/** Lines and columns of a mutant count from 1; its end is the first column behind it. */
function textAt(fileName: string, { start, end }: Mutant['location']): string {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  return lines
    .map((text, index) =>
      text.slice(index === 0 ? start.column - 1 : 0, index === lines.length - 1 ? end.column - 1 : undefined),
    )
    .join('\n');
}
