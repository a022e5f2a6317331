/** One process owns a data folder: LevelDB's own lock decides (it dies with its process), a note names the owner. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFields } from '../shapes.ts';
import { Storage } from './storage.ts';

/**
 * Opens the store of a data folder, creating the folder where it is missing.
 * A lock left by a killed process is no hindrance: the operating system released it.
 * @throws one sentence naming the owner where another process, or this one, has the folder open; or why the folder, or
 *   what is in it, cannot be used
 */
export async function openDataFolder(dataFolder: string): Promise<Storage> {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (error) {
    throw new Error(
      `The data folder ${dataFolder} cannot be made (${whyOf(error)}): choose another folder.`,
      {
        cause: error,
      },
    );
  }
  const note = join(dataFolder, 'owner.json');
  try {
    const storage = await Storage.open(join(dataFolder, 'tables'));
    writeFileSync(note, `${JSON.stringify({ pid: process.pid })}\n`);
    return storage;
  } catch (error) {
    if (!isLocked(error))
      throw new Error(
        `The tables in ${dataFolder} cannot be opened (${whyOf(error)}): put back a copy of the folder, or start over with --fresh.`,
        { cause: error },
      );
    throw new Error(
      `The data folder ${dataFolder} is in use by ${ownerIn(note)}: stop that one, or choose another folder.`,
      { cause: error },
    );
  }
}

/** LevelDB's own reason is the cause of what its library throws. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
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
