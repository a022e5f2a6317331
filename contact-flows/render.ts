/** Writes the flows as the JSON files that are committed and deployed. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callerFlows, catalogue, entryFlows } from './catalogue.ts';
import { LANGUAGES } from './languages.ts';
import { welcome } from './welcome.ts';

export const RENDERED_FOLDER = fileURLToPath(new URL('rendered/', import.meta.url));

/**
 * The path in the folder and the text of every rendered flow. English, in which flows are written first, has no folder
 * of its own; what only a centre of several languages has is as it would be for all.
 */
export const renderedFiles = (): ReadonlyMap<string, string> => {
  const [first, second, ...others] = LANGUAGES;
  const flows = [
    ...catalogue().map((flow) => ['', flow] as const),
    ...entryFlows([first, second, ...others]).map((flow) => ['all-languages/', flow] as const),
    ['all-languages/', welcome(first, first)] as const,
    ...[second, ...others].flatMap((language) =>
      callerFlows(language).map((flow) => [`${language}/`, flow] as const),
    ),
  ];
  return new Map(flows.map(([folder, { name, content }]) => [`${folder}${name}.json`, content]));
};

/** Writes all files, and removes those of flows that are gone. @returns the names of the files written. */
export async function renderFlows(folder: string = RENDERED_FOLDER): Promise<readonly string[]> {
  const files = renderedFiles();
  for (const name of files.keys()) await mkdir(dirname(join(folder, name)), { recursive: true });
  const found = await readdir(folder, { recursive: true });
  const gone = found.filter((name) => name.endsWith('.json') && !files.has(name.split(sep).join('/')));
  await Promise.all(gone.map((name) => rm(join(folder, name))));
  await Promise.all([...files].map(([name, content]) => writeFile(join(folder, name), content)));
  return [...files.keys()];
}
