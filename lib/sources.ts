/** What a synthesized assembly was made from: tells whether it still says what the sources say. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectFolder } from './paths.ts';

/** Files and folders whose contents decide what synthesis writes; the lock file stands for every library. */
const sourcePaths = [
  'bin/app.ts',
  'cdk.json',
  'contact-flows',
  'engine',
  'lambdas',
  'lib',
  'package-lock.json',
] as const;

/** Recordings of one's own: most centres have none. */
const optionalPaths = ['recordings'] as const;

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * One hash of the names and contents of sources; times do not matter.
 * @param root the project's folder
 * @param paths files and folders in it; those of an assembly where nothing is said
 */
export function hashOfSources(root: string = projectFolder, paths: readonly string[] = sourcePaths): string {
  const hash = createHash('sha256');
  const there = [...paths, ...optionalPaths.filter((path) => existsSync(join(root, path)))];
  for (const file of there.flatMap((path) => filesUnder(join(root, path)))) {
    const contents = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${contents.length}\0`).update(contents);
  }
  return hash.digest('hex');
}
