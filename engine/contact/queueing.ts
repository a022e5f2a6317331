/** Places of contacts in queues: joining, leaving, and keeping one's place while it rings. */
import type { Contact, QueueEntry, QueueState } from './model.ts';
import type { World } from './world.ts';

/** The contact takes the place that its priority and age give it (adminguide/concepts-routing). */
export function joinQueue(world: World, contact: Contact, queue: QueueState): QueueEntry {
  world.count += 1;
  const entry: QueueEntry = {
    contact,
    queue,
    queuedAtMs: world.nowMs,
    order: world.count,
    priority: contact.priority,
    sinceMs: world.nowMs - contact.queueTimeAdjustmentMs,
    place: -1,
  };
  contact.entry = entry;
  queue.present.add(contact);
  queue.waiting.add(entry);
  return entry;
}

export function leaveQueue(contact: Contact): void {
  const { entry } = contact;
  if (entry === undefined) return;
  entry.queue.waiting.remove(entry);
  entry.queue.present.delete(contact);
  contact.entry = undefined;
}

/** While it rings, the contact is in the queue but nobody else's to take. */
export function stepAside({ entry }: Contact): void {
  if (entry !== undefined) entry.queue.waiting.remove(entry);
}

/** Back to its own place. */
export function stepBack({ entry }: Contact): void {
  if (entry !== undefined && entry.place < 0) entry.queue.waiting.add(entry);
}

/** A changed priority counts at once. */
export function reorder(contact: Contact): void {
  const { entry } = contact;
  if (entry === undefined) return;
  const waits = entry.place >= 0;
  entry.queue.waiting.remove(entry);
  entry.priority = contact.priority;
  entry.sinceMs = entry.queuedAtMs - contact.queueTimeAdjustmentMs;
  if (waits) entry.queue.waiting.add(entry);
}

/** How the queue would take one more (adminguide/set-maximum-queue-limit: contacts beyond the limit are at capacity). */
export function roomIn(queue: QueueState): 'room' | 'full' | 'disabled' {
  if (!queue.queue.enabled) return 'disabled';
  const { maxContacts } = queue.queue;
  return maxContacts !== undefined && queue.present.size >= maxContacts ? 'full' : 'room';
}
