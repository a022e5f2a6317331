/** The pictures of callers' ways, drawn from the rendered flows, and the page that shows them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument } from '../../engine/language/flow.ts';
import { parseFlow } from '../../engine/language/parse.ts';
import { drawJourney } from '../journeys/draw.ts';
import { journeys } from '../journeys/journeys.ts';
import { walk } from '../journeys/walk.ts';
import { projectFolder } from './places.ts';

const RENDERED = join(projectFolder, 'contact-flows', 'rendered');
const DOCS = join(projectFolder, 'docs');

/** The flows in English, by name. */
function documents(): ReadonlyMap<string, FlowDocument> {
  const found = new Map<string, FlowDocument>();
  for (const file of readdirSync(RENDERED).filter((name) => name.endsWith('.json'))) {
    const { document } = parseFlow(readFileSync(join(RENDERED, file), 'utf8'));
    if (document !== undefined) found.set(file.slice(0, -'.json'.length), document);
  }
  return found;
}

/**
 * Everything that is drawn, by its path in docs/.
 * @throws Error where the flows no longer have the way of a journey
 */
export function journeyFiles(): ReadonlyMap<string, string> {
  const flows = documents();
  const files = new Map(
    journeys.map((journey) => [
      `pictures/journey-${journey.name}.svg`,
      drawJourney(journey.title, walk(journey, flows)),
    ]),
  );
  const page = [
    '# What callers experience',
    '',
    'One way through the flows for each wish, drawn from the flows that deploy (`npm run pictures`). Every key that is',
    'not pressed here, silence and every fault have words and a way on of their own.',
    '',
    ...journeys.flatMap(({ name, title }) => [`![${title}](pictures/journey-${name}.svg)`, '']),
  ];
  return files.set('journeys.md', page.join('\n'));
}

/** @returns the files that were written */
export function writeJourneys(): readonly string[] {
  mkdirSync(join(DOCS, 'pictures'), { recursive: true });
  return [...journeyFiles()].map(([path, text]) => {
    const file = join(DOCS, path);
    writeFileSync(file, text);
    return file;
  });
}
