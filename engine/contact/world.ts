/** The whole state of a running centre, made from an instance and a seed, and owned by `step`. */

import { oneCopy } from '../language/one-copy.ts';
import { AGENT_QUEUE_CONTACTS_MAX } from '../limits.ts';
import type { CompiledFlow, FindBlock } from './compiled-flow.ts';
import { compileFlow } from './compiled-flow.ts';
import { DEFAULT_PROMPTS, type DefaultFlow, defaultFlows } from './default-flows.ts';
import type { Doorway } from './doorway.ts';
import { EffectLog } from './effect-log.ts';
import type { Pace } from './figures.ts';
import { Heap } from './heap.ts';
import {
  type Flow,
  type Instance,
  type Prompt,
  type Queue,
  type QuickConnect,
  ROUTED_CHANNELS,
  type User,
} from './instance.ts';
import { KeptContacts } from './kept-contacts.ts';
import { Line } from './line.ts';
import type { Agent, Contact, ProfileState, QueueEntry, QueueState, Slot, Timer } from './model.ts';
import { Opening } from './opening.ts';
import { PromptNames } from './prompt-names.ts';
import { SeededRandom } from './seeded-random.ts';
import { References } from './templates.ts';
import { TimeStamps } from './time-stamps.ts';

export interface World {
  readonly instance: Instance;
  readonly flows: Map<string, CompiledFlow>;
  readonly defaults: Readonly<Record<DefaultFlow, CompiledFlow>>;
  readonly hours: ReadonlyMap<string, Opening>;
  readonly queues: ReadonlyMap<string, QueueState>;
  readonly prompts: ReadonlyMap<string, Prompt>;
  /** Lengths of recordings by name, ms. */
  readonly promptDurations: ReadonlyMap<string, number>;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly quickConnects: ReadonlyMap<string, QuickConnect>;
  /** Ended ones too, as far as they are kept; one that was moved from queue to queue by each of its ids. */
  readonly contacts: KeptContacts;
  readonly timers: Heap<Timer>;
  readonly references: References;
  readonly chance: SeededRandom;
  readonly names: SeededRandom;
  nowMs: number;
  /** Counts prompts, timers and places in queues, so that what is equal stays in order. */
  count: number;
  /** Tasks that a block has created and whose flow has still to start: runs never run inside each other. */
  created: CreatedTask[];
  /** Tasks that their flow goes on with. */
  resumed: Contact[];
  /** Who is to be put on or off hold as flows of transfers say, when they are at rest. */
  held: HoldAsked[];
  /** Of the present step; what had happened before an event that was refused stays for the next one. */
  readonly effects: EffectLog;
  /** The one door of the world's blocks, once one has run. */
  door: Doorway | undefined;
  readonly stamps: TimeStamps;
  readonly promptNames: PromptNames;
  /** Whether steps taken and flow logs are among the effects. */
  readonly recorded: boolean;
}

export interface HoldAsked {
  readonly leg: Contact;
  readonly state: 'AgentOnHold' | 'CustomerOnHold' | 'OffHold';
}

export interface CreatedTask {
  readonly contact: Contact;
  readonly flow: CompiledFlow;
}

export interface WorldOptions {
  readonly instance: Instance;
  /** The same seed and events give the same effects, byte for byte. */
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Other blocks than Connect's own, for who watches or replaces some of them; the catalogue's where left out. */
  readonly findBlock?: FindBlock;
  /**
   * `none`: no `step-taken` and no `flow-log` among the effects, all others as ever. For runs of very many calls that
   * nobody reads, which take a fifth to a half less time without. `full` where absent.
   */
  readonly records?: 'full' | 'none';
  /** What was made ready for a world of the same instance and blocks is taken over: most of the work of making one. */
  readonly ready?: ReadyParts;
}

/** Of a world that has just been created; nothing that happens in one changes it. */
export interface ReadyParts {
  readonly flows: ReadonlyMap<string, CompiledFlow>;
  readonly defaults: World['defaults'];
  readonly hours: World['hours'];
}

/** To be asked for before a flow is published. */
export const readyParts = ({ flows, defaults, hours }: World): ReadyParts => ({
  flows: new Map(flows),
  defaults,
  hours,
});

/**
 * @throws FlowError for a flow that cannot be run, RangeError for a time zone that is none, Error for a configuration
 * that names what does not exist.
 */
export function createWorld({
  instance,
  seed,
  nowMs,
  findBlock,
  records = 'full',
  ready,
}: WorldOptions): World {
  const queues = new Map<string, QueueState>();
  for (const queue of instance.queues) put(queues, queue, queueState(queue, undefined, nowMs));
  const profiles = new Map<string, ProfileState>();
  for (const profile of instance.routingProfiles) {
    const free = { VOICE: new Heap(freeLonger), CHAT: new Heap(freeLonger), TASK: new Heap(freeLonger) };
    const state: ProfileState = { profile, served: [], free };
    put(profiles, profile, state);
    for (const { queueId, channel, priority, delaySeconds } of profile.queues) {
      const queue = queues.get(queueId);
      if (queue === undefined)
        throw new Error(`routing profile '${profile.name}' names queue '${queueId}', which does not exist`);
      if (channel === 'EMAIL' || (profile.concurrency[channel] ?? 0) < 1) continue;
      const served = { channel, profile: state, queue, priority, delayMs: delaySeconds * 1000 };
      state.served.push(served);
      queue.served.push(served);
      if (served.delayMs > 0) queue.delaysMs.add(served.delayMs);
    }
  }
  const agents = new Map<string, Agent>();
  for (const user of instance.users) {
    const profile = profiles.get(user.routingProfileId);
    if (profile === undefined) {
      throw new Error(
        `user '${user.username}' has routing profile '${user.routingProfileId}', which does not exist`,
      );
    }
    const agent = newAgent(user, profile, nowMs);
    put(agents, user, agent);
    const personal = personalQueue(instance, user);
    put(queues, personal, queueState(personal, agent, nowMs));
  }
  const quickConnects = new Map<string, QuickConnect>();
  for (const one of instance.quickConnects ?? []) put(quickConnects, one, one);
  const prompts = new Map<string, Prompt>();
  for (const prompt of [...DEFAULT_PROMPTS, ...instance.prompts]) put(prompts, prompt, prompt);
  return {
    instance,
    ...(ready === undefined
      ? { ...madeReady(instance, findBlock), defaults: defaultFlows(instance) }
      : { ...ready, flows: new Map(ready.flows) }),
    queues,
    prompts,
    promptDurations: new Map([...prompts.values()].map(({ name, durationMs }) => [name, durationMs])),
    agents,
    quickConnects,
    contacts: new KeptContacts(),
    timers: new Heap(dueEarlier),
    references: new References(),
    chance: new SeededRandom(seed, 1),
    names: new SeededRandom(seed, 2),
    nowMs,
    count: 0,
    created: [],
    resumed: [],
    held: [],
    effects: new EffectLog(),
    door: undefined,
    stamps: new TimeStamps(),
    promptNames: new PromptNames(),
    recorded: records === 'full',
  };
}

function madeReady(instance: Instance, findBlock: FindBlock | undefined): Pick<World, 'flows' | 'hours'> {
  const flows = new Map<string, CompiledFlow>();
  for (const flow of instance.flows) put(flows, flow, compileFlow(flow, findBlock));
  const hours = new Map<string, Opening>();
  for (const one of instance.hours) put(hours, one, new Opening(one));
  return { flows, hours };
}

/**
 * A flow is published while the centre runs: who enters it from now on takes the new one, who is in it stays in the old.
 * @throws FlowError for a flow that cannot be run; the old one then stays
 */
export function publishFlow(world: World, flow: Flow, findBlock?: FindBlock): void {
  put(world.flows, flow, compileFlow(flow, findBlock));
}

/** Whatever has an id and an ARN is found by both. */
function put<V>(
  map: Map<string, V>,
  { arn, id }: { readonly arn: string; readonly id: string },
  value: V,
): void {
  map.set(oneCopy(id), value);
  map.set(oneCopy(arn), value);
}

/** An agent's personal queue (adminguide/concepts-queues-standard-and-agent). */
function personalQueue(instance: Instance, user: User): Queue {
  return {
    arn: `${instance.arn}/queue/agent/${user.id}`,
    id: `agent/${user.id}`,
    name: user.username,
    hoursId: '',
    maxContacts: AGENT_QUEUE_CONTACTS_MAX,
    enabled: true,
  };
}

const queueState = (queue: Queue, owner: Agent | undefined, nowMs: number): QueueState => ({
  queue,
  owner,
  waiting: { VOICE: new Heap(servedEarlier), CHAT: new Heap(servedEarlier), TASK: new Heap(servedEarlier) },
  present: new Line(),
  served: [],
  delaysMs: new Set(),
  pace: { VOICE: newPace(nowMs), CHAT: newPace(nowMs), TASK: newPace(nowMs) },
});

const newPace = (nowMs: number): Pace => ({ intervalsMs: [], next: 0, movedAtMs: nowMs });

function newAgent(user: User, profile: ProfileState, nowMs: number): Agent {
  const slots: Slot[] = [];
  const agent: Agent = {
    user,
    profile,
    slots,
    signedIn: false,
    unreachable: false,
    status: 'Offline',
    statusSinceMs: nowMs,
    nextStatus: undefined,
    monitoring: undefined,
    works: [],
  };
  for (const channel of ROUTED_CHANNELS) {
    if ((profile.profile.concurrency[channel] ?? 0) > 0) {
      slots.push({ agent, channel, sinceMs: nowMs, order: 0, place: -1 });
    }
  }
  return agent;
}

const dueEarlier = (a: Timer, b: Timer): boolean =>
  a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);

export const freeLonger = (a: Slot, b: Slot): boolean =>
  a.sinceMs < b.sinceMs || (a.sinceMs === b.sinceMs && a.order < b.order);

/** Priority first, then age (adminguide/concepts-routing). */
export const servedEarlier = (a: QueueEntry, b: QueueEntry): boolean =>
  a.priority !== b.priority
    ? a.priority < b.priority
    : a.sinceMs !== b.sinceMs
      ? a.sinceMs < b.sinceMs
      : a.order < b.order;
