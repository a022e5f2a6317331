/** A chain of contacts: what Connect calls a contact ends and the next begins as a caller is moved to another queue. */
import { CHAIN_CONTACTS_MAX } from '../limits.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/** Why the contact cannot leave its queue for another (devguide/contact-actions-dequeuecontactandtransfertoqueue). */
export function whyNotMoved({ agent, earlier, phase }: Contact): string | undefined {
  if (phase !== 'queued') return `the contact is ${phase}, not waiting in a queue`;
  if (agent !== undefined) return 'the contact rings at an agent';
  return (earlier?.length ?? 0) + 1 >= CHAIN_CONTACTS_MAX
    ? `a chain has at most ${CHAIN_CONTACTS_MAX} contacts`
    : undefined;
}

/** The next contact of the chain, with all that the one before it knew. */
export function nextSegment(world: World, contact: Contact): void {
  const { entry, segmentId } = contact;
  if (entry === undefined) throw new Error('a contact was moved that was in no queue');
  contact.earlier ??= [];
  contact.earlier.push({
    id: segmentId,
    initiation: contact.initiation,
    startedAtMs: contact.segmentStartedAtMs,
    endedAtMs: world.nowMs,
    queue: entry.queue,
    queuedAtMs: entry.queuedAtMs,
  });
  contact.segmentId = world.names.identifier();
  contact.segmentStartedAtMs = world.nowMs;
  contact.initiation = 'QUEUE_TRANSFER';
  world.contacts.set(contact.segmentId, contact);
  world.effects.push({
    kind: 'segment-started',
    contactId: contact.id,
    segmentId: contact.segmentId,
    previousSegmentId: segmentId,
  });
}

/** The contact before this one in the chain; the first of a call names itself (seen live). */
export const previousSegmentId = ({ earlier, segmentId }: Contact): string =>
  earlier?.at(-1)?.id ?? segmentId;
