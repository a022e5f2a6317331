/** Places of contacts in queues: joining, leaving, and keeping one's place while it rings. */
import { stopCriteria } from './criteria.ts';
import { queueFilled, queueMoved } from './estimated-wait.ts';
import type { RoutedChannel } from './instance.ts';
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
    sinceMs: countedFromMs(contact, world.nowMs),
    ahead: undefined,
    behind: undefined,
    place: -1,
  };
  contact.entry = entry;
  contact.queuedAtMs = world.nowMs;
  if (queue.present.size === 0 || !presentOn(queue, contact.channel))
    queueFilled(queue.pace[contact.channel], world.nowMs);
  queue.present.add(entry);
  queue.waiting[contact.channel].add(entry);
  return entry;
}

/** A callback keeps the place of the call in which it was promised (adminguide/setup-queued-cb). */
const countedFromMs = ({ outward, queueTimeAdjustmentMs }: Contact, queuedAtMs: number): number =>
  (outward?.callback?.sinceMs ?? queuedAtMs) - queueTimeAdjustmentMs;

export function leaveQueue(world: World, contact: Contact): void {
  const { entry } = contact;
  if (entry === undefined) return;
  stopCriteria(world, contact);
  entry.queue.waiting[contact.channel].remove(entry);
  entry.queue.present.remove(entry);
  queueMoved(entry.queue.pace[contact.channel], world.nowMs);
  contact.entry = undefined;
}

/** While it rings, the contact is in the queue but nobody else's to take. */
export function stepAside({ entry, channel }: Contact): void {
  if (entry !== undefined) entry.queue.waiting[channel].remove(entry);
}

/** Back to its own place. */
export function stepBack({ entry, channel }: Contact): void {
  if (entry !== undefined && entry.place < 0) entry.queue.waiting[channel].add(entry);
}

/** A changed priority counts at once. */
export function reorder(contact: Contact): void {
  const { entry, channel } = contact;
  if (entry === undefined) return;
  const waits = entry.place >= 0;
  entry.queue.waiting[channel].remove(entry);
  entry.priority = contact.priority;
  entry.sinceMs = countedFromMs(contact, entry.queuedAtMs);
  if (waits) entry.queue.waiting[channel].add(entry);
}

/**
 * How the queue would take the contact (adminguide/set-maximum-queue-limit: contacts beyond the limit are at
 * capacity). One that only changes its place in the queue finds room.
 */
export function roomIn(queue: QueueState, contact: Contact): 'room' | 'full' | 'disabled' {
  if (!queue.queue.enabled) return 'disabled';
  const { maxContacts } = queue.queue;
  const others = queue.present.size - (contact.entry?.queue === queue ? 1 : 0);
  return maxContacts !== undefined && others >= maxContacts ? 'full' : 'room';
}

function presentOn(queue: QueueState, channel: RoutedChannel): boolean {
  for (const { contact } of queue.present) if (contact.channel === channel) return true;
  return false;
}
