/** A program on this machine that says texts: the one that the configuration names, or one that is there. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../contact-flows/languages.ts';
import { ConfigurationError } from '../config-error.ts';
import { recordingsFolder } from '../paths.ts';

/** A program and its arguments: it reads a text and writes a WAV file. `{language}` stands for the language. */
export type SpeakerCommand = readonly string[];

const ESPEAK: SpeakerCommand = ['espeak-ng', '-v', '{language}', '-s', '150', '--stdin', '--stdout'];
/** Piper speaks with a model of its own for every language. */
const modelOf = (language: Language): string => join(recordingsFolder, 'voices', `${language}.onnx`);

const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** The command that speaks a language, or undefined where this machine has none. */
export function findSpeaker(
  configured: SpeakerCommand | undefined,
  language: Language,
): SpeakerCommand | undefined {
  const command = configured ?? [detected(language)].flat();
  if (command.length === 0) return undefined;
  return command.map((part) => part.replaceAll('{language}', language));
}

function detected(language: Language): SpeakerCommand {
  if (existsSync(modelOf(language)) && isThere('piper'))
    return ['piper', '--model', modelOf(language), '--output_file', '-'];
  return isThere('espeak-ng') ? ESPEAK : [];
}

/** A sentence of a few hundred characters is said in well under a second. */
const SPEAKING_MS_MAX = 60_000;

/**
 * What the program makes of a text: a WAV file.
 * @throws ConfigurationError where it does not run, or fails
 */
export function speak(command: SpeakerCommand, text: string): Buffer {
  const [program = '', ...args] = command;
  const ended = spawnSync(program, args, {
    input: text,
    timeout: SPEAKING_MS_MAX,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.error === undefined && ended.status === 0) return ended.stdout;
  const why = ended.error?.message ?? (ended.stderr.toString().trim() || `it ended with ${ended.status}`);
  throw new ConfigurationError(
    `"${command.join(' ')}" did not say "${text}": ${why}; correct callwright.languages.speaker in cdk.json.`,
  );
}
