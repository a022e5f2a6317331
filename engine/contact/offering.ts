/** Brings waiting contacts and free agents together: who rings where, and for how long. */
import { RING_MS } from '../limits.ts';
import type { Agent, Contact, QueueEntry, ServedQueue, WorkState } from './model.ts';
import { stepAside, stepBack } from './queueing.ts';
import { startTimer, stopTimer } from './timers.ts';
import { servedEarlier, type World } from './world.ts';

/** Free: signed in, Available, without a contact that has still to be cleared, and not about to change status. */
export function updateFreedom(world: World, agent: Agent): void {
  const free =
    agent.signedIn &&
    agent.status === 'Available' &&
    agent.nextStatus === undefined &&
    agent.work === undefined;
  if (free === agent.place >= 0) return;
  if (!free) {
    agent.profile.free.remove(agent);
    return;
  }
  world.count += 1;
  agent.freeSinceMs = world.nowMs;
  agent.order = world.count;
  agent.profile.free.add(agent);
  offerToAgent(world, agent);
}

/** A contact that waits is offered to the agent who has been free longest (adminguide/concepts-routing). */
export function offerContact(world: World, contact: Contact): void {
  const { entry } = contact;
  if (entry === undefined || entry.place < 0) return;
  const agent = agentFor(world, entry);
  if (agent !== undefined) offer(world, entry, agent);
}

function agentFor(world: World, { queue, queuedAtMs }: QueueEntry): Agent | undefined {
  if (queue.owner !== undefined) return queue.owner.place >= 0 ? queue.owner : undefined;
  let best: Agent | undefined;
  for (const { profile, delayMs } of queue.served) {
    const agent = profile.free.first();
    if (agent === undefined || world.nowMs - queuedAtMs < delayMs) continue;
    const longer =
      best === undefined ||
      agent.freeSinceMs < best.freeSinceMs ||
      (agent.freeSinceMs === best.freeSinceMs && agent.order < best.order);
    if (longer) best = agent;
  }
  return best;
}

/** The agent's own queue first, then by the priorities of the routing profile (adminguide/concepts-routing). */
function offerToAgent(world: World, agent: Agent): void {
  const personal = world.queues.get(`agent/${agent.user.id}`)?.waiting.first();
  const entry = personal ?? bestEntry(world, agent.profile.served);
  if (entry !== undefined) offer(world, entry, agent);
}

function bestEntry(world: World, served: readonly ServedQueue[]): QueueEntry | undefined {
  let best: QueueEntry | undefined;
  let bestPriority = Number.POSITIVE_INFINITY;
  for (const { queue, priority, delayMs } of served) {
    if (priority > bestPriority) continue;
    const ripe = (entry: QueueEntry) => world.nowMs - entry.queuedAtMs >= delayMs;
    let entry = queue.waiting.first();
    // The first may be too young for a delayed queue although another is not.
    if (entry !== undefined && !ripe(entry)) {
      entry = queue.waiting
        .items()
        .filter(ripe)
        .reduce<QueueEntry | undefined>(
          (first, other) => (first === undefined || servedEarlier(other, first) ? other : first),
          undefined,
        );
    }
    if (entry === undefined) continue;
    if (best === undefined || priority < bestPriority || servedEarlier(entry, best)) {
      best = entry;
      bestPriority = priority;
    }
  }
  return best;
}

/** Delayed queues look again when the delay is over. */
export function startRoutingDelays(world: World, { contact, queue }: QueueEntry): void {
  for (const delayMs of new Set(queue.served.map((served) => served.delayMs))) {
    if (delayMs > 0) startTimer(world, 'routing-delay', '', delayMs, { contact });
  }
}

function offer(world: World, { contact, queue }: QueueEntry, agent: Agent): void {
  stepAside(contact);
  contact.agent = agent;
  agent.work = {
    contact,
    queueName: queue.queue.name,
    state: 'ringing',
    sinceMs: world.nowMs,
    timer: startTimer(world, 'ring', '', RING_MS, { agent }),
  };
  agent.profile.free.remove(agent);
  world.effects.push({
    kind: 'offered',
    contactId: contact.id,
    userId: agent.user.id,
    queueName: queue.queue.name,
  });
  agentChanged(world, agent);
  if (agent.user.autoAccept) startTimer(world, 'auto-accept', '', 0, { agent, contact });
}

/**
 * The agent did not take the contact: it goes back to its place and rings at the next one; this agent gets nothing
 * until the missed contact is cleared (adminguide/about-contact-states).
 */
export function declined(world: World, agent: Agent, as: 'missed' | 'rejected'): void {
  const { work } = agent;
  if (work === undefined) return;
  const { contact } = work;
  setWork(world, agent, as);
  contact.agent = undefined;
  world.effects.push({ kind: as, contactId: contact.id, userId: agent.user.id });
  agentChanged(world, agent);
  stepBack(contact);
  offerContact(world, contact);
}

export function setWork(world: World, agent: Agent, state: WorkState): void {
  const { work } = agent;
  if (work === undefined) return;
  stopTimer(world, work.timer);
  work.timer = undefined;
  work.state = state;
  work.sinceMs = world.nowMs;
}

/** The agent has nothing more to do with the contact; a status chosen meanwhile is taken now. */
export function endWork(world: World, agent: Agent): void {
  stopTimer(world, agent.work?.timer);
  agent.work = undefined;
  if (agent.nextStatus !== undefined) {
    agent.status = agent.nextStatus;
    agent.statusSinceMs = world.nowMs;
    agent.nextStatus = undefined;
  }
  agentChanged(world, agent);
  updateFreedom(world, agent);
}

export function agentChanged(world: World, agent: Agent): void {
  world.effects.push({ kind: 'agent-changed', userId: agent.user.id });
}
