/** The contacts of a world by each of their names: all that are open, and ended ones for a while, and no longer. */
import { ENDED_CONTACTS_KEPT } from '../limits.ts';
import type { Contact } from './model.ts';

/**
 * Two generations: names are put into the younger. When enough of its contacts have ended, it becomes the older one,
 * and those that are open go over into a new one; what was older then is dropped as a whole. So an ended contact costs
 * nothing more: one map from which each is deleted makes table after table, and each old table holds on to all that
 * was in it until the garbage collection that comes last.
 */
export class KeptContacts {
  #younger = new Map<string, Contact>();
  /** Ended ones only. */
  #older = new Map<string, Contact>();
  #endedInYounger = 0;

  /** How many names there are; a contact that was moved from queue to queue has several. */
  get size(): number {
    return this.#younger.size + this.#older.size;
  }

  get(id: string): Contact | undefined {
    return this.#younger.get(id) ?? this.#older.get(id);
  }

  /** Only names of contacts that are open. */
  set(id: string, contact: Contact): void {
    this.#younger.set(id, contact);
  }

  delete(id: string): void {
    this.#younger.delete(id);
  }

  /** To be told once for each that ends. */
  oneHasEnded(): void {
    this.#endedInYounger += 1;
    if (this.#endedInYounger >= Math.max(ENDED_CONTACTS_KEPT, this.#younger.size / 2)) this.#forget();
  }

  /** Those that are open in the order in which they came. */
  *[Symbol.iterator](): Generator<readonly [id: string, contact: Contact], void, undefined> {
    yield* this.#older;
    yield* this.#younger;
  }

  *values(): Generator<Contact, void, undefined> {
    yield* this.#older.values();
    yield* this.#younger.values();
  }

  #forget(): void {
    this.#older = this.#younger;
    this.#younger = new Map();
    this.#endedInYounger = 0;
    for (const [id, contact] of this.#older) {
      if (contact.phase === 'ended') continue;
      this.#younger.set(id, contact);
      this.#older.delete(id);
    }
  }
}
