/** Tells whether something was built from the sources as they are now: contents count, times do not. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import * as z from 'zod/mini';

const stamps = z.record(z.string(), z.string());

export interface Build {
  /** Its name in the file of hashes. */
  readonly name: string;
  /** Files and folders, relative to the project's folder. */
  readonly sources: readonly string[];
  /** Files that the build leaves behind; without one of them it has to be made again. */
  readonly results: readonly string[];
}

/**
 * Makes the build unless its sources are those of last time and its results are there.
 * @param stampFile JSON with one hash for each build; a damaged one only makes everything be built again
 * @returns whether it was made
 */
export async function makeWhenStale(
  projectFolder: string,
  stampFile: string,
  build: Build,
  make: () => Promise<void>,
): Promise<boolean> {
  const before = readStamps(stampFile);
  const hash = hashOf(projectFolder, build.sources);
  const complete = build.results.every((path) => existsSync(join(projectFolder, path)));
  if (complete && before[build.name] === hash) return false;
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamps(stampFile), [build.name]: hash }, null, 2)}\n`);
  return true;
}

/** One hash of names and contents. */
export function hashOf(projectFolder: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(join(projectFolder, source))) {
      const contents = readFileSync(file);
      hash.update(`${relative(projectFolder, file).split(sep).join('/')}\0${contents.length}\0`);
      hash.update(contents);
    }
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function readStamps(stampFile: string): z.infer<typeof stamps> {
  if (!existsSync(stampFile)) return {};
  try {
    return stamps.parse(JSON.parse(readFileSync(stampFile, 'utf8')));
  } catch {
    return {};
  }
}
