/** When a contact is complete. */
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/** After contact work is over, or at once when no agent had the contact. */
export function complete(world: World, contact: Contact): void {
  if (contact.completed || contact.phase !== 'ended' || contact.openWork > 0) return;
  contact.completed = true;
  const { id: contactId, parties, segmentId } = contact;
  world.effects.push(
    parties?.followed === true
      ? { kind: 'segment-completed', contactId, segmentId }
      : { kind: 'contact-completed', contactId },
  );
}
