/** Makes the files of the prompts `queue-music` and `beep` before synthesis uploads them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beepFile, queueMusicFile } from '../paths.ts';
import { beep } from './beep.ts';
import { melody } from './melody.ts';
import { waveFile } from './wave-file.ts';

/**
 * Writes the music; a file that already has these bytes is left alone.
 * @param file where the WAV file goes
 */
export function makeQueueMusic(file: string = queueMusicFile): void {
  write(file, melody());
}

/** Writes the tone, in the same way. */
export function makeBeep(file: string = beepFile): void {
  write(file, beep());
}

function write(file: string, samples: Float64Array): void {
  const sound = waveFile(samples);
  if (existsSync(file) && readFileSync(file).equals(sound)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sound);
}
