/** Notices what changes about agents and makes agent events of it, and heart beats where nothing changes. */
import { type AgentDescription, describeAgent } from '../describe.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { World } from '../world.ts';
import {
  AGENT_EVENT_VERSION,
  type AgentEvent,
  type AgentEventSnapshot,
  type AgentEventType,
} from './agent-event.ts';
import { makeAgentSnapshot } from './make-agent-snapshot.ts';
import { toMillisecond } from './timestamps.ts';

/** An event is written when nothing else was for so long (adminguide/agent-event-stream-model, HEART_BEAT). */
const HEART_BEAT_MS = 120_000;
/** Heart beats go on so long after an agent has signed out (adminguide/agent-event-streams). */
const BEATS_AFTER_LOGOUT_MS = 3_600_000;

interface Known {
  snapshot: AgentEventSnapshot;
  /** The snapshot as text, to notice a change by. */
  text: string;
  signedIn: boolean;
  signedOutAtMs: number;
  nextStatus: string | undefined;
  nextSinceMs: number | undefined;
  /** Of the last event. */
  atMs: number;
}

export class AgentBook {
  readonly #world: World;
  readonly #ids: SeededRandom;
  readonly #write: (event: AgentEvent, atMs: number) => void;
  readonly #known = new Map<string, Known>();

  constructor(world: World, ids: SeededRandom, write: (event: AgentEvent, atMs: number) => void) {
    this.#world = world;
    this.#ids = ids;
    this.#write = write;
  }

  /** Several changes in one step are one event: nobody could tell them apart by their time. */
  changed(userId: string, atMs: number): void {
    const agent = describeAgent(this.#world, userId);
    if (agent === undefined) return;
    const before = this.#known.get(userId);
    if (before === undefined && !agent.signedIn) return;
    const nextSinceMs = agent.nextStatus === before?.nextStatus ? before?.nextSinceMs : atMs;
    const snapshot = makeAgentSnapshot(this.#world, agent, nextSinceMs);
    const text = JSON.stringify(snapshot);
    const type = typeOf(before, agent, text);
    if (type === undefined) return;
    const previous = type === 'STATE_CHANGE' ? (before?.snapshot ?? null) : null;
    this.#known.set(userId, {
      snapshot,
      text,
      signedIn: agent.signedIn,
      signedOutAtMs: agent.signedIn ? Number.NaN : before?.signedIn === false ? before.signedOutAtMs : atMs,
      nextStatus: agent.nextStatus,
      nextSinceMs,
      atMs,
    });
    this.#event(userId, type, snapshot, previous, atMs);
  }

  /** When the next heart beat is due; undefined while nobody has one. */
  nextDueAtMs(): number | undefined {
    let firstMs: number | undefined;
    for (const known of this.#known.values()) {
      const dueMs = nextBeat(known);
      if (dueMs !== undefined && (firstMs === undefined || dueMs < firstMs)) firstMs = dueMs;
    }
    return firstMs;
  }

  beat(nowMs: number): void {
    for (const [userId, known] of this.#known) {
      const dueMs = nextBeat(known);
      if (dueMs === undefined || dueMs > nowMs) continue;
      known.atMs = nowMs;
      this.#event(userId, 'HEART_BEAT', known.snapshot, known.snapshot, nowMs);
    }
  }

  #event(
    userId: string,
    EventType: AgentEventType,
    CurrentAgentSnapshot: AgentEventSnapshot,
    PreviousAgentSnapshot: AgentEventSnapshot | null,
    atMs: number,
  ): void {
    const { instance, agents } = this.#world;
    const event: AgentEvent = {
      AWSAccountId: instance.accountId,
      AgentARN: agents.get(userId)?.user.arn ?? '',
      CurrentAgentSnapshot,
      EventId: this.#ids.identifier(),
      EventTimestamp: toMillisecond(atMs),
      EventType,
      InstanceARN: instance.arn,
      PreviousAgentSnapshot,
      Version: AGENT_EVENT_VERSION,
    };
    this.#write(event, atMs);
  }
}

function nextBeat({ atMs, signedIn, signedOutAtMs }: Known): number | undefined {
  const dueMs = atMs + HEART_BEAT_MS;
  return signedIn || dueMs <= signedOutAtMs + BEATS_AFTER_LOGOUT_MS ? dueMs : undefined;
}

function typeOf(
  before: Known | undefined,
  agent: AgentDescription,
  text: string,
): AgentEventType | undefined {
  if (agent.signedIn !== (before?.signedIn ?? false)) return agent.signedIn ? 'LOGIN' : 'LOGOUT';
  return text === before?.text ? undefined : 'STATE_CHANGE';
}
