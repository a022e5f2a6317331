/** Present figures of a queue, as flows may ask for them. */
import type { Json } from '../language/flow.ts';
import type { Agent, Contact, QueueState } from './model.ts';
import { servedEarlier, type World } from './world.ts';

/** One figure of CheckMetricData; the age is in milliseconds, as operands are on the wire. Undefined for an unknown one. */
export function figureOf(world: World, queue: QueueState, name: string): number | undefined {
  switch (name) {
    case 'NumberOfAgentsAvailable':
      return agentsOf(world, queue).filter(isFree).length;
    case 'NumberOfAgentsStaffed':
      return agentsOf(world, queue).filter(isStaffed).length;
    case 'NumberOfAgentsOnline':
      return agentsOf(world, queue).filter(isOnline).length;
    case 'NumberOfContactsInQueue':
      return queue.present.size;
    case 'OldestContactInQueueAgeSeconds':
      return oldestAgeMs(world, queue);
    default:
      return undefined;
  }
}

/** `$.Metrics` after GetMetricData: figures as texts, unset where nothing happens (adminguide/get-queue-metrics). */
export function metricsOf(
  world: World,
  queue: QueueState,
  contact: Contact,
): { readonly [key: string]: Json } {
  const agents = agentsOf(world, queue);
  const count = (which: (agent: Agent) => boolean) => ({ Count: String(agents.filter(which).length) });
  return {
    Queue: {
      Name: queue.queue.name,
      ARN: queue.queue.arn,
      Size: String(queue.present.size),
      OldestContactAge:
        queue.present.size === 0 ? null : String(Math.floor(oldestAgeMs(world, queue) / 1000)),
      EstimatedWaitTime: null,
    },
    Agents: {
      Online: count(isOnline),
      Available: count(isFree),
      Staffed: count(isStaffed),
      AfterContactWork: count(({ work }) => work?.state === 'after-contact-work'),
      Busy: count(({ work }) => work !== undefined && work.state !== 'missed' && work.state !== 'rejected'),
      Missed: count(({ work }) => work?.state === 'missed'),
      NonProductive: count((agent) => isOnline(agent) && agent.status !== 'Available'),
    },
    Contact: { EstimatedWaitTime: null, PositionInQueue: positionOf(contact, queue) },
  };
}

const isOnline = (agent: Agent): boolean => agent.signedIn && agent.status !== 'Offline';
/** Online and not in a status of the agent's own, whether busy or free (adminguide/real-time-metrics-definitions). */
const isStaffed = (agent: Agent): boolean =>
  agent.signedIn &&
  (agent.status === 'Available' || (agent.work !== undefined && agent.status !== 'Offline'));
const isFree = (agent: Agent): boolean => agent.place >= 0;

function agentsOf(world: World, queue: QueueState): Agent[] {
  if (queue.owner !== undefined) return [queue.owner];
  const profiles = new Set(queue.served.map(({ profile }) => profile));
  return [...new Set(world.agents.values())].filter(({ profile }) => profiles.has(profile));
}

function oldestAgeMs(world: World, queue: QueueState): number {
  const [oldest] = queue.present;
  return oldest?.entry === undefined ? 0 : world.nowMs - oldest.entry.queuedAtMs;
}

function positionOf({ entry }: Contact, queue: QueueState): Json {
  if (entry === undefined || entry.queue !== queue) return null;
  return String(
    1 + queue.waiting.items().filter((other) => other !== entry && servedEarlier(other, entry)).length,
  );
}
