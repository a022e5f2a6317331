/** The objects of one bucket: in memory, and in a folder where the centre keeps its data. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rewindable } from '../rewindable.ts';

export class Objects implements Rewindable {
  readonly #folder: string | undefined;
  readonly #inMemory = new Map<string, Buffer>();

  /** @param folder where they outlive the centre; undefined keeps them in memory alone */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** @throws Error where they are in a folder */
  mark(): () => void {
    if (this.#folder !== undefined) throw new Error(`what is in ${this.#folder} does not go back`);
    const kept = [...this.#inMemory];
    return () => {
      this.#inMemory.clear();
      for (const [key, body] of kept) this.#inMemory.set(key, body);
    };
  }

  put(key: string, body: Buffer): void {
    if (this.#folder === undefined) {
      this.#inMemory.set(key, body);
      return;
    }
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(this.#pathOf(this.#folder, key), body);
  }

  get(key: string): Buffer | undefined {
    if (this.#folder === undefined) return this.#inMemory.get(key);
    const path = this.#pathOf(this.#folder, key);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  delete(key: string): void {
    if (this.#folder === undefined) this.#inMemory.delete(key);
    else rmSync(this.#pathOf(this.#folder, key), { force: true });
  }

  /** One name for one key: no key leads out of the folder, and none needs a sign that a system does not have. */
  #pathOf(folder: string, key: string): string {
    return join(
      folder,
      encodeURIComponent(key)
        .replaceAll('.', '%2E')
        .replace(/%2E(\w{1,5})$/, '.$1'),
    );
  }
}
