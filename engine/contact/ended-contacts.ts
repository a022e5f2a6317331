/** Ended contacts stay describable for a while, and no longer. */
import { ENDED_CONTACTS_KEPT } from '../limits.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/** Drops the oldest ended contacts beyond those kept. */
export function forget(world: World, contact: Contact): void {
  world.ended.push(contact);
  if (world.ended.length < 2 * ENDED_CONTACTS_KEPT) return;
  for (const old of world.ended.splice(0, ENDED_CONTACTS_KEPT)) {
    for (const id of [old.id, old.segmentId, ...(old.earlier ?? []).map((one) => one.id)]) {
      world.contacts.delete(id);
    }
  }
}
