/** Tells of files that are new or changed in a folder, each once it has stopped growing. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file is looked at twice: who still writes it has changed it in between. */
const LOOK_MS = 500;

/** @returns how to stop */
export function watchFolder(
  home: string,
  name: string,
  onFile: (key: string, bytes: Buffer) => void,
  onFault: (fault: unknown) => void,
): () => void {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  const told = new Map<string, string>();
  const seen = new Map<string, string>();
  const timer = setInterval(() => {
    try {
      look();
    } catch (fault) {
      onFault(fault);
    }
  }, LOOK_MS);
  timer.unref();

  function look(): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      // What begins with a dot is an editor's or a system's own.
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const path = join(entry.parentPath, entry.name);
      const key = path
        .slice(folder.length + 1)
        .split(sep)
        .join('/');
      const { mtimeMs, size } = statSync(path);
      const state = `${mtimeMs} ${size}`;
      if (told.get(key) === state) continue;
      if (seen.get(key) === state) {
        told.set(key, state);
        onFile(key, readFileSync(path));
      }
      seen.set(key, state);
    }
  }
  return () => clearInterval(timer);
}
