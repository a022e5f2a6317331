/** Writes the flows as the JSON files that are committed and deployed. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callerFlows, catalogue } from './catalogue.ts';
import { LANGUAGES } from './languages.ts';

export const RENDERED_FOLDER = fileURLToPath(new URL('rendered/', import.meta.url));

/** The path in the folder and the text of every rendered flow; those of other languages than English have a folder. */
export const renderedFiles = (): ReadonlyMap<string, string> =>
  new Map(
    LANGUAGES.flatMap((language) =>
      language === 'en'
        ? catalogue().map(({ name, content }) => [`${name}.json`, content] as const)
        : callerFlows(language).map(({ name, content }) => [`${language}/${name}.json`, content] as const),
    ),
  );

/** Writes all files, and removes those of flows that are gone. @returns the names of the files written. */
export async function renderFlows(folder: string = RENDERED_FOLDER): Promise<readonly string[]> {
  const files = renderedFiles();
  for (const language of LANGUAGES)
    await mkdir(join(folder, language === 'en' ? '' : language), { recursive: true });
  const found = await readdir(folder, { recursive: true });
  const gone = found.filter((name) => name.endsWith('.json') && !files.has(name.split(sep).join('/')));
  await Promise.all(gone.map((name) => rm(join(folder, name))));
  await Promise.all([...files].map(([name, content]) => writeFile(join(folder, name), content)));
  return [...files.keys()];
}
