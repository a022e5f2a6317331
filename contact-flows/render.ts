/** Writes the flows as the JSON files that are committed and deployed. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from './catalogue.ts';

export const RENDERED_FOLDER = fileURLToPath(new URL('rendered/', import.meta.url));

/** The file name and text of every rendered flow. */
export const renderedFiles = (): ReadonlyMap<string, string> =>
  new Map(catalogue().map(({ name, content }) => [`${name}.json`, content]));

/** Writes all files, and removes those of flows that are gone. @returns the names of the files written. */
export async function renderFlows(folder: string = RENDERED_FOLDER): Promise<readonly string[]> {
  const files = renderedFiles();
  await mkdir(folder, { recursive: true });
  const gone = (await readdir(folder)).filter((name) => name.endsWith('.json') && !files.has(name));
  await Promise.all(gone.map((name) => rm(join(folder, name))));
  await Promise.all([...files].map(([name, content]) => writeFile(join(folder, name), content)));
  return [...files.keys()];
}
