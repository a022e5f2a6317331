/** The folder that a command writes its files into. */
import { mkdirSync } from 'node:fs';
import { CommandFailure } from './failure.ts';
import { WRONG_USE } from './options.ts';

/**
 * Makes it where there is none yet.
 * @throws CommandFailure with exit code 2 where a file is in the way, or the folder cannot be made
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (fault) {
    const why = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : fault;
    const reason = why === 'EEXIST' || why === 'ENOTDIR' ? 'a file is in the way' : String(why);
    throw new CommandFailure(`${folder} cannot be made a folder: ${reason}; choose another.`, WRONG_USE);
  }
}
