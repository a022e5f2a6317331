/** What would be lost if the centre were killed now, in a file: contacts that go on, and records that are on their way. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** A contact record, as it is sent. */
export interface KeptRecord {
  readonly contactId: string;
  readonly content: string;
}

/** Who kills the centre so soon after something has happened loses at most that. */
const WRITTEN_AFTER_MS = 200;

const file = z.array(z.object({ contactId: z.string(), content: z.string() }));

export class OpenContacts {
  readonly #path: string;
  #written: string | undefined;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * What the centre before this one left.
   * @throws Error where the file is not what we have written
   */
  left(): readonly KeptRecord[] {
    if (!existsSync(this.#path)) return [];
    try {
      return file.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      throw new Error(
        `${this.#path} is damaged: delete it or start with --fresh, and what it says of open contacts is lost.`,
      );
    }
  }

  /** Something has happened: in a moment the file says so. */
  changed(now: () => readonly KeptRecord[]): void {
    this.#due ??= setTimeout(() => this.write(now()), WRITTEN_AFTER_MS).unref();
  }

  /** Whole or not at all: a kill in the middle leaves what was there. */
  write(records: readonly KeptRecord[]): void {
    clearTimeout(this.#due);
    this.#due = undefined;
    const text = JSON.stringify(records);
    if (text === this.#written) return;
    const draft = `${this.#path}.draft`;
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, this.#path);
    this.#written = text;
  }
}
