/** docs/simulation-example.txt: what a simulated day says, and how anybody gets the same. */
import { join } from 'node:path';
import { CommandFailure } from './failure.ts';
import { simulateCommand } from './simulate.ts';
import type { Surroundings } from './surroundings.ts';

export const exampleDayFile = join('docs', 'simulation-example.txt');
export const EXAMPLE_DAY = ['--calls', '2000', '--seed', '1'] as const;
const BROKEN = 1;

/** @throws CommandFailure where the day breaks a law: then it is no example */
export async function exampleDay(surroundings: Surroundings): Promise<string> {
  let text = `$ npm run -s callwright -- simulate ${EXAMPLE_DAY.join(' ')}\n\n`;
  let told = '';
  const code = await simulateCommand(EXAMPLE_DAY, surroundings, {
    out: (part) => {
      text += part;
    },
    err: (part) => {
      told += part;
    },
  });
  if (code !== 0) throw new CommandFailure(told.trim(), BROKEN);
  return text;
}
