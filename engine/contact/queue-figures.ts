/** Present figures of a queue, as flows may ask for them. */
import type { Json } from '../language/flow.ts';
import { estimatedWaitSeconds } from './estimated-wait.ts';
import type { RoutedChannel } from './instance.ts';
import type { Agent, Contact, QueueEntry, QueueState } from './model.ts';
import { servedEarlier, type World } from './world.ts';

/** One figure of CheckMetricData; the age is in milliseconds, as operands are on the wire. Undefined for an unknown one. */
export function figureOf(world: World, queue: QueueState, name: string): number | undefined {
  switch (name) {
    case 'NumberOfAgentsAvailable':
      return agentsOf(world, queue).filter(isAvailable).length;
    case 'NumberOfAgentsStaffed':
      return agentsOf(world, queue).filter(isStaffed).length;
    case 'NumberOfAgentsOnline':
      return agentsOf(world, queue).filter(isOnline).length;
    case 'NumberOfContactsInQueue':
      return queue.present.size;
    case 'OldestContactInQueueAgeSeconds':
      return oldestAgeMs(world, [...queue.present]) ?? 0;
    default:
      return undefined;
  }
}

/**
 * `$.Metrics` after GetMetricData: figures as texts, unset where nothing happens: agents where none is online, the
 * estimate for the queue where no single channel is asked for (adminguide/get-queue-metrics).
 */
export function metricsOf(
  world: World,
  queue: QueueState,
  contact: Contact,
  channel: RoutedChannel | undefined,
): { readonly [key: string]: Json } {
  const agents = agentsOf(world, queue);
  const someone = agents.some(isOnline);
  const staffed = agents.filter(isStaffed).length;
  const count = (which: (agent: Agent) => boolean) => ({
    Count: someone ? String(agents.filter(which).length) : null,
  });
  const present = [...queue.present].filter(
    ({ contact: one }) => channel === undefined || one.channel === channel,
  );
  const ageMs = oldestAgeMs(world, present);
  const position = positionOf(contact, queue);
  const wait = (of: RoutedChannel, place: number) =>
    textOf(estimatedWaitSeconds(queue.pace[of], place, staffed));
  return {
    Queue: {
      Name: queue.queue.name,
      ARN: queue.queue.arn,
      Size: String(present.length),
      OldestContactAge: ageMs === undefined ? null : String(Math.floor(ageMs / 1000)),
      EstimatedWaitTime: channel === undefined ? null : wait(channel, queue.waiting[channel].size + 1),
    },
    Agents: {
      Online: count(isOnline),
      Available: count(isAvailable),
      Staffed: count(isStaffed),
      AfterContactWork: count(({ works }) => works.some(({ state }) => state === 'after-contact-work')),
      Busy: count(isBusy),
      Missed: count(({ works }) => works.some(({ state }) => state === 'missed')),
      NonProductive: count((agent) => isOnline(agent) && agent.status !== 'Available'),
    },
    Contact: {
      PositionInQueue: textOf(position),
      EstimatedWaitTime: position === undefined ? null : wait(contact.channel, position),
    },
  };
}

const textOf = (value: number | undefined): string | null => (value === undefined ? null : String(value));

const isOnline = (agent: Agent): boolean => agent.signedIn && agent.status !== 'Offline';
/** Online and not in a status of the agent's own: free, busy, or in after contact work (adminguide/metrics-definitions). */
const isStaffed = (agent: Agent): boolean => agent.signedIn && agent.status === 'Available';
const isAvailable = ({ slots }: Agent): boolean => slots.some(({ place }) => place >= 0);
/** In hand: what rings, is being talked about, or has after contact work. */
const isBusy = ({ works }: Agent): boolean =>
  works.some(({ state }) => state !== 'missed' && state !== 'rejected');

function agentsOf(world: World, queue: QueueState): Agent[] {
  if (queue.owner !== undefined) return [queue.owner];
  const profiles = new Set(queue.served.map(({ profile }) => profile));
  return [...new Set(world.agents.values())].filter(({ profile }) => profiles.has(profile));
}

/** Contacts are in the order in which they joined. */
function oldestAgeMs(world: World, [oldest]: readonly QueueEntry[]): number | undefined {
  return oldest === undefined ? undefined : world.nowMs - oldest.queuedAtMs;
}

/** Counts from 1 among the contacts of the same channel; one that rings has nobody before it. */
function positionOf({ channel, entry }: Contact, queue: QueueState): number | undefined {
  if (entry === undefined || entry.queue !== queue) return undefined;
  if (entry.place < 0) return 1;
  const earlier = (other: QueueEntry) => other !== entry && servedEarlier(other, entry);
  return 1 + queue.waiting[channel].items().filter(earlier).length;
}
