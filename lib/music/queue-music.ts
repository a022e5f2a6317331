/** Makes the file of the prompt `queue-music` before synthesis uploads it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { queueMusicFile } from '../paths.ts';
import { melody } from './melody.ts';
import { waveFile } from './wave-file.ts';

/**
 * Writes the music; a file that already has these bytes is left alone.
 * @param file where the WAV file goes
 */
export function makeQueueMusic(file: string = queueMusicFile): void {
  const sound = waveFile(melody());
  if (existsSync(file) && readFileSync(file).equals(sound)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sound);
}
