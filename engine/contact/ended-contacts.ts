/** Ended contacts stay describable for a while, and no longer. */
import { ENDED_CONTACTS_KEPT } from '../limits.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/**
 * Drops the oldest ended contacts beyond those kept, many at a time. Those that stay go over into a new map: one from
 * which each contact is deleted makes table after table, and each old table holds on to all that was in it until the
 * garbage collection that comes last.
 */
export function forget(world: World, contact: Contact): void {
  world.ended.push(contact);
  if (world.ended.length < Math.max(2 * ENDED_CONTACTS_KEPT, world.contacts.size / 2)) return;
  const contacts = new Map<string, Contact>();
  for (const [id, one] of world.contacts) if (one.phase !== 'ended') contacts.set(id, one);
  const kept = world.ended.slice(-ENDED_CONTACTS_KEPT);
  for (const one of kept) {
    contacts.set(one.id, one);
    contacts.set(one.segmentId, one);
    for (const { id } of one.earlier ?? []) contacts.set(id, one);
  }
  world.contacts = contacts;
  world.ended = kept;
}
