/** Finds or makes the recording of every text: a file of one's own, or what a program says. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../config-error.ts';
import { madeRecordingsFolder, recordingsFolder } from '../paths.ts';
import { findSpeaker, type SpeakerCommand, speak } from './speaker.ts';
import { telephoneSound } from './telephone-sound.ts';
import type { RecordableText } from './texts.ts';

/** A text with the file that says it, as Connect takes it. */
export interface Recording extends RecordableText {
  readonly file: string;
}

export interface RecordingPlaces {
  /** Files of one's own, in a folder for each language. */
  readonly own: string;
  readonly made: string;
  readonly speaker?: SpeakerCommand | undefined;
}

const PLACES: RecordingPlaces = { own: recordingsFolder, made: madeRecordingsFolder };

export interface Made {
  readonly recordings: readonly Recording[];
  readonly missing: readonly RecordableText[];
}

/**
 * What has been said once by the same program is not said again.
 * @throws ConfigurationError for a file that cannot be a prompt, and where a program fails
 */
export function makeRecordings(
  texts: readonly RecordableText[],
  places: Partial<RecordingPlaces> = {},
): Made {
  const { own, made, speaker } = { ...PLACES, ...places };
  const speakers = new Map<string, SpeakerCommand | undefined>();
  const recordings: Recording[] = [];
  const missing: RecordableText[] = [];
  for (const text of texts) {
    const file = ownFile(own, made, text);
    if (file !== undefined) {
      recordings.push({ ...text, file });
      continue;
    }
    const { language } = text;
    if (!speakers.has(language)) speakers.set(language, findSpeaker(speaker, language));
    const command = speakers.get(language);
    if (command === undefined) missing.push(text);
    else recordings.push({ ...text, file: said(made, text, command) });
  }
  return { recordings, missing };
}

/** `recordings/<language>/<message>.wav`, or by the name of the prompt. */
function ownFile(own: string, made: string, { language, label, name }: RecordableText): string | undefined {
  const file = [label, name]
    .map((called) => join(own, language, `${called}.wav`))
    .find((path) => existsSync(path));
  if (file === undefined) return undefined;
  const given = readFileSync(file);
  let sound: Buffer;
  try {
    sound = telephoneSound(given);
  } catch (error) {
    throw new ConfigurationError(`the recording ${file} cannot be a prompt: ${message(error)}.`);
  }
  if (sound === given) return file;
  const hash = createHash('sha256').update(given).digest('hex').slice(0, 16);
  return written(join(made, 'own', `${name}-${hash}.wav`), sound);
}

function said(made: string, { name, words }: RecordableText, command: SpeakerCommand): string {
  const by = createHash('sha256').update(command.join('\0')).digest('hex').slice(0, 16);
  const file = join(made, by, `${name}.wav`);
  if (existsSync(file)) return file;
  try {
    return written(file, telephoneSound(speak(command, words)));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(
      `what "${command.join(' ')}" made of "${words}" cannot be a prompt: ${message(error)}.`,
    );
  }
}

/** In one step, so that a killed run leaves no half a recording. */
function written(file: string, sound: Buffer): string {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, sound);
  renameSync(draft, file);
  return file;
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Writes what is to be recorded as a table, for whoever reads it aloud.
 * @returns the file
 */
export function writeScript(
  missing: readonly RecordableText[],
  folder: string = madeRecordingsFolder,
): string {
  const file = join(folder, 'missing.csv');
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = missing.map(({ language, label, words }) =>
    [`${language}/${label}.wav`, words].map(quoted).join(','),
  );
  return written(file, Buffer.from(`\ufefffile,words\n${lines.join('\n')}\n`));
}
