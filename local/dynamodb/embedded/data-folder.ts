/** One process owns a data folder: LevelDB's own lock decides (it dies with its process), a note names the owner. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFields } from '../shapes.ts';
import { Storage } from './storage.ts';

/**
 * Opens the store of a data folder, creating the folder where it is missing.
 * A lock left by a killed process is no hindrance: the operating system released it.
 * @throws one sentence naming the owner where another process, or this one, has the folder open
 */
export async function openDataFolder(dataFolder: string): Promise<Storage> {
  mkdirSync(dataFolder, { recursive: true });
  const note = join(dataFolder, 'owner.json');
  try {
    const storage = await Storage.open(join(dataFolder, 'tables'));
    writeFileSync(note, `${JSON.stringify({ pid: process.pid })}\n`);
    return storage;
  } catch (error) {
    if (!isLocked(error)) throw error;
    throw new Error(
      `The data folder ${dataFolder} is in use by ${ownerIn(note)}: stop that one, or choose another folder.`,
      { cause: error },
    );
  }
}

function isLocked(error: unknown): boolean {
  return Reflect.get(Object(Reflect.get(Object(error), 'cause')), 'code') === 'LEVEL_LOCKED';
}

function ownerIn(note: string): string {
  try {
    const owner: unknown = JSON.parse(readFileSync(note, 'utf8'));
    if (isFields(owner) && typeof owner['pid'] === 'number') return `process ${owner['pid']}`;
  } catch (error) {
    // The owner writes its note a moment after it takes the lock; until then it has no name to tell.
    if (!(error instanceof SyntaxError) && Reflect.get(Object(error), 'code') !== 'ENOENT') throw error;
  }
  return 'another process';
}
