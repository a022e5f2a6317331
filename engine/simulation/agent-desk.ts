/** The agents of a day: shifts, ringing, after contact work, and those who miss, decline or vanish. */
import type { Effect } from '../contact/events.ts';
import type { RoutedChannel } from '../contact/instance.ts';
import type { Work, WorkState } from '../contact/model.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import { type LogNormal, logNormal, share } from './distributions.ts';
import type { FaultName } from './fault-catalogue.ts';
import { Handling } from './handling.ts';
import type { Deed, SimulatedAgent } from './people.ts';
import type { Scenario } from './scenario.ts';
import type { SharedDay } from './shared-day.ts';
import type { PlannedAgent } from './staffed-instance.ts';
import { HOUR_MS } from './tally.ts';

type AgentDeed = Extract<Deed, { agent: SimulatedAgent }>;
type Heeded = Extract<Effect, { kind: 'offered' | 'accepted' | 'agent-changed' }>;

/** Until an agent has clicked away what was missed, and how long one who declines lets it ring. */
const CLEAR_MISSED_MS = 5_000;
const DECLINE_MS = 3_000;
const VANISH_AFTER_ACCEPT_MS = 400;
/** One who has vanished is back after a minute or two. */
const BACK_MS = { min: 60_000, more: 60_000 };
const TO_CLEAR: ReadonlySet<WorkState> = new Set<WorkState>(['after-contact-work', 'missed', 'rejected']);

export class AgentDesk {
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;
  readonly #agents = new Map<string, SimulatedAgent>();
  readonly #handling: Handling;

  constructor(day: SharedDay, chance: SeededRandom, planned: readonly PlannedAgent[], startMs: number) {
    this.#day = day;
    this.#chance = chance;
    this.#handling = new Handling(day, chance);
    for (const { userId, fromHour, untilHour } of planned) {
      const agent: SimulatedAgent = {
        userId,
        signedInAtMs: undefined,
        leaving: false,
        busySinceMs: undefined,
        callSinceMs: undefined,
        clearing: undefined,
      };
      this.#agents.set(userId, agent);
      const untilMs = startMs + untilHour * HOUR_MS;
      day.agenda.add(startMs + fromHour * HOUR_MS, { kind: 'begin-shift', agent });
      day.agenda.add(untilMs, { kind: 'end-shift', agent });
    }
  }

  agent(userId: string): SimulatedAgent {
    const agent = this.#agents.get(userId);
    if (agent === undefined) throw new Error(`'${userId}' is no agent of the day`);
    return agent;
  }

  see(effect: Heeded, atMs: number): void {
    const agent = this.agent(effect.userId);
    if (effect.kind === 'offered') this.#rings(agent, effect.contactId, atMs);
    else if (effect.kind === 'accepted') {
      if (this.#channelOf(effect.contactId) === 'VOICE') this.#day.tally.handled += 1;
    } else this.#changed(agent, atMs);
  }

  do(deed: AgentDeed, atMs: number): void {
    const { agent } = deed;
    const { userId } = agent;
    switch (deed.kind) {
      case 'begin-shift':
        this.#signIn(agent, atMs);
        return;
      case 'end-shift':
        agent.leaving = true;
        if (agent.signedInAtMs === undefined) return;
        this.#day.send({ kind: 'agent-sets-status', userId, status: 'Offline' }, atMs);
        this.#leaveIfDone(agent, atMs);
        return;
      case 'accept':
        if (this.#has(agent, deed.contactId, 'ringing'))
          this.#day.send({ kind: 'agent-accepts', userId, contactId: deed.contactId }, atMs);
        return;
      case 'decline':
        if (this.#has(agent, deed.contactId, 'ringing'))
          this.#day.send({ kind: 'agent-rejects', userId, contactId: deed.contactId }, atMs);
        return;
      case 'clear':
        agent.clearing = undefined;
        if (agent.signedInAtMs !== undefined && this.#toClear(agent, deed.contactId) !== undefined)
          this.#day.send({ kind: 'agent-clears', userId, contactId: deed.contactId }, atMs);
        this.#leaveIfDone(agent, atMs);
        return;
      case 'vanish':
        this.#vanish(agent, atMs);
        return;
      case 'hold':
      case 'take-back':
      case 'conference':
      case 'hand-over':
        this.#handling.do(deed.kind, agent, deed.contactId, atMs);
    }
  }

  /** @returns how much longer the talk is by it, ms */
  mayHold(agent: SimulatedAgent, contactId: string, atMs: number, talkMs: number): number {
    return this.#handling.mayHold(agent, contactId, atMs, talkMs);
  }

  hangsUp(agent: SimulatedAgent, contactId: string, atMs: number): void {
    if (!this.#has(agent, contactId, 'connected') || this.#handling.mayTransfer(agent, contactId, atMs))
      return;
    this.#day.laws.agentLeaves(contactId, atMs, false);
    this.#day.send({ kind: 'agent-hangs-up', userId: agent.userId, contactId }, atMs);
  }

  /** How many contacts of the channel the agent is in. */
  has(agent: SimulatedAgent, channel: 'CHAT' | 'TASK'): number {
    const works = this.#day.world.agents.get(agent.userId)?.works ?? [];
    return works.filter(({ contact, state }) => state === 'connected' && contact.channel === channel).length;
  }

  /** @returns false where the agent cannot end it now */
  ends(agent: SimulatedAgent, contactId: string, atMs: number): boolean {
    if (!this.#has(agent, contactId, 'connected')) return false;
    this.#day.laws.agentLeaves(contactId, atMs, false);
    this.#day.send({ kind: 'agent-hangs-up', userId: agent.userId, contactId }, atMs);
    return true;
  }

  /** A fault during a talk that would last until `untilMs`. */
  breaksOff(fault: FaultName, agent: SimulatedAgent, contactId: string, atMs: number, untilMs: number): void {
    const soonMs = atMs + share(this.#chance) * Math.min(30_000, untilMs - atMs);
    if (fault === 'agent-drops-mid-call') this.#day.agenda.add(soonMs, { kind: 'vanish', agent, contactId });
    else if (fault === 'agents-vanish')
      for (const each of this.#agents.values())
        this.#day.agenda.add(soonMs, { kind: 'vanish', agent: each, contactId });
  }

  #rings(agent: SimulatedAgent, contactId: string, atMs: number): void {
    const { agenda, faults, scenario } = this.#day;
    const { acceptSeconds, misses, declines } = scenario.agents;
    agent.busySinceMs ??= atMs;
    if (this.#channelOf(contactId) === 'VOICE') agent.callSinceMs ??= atMs;
    const fault = faults.strike('ringing');
    const chance = share(this.#chance);
    const acceptMs =
      atMs + 1000 * (acceptSeconds.min + share(this.#chance) * (acceptSeconds.max - acceptSeconds.min));
    if (fault === 'agent-misses' || (fault === undefined && chance < misses)) return;
    if (fault === 'agent-declines' || (fault === undefined && chance < misses + declines))
      agenda.add(atMs + DECLINE_MS, { kind: 'decline', agent, contactId });
    else agenda.add(acceptMs, { kind: 'accept', agent, contactId });
    if (fault === 'agent-drops-after-accept')
      agenda.add(acceptMs + VANISH_AFTER_ACCEPT_MS, { kind: 'vanish', agent, contactId });
  }

  #changed(agent: SimulatedAgent, atMs: number): void {
    const { agenda, tally, scenario, world } = this.#day;
    const works = world.agents.get(agent.userId)?.works ?? [];
    if (agent.callSinceMs !== undefined && !works.some(({ contact }) => contact.channel === 'VOICE')) {
      tally.handledMs += atMs - agent.callSinceMs;
      agent.callSinceMs = undefined;
    }
    if (works.length === 0) {
      if (agent.busySinceMs === undefined) return;
      tally.span('busyMs', agent.busySinceMs, atMs);
      agent.busySinceMs = undefined;
      return;
    }
    // Who has several to clear does one after the other.
    const work = this.#toClear(agent);
    if (work === undefined || agent.clearing !== undefined) return;
    const { contact, state } = work;
    const afterMs =
      state === 'after-contact-work'
        ? 1000 * logNormal(this.#chance, afterContactWork(scenario, contact.channel))
        : CLEAR_MISSED_MS;
    agent.clearing = agenda.add(atMs + afterMs, { kind: 'clear', agent, contactId: contact.id });
  }

  #signIn(agent: SimulatedAgent, atMs: number): void {
    const { userId, leaving } = agent;
    const hasWork = (this.#day.world.agents.get(userId)?.works ?? []).length > 0;
    if (agent.signedInAtMs !== undefined || (leaving && !hasWork)) return;
    agent.signedInAtMs = atMs;
    this.#day.send({ kind: 'agent-signs-in', userId }, atMs);
    if (!leaving) this.#day.send({ kind: 'agent-sets-status', userId, status: 'Available' }, atMs);
  }

  #leaveIfDone(agent: SimulatedAgent, atMs: number): void {
    const works = this.#day.world.agents.get(agent.userId)?.works ?? [];
    if (!agent.leaving || agent.signedInAtMs === undefined || works.length > 0) return;
    this.#isGone(agent, atMs);
    this.#day.send({ kind: 'agent-signs-out', userId: agent.userId }, atMs);
  }

  #vanish(agent: SimulatedAgent, atMs: number): void {
    if (agent.signedInAtMs === undefined) return;
    for (const { contact, state } of this.#day.world.agents.get(agent.userId)?.works ?? [])
      if (state === 'connected') this.#day.laws.agentLeaves(contact.id, atMs, true);
    this.#isGone(agent, atMs);
    this.#day.agenda.cancel(agent.clearing);
    agent.clearing = undefined;
    this.#day.send({ kind: 'agent-vanishes', userId: agent.userId }, atMs);
    const backMs = atMs + BACK_MS.min + share(this.#chance) * BACK_MS.more;
    // Whose shift ends in the meantime comes back for what is still to be done or cleared, and leaves then.
    this.#day.agenda.add(backMs, { kind: 'begin-shift', agent });
  }

  #isGone(agent: SimulatedAgent, atMs: number): void {
    if (agent.signedInAtMs !== undefined) this.#day.tally.span('staffedMs', agent.signedInAtMs, atMs);
    agent.signedInAtMs = undefined;
  }

  /** The first, or that of one contact. */
  #toClear(agent: SimulatedAgent, contactId?: string): Work | undefined {
    return this.#day.world.agents
      .get(agent.userId)
      ?.works.find(
        ({ contact: { id }, state }) => TO_CLEAR.has(state) && (contactId === undefined || id === contactId),
      );
  }

  #channelOf(contactId: string): RoutedChannel | undefined {
    return this.#day.world.contacts.get(contactId)?.channel;
  }

  #has(agent: SimulatedAgent, contactId: string, state: WorkState): boolean {
    return (
      agent.signedInAtMs !== undefined &&
      this.#day.world.agents
        .get(agent.userId)
        // A transfer has a name of its own until the caller is in it.
        ?.works.some(
          ({ contact, state: now }) =>
            now === state && (contact.id === contactId || contact.segmentId === contactId),
        ) === true
    );
  }
}

function afterContactWork({ agents, chats, tasks }: Scenario, channel: RoutedChannel): LogNormal {
  if (channel === 'CHAT' && chats !== undefined) return chats.afterContactWork;
  if (channel === 'TASK' && tasks !== undefined) return tasks.afterContactWork;
  return agents.afterContactWork;
}
