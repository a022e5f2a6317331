/** Finds the files of flows that a person names by files and folders. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundFiles {
  /** As given, or below a folder as given; each once, in the order of the paths and then by name. */
  readonly files: readonly string[];
  /** Paths where there is nothing. */
  readonly absent: readonly string[];
}

/** Every file given, and every `.json` file below every folder given. */
export function findFlowFiles(paths: readonly string[]): FoundFiles {
  const files = new Set<string>();
  const absent: string[] = [];
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) absent.push(path);
    else if (found.isDirectory()) for (const file of filesBelow(path)) files.add(file);
    else files.add(path);
  }
  return { files: [...files], absent };
}

/** Links are not followed, so that no folder can hold itself. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.name.toLowerCase().endsWith('.json') ? [path] : [];
    });
}
