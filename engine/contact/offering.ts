/** Brings waiting contacts and free agents together: who rings where, and for how long. */
import { RING_MS } from '../limits.ts';
import { complete } from './completing.ts';
import { isFor } from './criteria.ts';
import type { Heap } from './heap.ts';
import type { RoutedChannel } from './instance.ts';
import type { Agent, Contact, QueueEntry, ServedQueue, Slot, Work } from './model.ts';
import { stepAside, stepBack } from './queueing.ts';
import { startTimer } from './timers.ts';
import { agentChanged, dropWork, isBusyWork, setWork, workOn } from './works.ts';
import { freeLonger, servedEarlier, type World } from './world.ts';

/** Looks again which channels the agent can take a contact of, and offers what waits for them. */
export function updateFreedom(world: World, agent: Agent): void {
  let freed = false;
  for (const slot of agent.slots) {
    const free = mayTake(agent, slot.channel);
    if (free === slot.place >= 0) continue;
    setFree(world, slot, free);
    freed ||= free;
  }
  if (freed) offerToAgent(world, agent);
}

/**
 * Signed in, Available, not about to change status, and nothing missed that has still to be cleared; room on the
 * channel (API_MediaConcurrency), and only contacts of channels beside which others may come (API_CrossChannelBehavior).
 */
function mayTake(agent: Agent, channel: RoutedChannel): boolean {
  const { concurrency, crossChannel = [] } = agent.profile.profile;
  const room = channel === 'VOICE' ? 1 : (concurrency[channel] ?? 0);
  let same = 0;
  for (const work of agent.works) {
    if (!isBusyWork(work)) return false;
    if (work.state === 'paused') continue;
    if (work.contact.channel === channel) same += 1;
    else if (!crossChannel.includes(work.contact.channel)) return false;
  }
  if (agent.monitoring !== undefined) return false;
  return agent.signedIn && agent.status === 'Available' && agent.nextStatus === undefined && same < room;
}

function setFree(world: World, slot: Slot, free: boolean): void {
  const heap = slot.agent.profile.free[slot.channel];
  heap.remove(slot);
  if (!free) return;
  world.count += 1;
  slot.sinceMs = world.nowMs;
  slot.order = world.count;
  heap.add(slot);
}

/** A contact that waits is offered to the agent who has been free longest (adminguide/concepts-routing). */
export function offerContact(world: World, contact: Contact): void {
  const { entry } = contact;
  if (entry === undefined || entry.place < 0) return;
  const agent = agentFor(world, entry);
  if (agent !== undefined) offer(world, entry, agent);
}

function agentFor(world: World, { contact, queue, queuedAtMs }: QueueEntry): Agent | undefined {
  const { channel } = contact;
  if (queue.owner !== undefined) return isFree(queue.owner, channel) ? queue.owner : undefined;
  let best: Slot | undefined;
  for (const served of queue.served) {
    if (served.channel !== channel) continue;
    const slot = firstFor(contact, served.profile.free[channel]);
    if (slot === undefined || world.nowMs - queuedAtMs < served.delayMs) continue;
    if (best === undefined || freeLonger(slot, best)) best = slot;
  }
  return best?.agent;
}

/** Free longest, and one whom the contact waits for. */
function firstFor(contact: Contact, free: Heap<Slot>): Slot | undefined {
  if (contact.criteria === undefined) return free.first();
  let best: Slot | undefined;
  for (const slot of free.items()) {
    if (isFor(contact, slot.agent) && (best === undefined || freeLonger(slot, best))) best = slot;
  }
  return best;
}

export const isFree = (agent: Agent, channel: RoutedChannel): boolean =>
  agent.slots.some((slot) => slot.channel === channel && slot.place >= 0);

/** The agent's own queue first, then by the priorities of the routing profile (adminguide/concepts-routing). */
function offerToAgent(world: World, agent: Agent): void {
  const own = world.queues.get(`agent/${agent.user.id}`)?.waiting;
  let personal: QueueEntry | undefined;
  for (const { channel, place } of agent.slots) if (place >= 0) personal ??= own?.[channel].first();
  const entry = personal ?? bestEntry(world, agent);
  if (entry !== undefined) offer(world, entry, agent);
}

function bestEntry(world: World, agent: Agent): QueueEntry | undefined {
  let best: QueueEntry | undefined;
  let bestPriority = Number.POSITIVE_INFINITY;
  for (const served of agent.profile.served) {
    if (served.priority > bestPriority || !isFree(agent, served.channel)) continue;
    const entry = ripest(world, served, agent);
    if (entry === undefined) continue;
    if (best === undefined || served.priority < bestPriority || servedEarlier(entry, best)) {
      best = entry;
      bestPriority = served.priority;
    }
  }
  return best;
}

/** The first may be too young for a delayed queue, or wait for other agents, although another does not. */
function ripest(
  world: World,
  { queue, channel, delayMs }: ServedQueue,
  agent: Agent,
): QueueEntry | undefined {
  const waiting = queue.waiting[channel];
  const first = waiting.first();
  const ripe = (entry: QueueEntry) =>
    world.nowMs - entry.queuedAtMs >= delayMs && isFor(entry.contact, agent);
  if (first === undefined || ripe(first)) return first;
  return waiting
    .items()
    .filter(ripe)
    .reduce<QueueEntry | undefined>(
      (earliest, other) => (earliest === undefined || servedEarlier(other, earliest) ? other : earliest),
      undefined,
    );
}

/** Delayed queues look again when the delay is over. */
export function startRoutingDelays(world: World, { contact, queue }: QueueEntry): void {
  for (const delayMs of queue.delaysMs) startTimer(world, 'routing-delay', delayMs, contact);
}

/** A chat or task comes back to the agent whose after contact work for it is not over: it is now. */
function takeUpAgain(world: World, { id }: Contact, agent: Agent): void {
  const work = agent.works.find(({ contact, state }) => contact.id === id && state === 'after-contact-work');
  if (work === undefined) return;
  work.contact.openWork -= 1;
  dropWork(world, agent, work);
  complete(world, work.contact);
}

/** An agent with room for more is offered more, and counts as the one who has been free shortest. */
function offer(world: World, { contact, queue }: QueueEntry, agent: Agent): void {
  stepAside(contact);
  if (contact.channel !== 'VOICE') takeUpAgain(world, contact, agent);
  contact.agent = agent;
  agent.works.push({
    contact,
    queueName: queue.queue.name,
    state: 'ringing',
    sinceMs: world.nowMs,
    timer: startTimer(world, 'ring', RING_MS, contact, agent),
  });
  for (const slot of agent.slots) setFree(world, slot, mayTake(agent, slot.channel));
  world.effects.push({
    kind: 'offered',
    contactId: contact.id,
    userId: agent.user.id,
    queueName: queue.queue.name,
  });
  agentChanged(world, agent);
  // A setting of the telephone (API_UserPhoneConfig); tasks are accepted by hand.
  if (agent.user.autoAccept && contact.channel === 'VOICE') {
    startTimer(world, 'auto-accept', 0, contact, agent);
  }
  offerToAgent(world, agent);
}

/**
 * The agent did not take the contact: it goes back to its place and rings at the next one; this agent gets nothing
 * until the missed contact is cleared (adminguide/about-contact-states).
 */
export function declined(world: World, agent: Agent, contact: Contact, as: 'missed' | 'rejected'): void {
  const work = workOn(agent, contact);
  if (work === undefined) return;
  setWork(world, work, as);
  contact.agent = undefined;
  world.effects.push({ kind: as, contactId: contact.id, userId: agent.user.id });
  updateFreedom(world, agent);
  agentChanged(world, agent);
  stepBack(contact);
  offerContact(world, contact);
}

/** The agent has nothing more to do with the contact; a status chosen meanwhile is taken when nothing else is left. */
export function endWork(world: World, agent: Agent, work: Work): void {
  dropWork(world, agent, work);
  if (agent.nextStatus !== undefined && agent.works.length === 0) {
    agent.status = agent.nextStatus;
    agent.statusSinceMs = world.nowMs;
    agent.nextStatus = undefined;
  }
  agentChanged(world, agent);
  updateFreedom(world, agent);
}
