/** Ended contacts stay describable for a while, and no longer. */
import { ENDED_CONTACTS_KEPT } from '../limits.ts';
import type { Contact } from './model.ts';

/** The last ones, in a ring. */
export class EndedContacts {
  readonly #ring: Contact[] = [];
  #next = 0;

  /** Keeps the contact, and drops the oldest ended one beyond those kept from `contacts`. */
  add(contact: Contact, contacts: Map<string, Contact>): void {
    const old = this.#ring[this.#next];
    this.#ring[this.#next] = contact;
    this.#next = (this.#next + 1) % ENDED_CONTACTS_KEPT;
    if (old === undefined) return;
    contacts.delete(old.id);
    if (old.earlier === undefined) return;
    contacts.delete(old.segmentId);
    for (const { id } of old.earlier) contacts.delete(id);
  }
}
