/** What the pictures of the documentation show, so that a test can say when they are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { hashOf } from './freshness.ts';
import { projectFolder } from './places.ts';

/** The looks of the pages, the words and steps of the call, and the call itself. */
const SOURCES = ['local/web/pages', 'contact-flows/rendered', 'local/commands/pictures.ts'];

const NOTE = join(projectFolder, 'docs', 'pictures', 'sources.json');
const note = z.strictObject({ takenFrom: z.string() });

/** A hash of everything that the pictures show. */
export const pictureSources = (): string => hashOf(projectFolder, SOURCES);

/** The hash of what the committed pictures were taken from. */
export const picturesTakenFrom = (): string => note.parse(JSON.parse(readFileSync(NOTE, 'utf8'))).takenFrom;

/** Notes that the pictures show the sources as they are now. */
export function notePicturesTaken(): void {
  writeFileSync(NOTE, `${JSON.stringify({ takenFrom: pictureSources() }, null, 2)}\n`);
}
