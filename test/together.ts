/**
 * Test files of one folder that run in one go. Jest gives every file modules of its own, and to load the engine, the
 * SDK or the kit afresh for each of two hundred files took a third of a run. A folder's `together.test.ts` loads those
 * files that leave nothing behind; each still runs by itself where it alone is asked for.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const TOGETHER = 'together.test.ts';

/** What reaches beyond its file: hooks for every test of the run, replaced clocks and modules, and the environment. */
const REACHES_OUT = /^(?:before|after)Each\(|sharedCentre\(|\bjest\.|process\.env\b.* = /m;

/** The files of a folder, with their folder, that run together. */
export const runTogether = (folder: string): readonly string[] =>
  globSync('*.test.ts', { cwd: folder })
    .filter((name) => name !== TOGETHER && !name.endsWith('.full.test.ts'))
    .toSorted()
    .map((name) => path.join(folder, name))
    .filter((file) => !REACHES_OUT.test(readFileSync(file, 'utf8')));

/** Registers the tests of all of them in the file that calls. */
export async function registerTogether(folder: string): Promise<void> {
  for (const file of runTogether(folder)) await import(file);
}
