/** The built pages in memory, by address. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  /** The name holds a hash of the contents. */
  readonly hashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

const PAGES: Readonly<Record<string, string>> = {
  '/': '/home/index.html',
  '/phone': '/phone/index.html',
  '/agent': '/agent/index.html',
};

/**
 * Reads the folder once: an address can then name nothing outside it.
 * @throws where the folder or one of the three pages is missing, saying how to build it
 */
export function readPages(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(address, { type, body: readFileSync(path), hashed: address.startsWith('/assets/') });
  }
  for (const [address, built] of Object.entries(PAGES)) {
    const file = files.get(built);
    if (file === undefined)
      throw new Error(`The page ${built} is not in ${folder}: remove that folder and start again.`);
    files.set(address, file);
  }
  return files;
}
