/**
 * Which test files say more with full counts: the long ones, those that reach `counts.ts`, and all calls, because what
 * they walk counts for the gate of coverage. The others said all in `npm test`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const counts = path.join(here, 'calls/counts.ts');
const IMPORTED = /from '(\.[^']+)'/g;

/** The files of `test` that one file of it imports, itself or through others. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !file.startsWith(here) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED))
    reached(path.resolve(path.dirname(file), imported), seen);
  return seen;
}

const isCounted = (file: string): boolean =>
  file.endsWith('.full.test.ts') || path.dirname(file) === path.dirname(counts) || reached(file).has(counts);

export const countedTests = (): readonly string[] =>
  globSync('**/*.test.ts', { cwd: here })
    .map((file) => path.join(here, file))
    .filter(isCounted);
