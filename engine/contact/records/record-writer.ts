/** Writes contact records, contact events and agent events of all that happens: an observer beside the engine, not a part of its steps. */
import type { Effect } from '../events.ts';
import { FLOWS } from '../flow-recording.ts';
import { SeededRandom } from '../seeded-random.ts';
import type { World } from '../world.ts';
import { AfterWorkNotes } from './after-work-notes.ts';
import { AgentBook } from './agent-book.ts';
import type { AgentEvent } from './agent-event.ts';
import {
  callbackNotes,
  callNotes,
  chatNotes,
  inboundNotes,
  monitorNotes,
  taskNotes,
} from './beginning-notes.ts';
import type { ContactEvent, ContactEventType, UpdatedProperty } from './contact-event.ts';
import { type ContactNotes, newAgentNotes, newNotes, noteEnd } from './contact-notes.ts';
import type { ContactRecord } from './contact-record.ts';
import { cutOffRecord } from './cut-off.ts';
import { makeContactEvent } from './make-contact-event.ts';
import { makeContactRecord } from './make-contact-record.ts';
import { readNotes } from './reading-notes.ts';
import { noteRoutingStep } from './routing-criteria.ts';
import { noteTransferOutside, transferNotes } from './transfer-notes.ts';

export type Written =
  | { readonly kind: 'contact-record'; readonly record: ContactRecord }
  | { readonly kind: 'contact-event'; readonly event: ContactEvent }
  | { readonly kind: 'agent-event'; readonly event: AgentEvent };

export interface RecordWriterOptions {
  /** The same seed and effects give the same records, byte for byte. */
  readonly seed: number;
  /** What somebody reads; the rest costs nothing. */
  readonly wanted: Readonly<Record<Written['kind'], boolean>>;
  /** Bucket and prefix of the instance's recordings, where it keeps any. */
  readonly recordingsAt?: string;
  readonly write: (written: Written, atMs: number) => void;
}

/** Ended contacts whose records can still be updated. */
const ENDED_KEPT = 1_000;
/** Keeps event ids apart from the chance of calls. */
const ID_STREAM = 3;

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export class RecordWriter {
  readonly #world: World;
  readonly #options: RecordWriterOptions;
  readonly #ids: SeededRandom;
  readonly #agents: AgentBook;
  readonly #afterWork: AfterWorkNotes;
  /** The present contact of each chain. */
  readonly #notes = new Map<string, ContactNotes>();
  /** Contacts that callers have left for a transfer, while their agents have after contact work. */
  readonly #former = new Map<string, ContactNotes>();
  readonly #completed = new Set<string>();

  constructor(world: World, options: RecordWriterOptions) {
    this.#world = world;
    this.#options = options;
    this.#ids = new SeededRandom(options.seed, ID_STREAM);
    this.#agents = new AgentBook(world, this.#ids, (event, atMs) =>
      options.write({ kind: 'agent-event', event }, atMs),
    );
    this.#afterWork = new AfterWorkNotes(world);
  }

  /** Sees every effect in its order, as the `observe` port of a driver does. */
  observe(effect: Effect, atMs: number): void {
    switch (effect.kind) {
      case 'contact-started':
        this.#begin(inboundNotes(effect, atMs), atMs);
        return;
      case 'task-started':
        this.#beginInSystem(taskNotes(this.#world, effect, atMs), atMs);
        return;
      case 'chat-started':
        this.#beginInSystem(chatNotes(this.#world, effect, atMs), atMs);
        return;
      case 'call-started':
        this.#begin(callNotes(this.#world, effect, atMs), atMs);
        return;
      case 'callback-created':
        this.#begin(callbackNotes(this.#world, effect, atMs), atMs);
        return;
      case 'segment-started':
        this.#moved(effect, atMs);
        return;
      case 'monitor-started':
        this.#monitors(effect, atMs);
        return;
      case 'transfer-started':
        this.#begin(transferNotes(this.#world, effect, atMs), atMs);
        return;
      case 'transferred':
        this.#transferred(effect, atMs);
        return;
      case 'transferred-outside': {
        const notes = this.#notes.get(effect.contactId);
        if (notes !== undefined) noteTransferOutside(notes, effect.number, atMs);
        return;
      }
      case 'segment-completed': {
        const notes = this.#former.get(effect.segmentId);
        this.#former.delete(effect.segmentId);
        if (notes !== undefined) this.#finished(notes, atMs);
        return;
      }
      case 'agent-changed':
        this.#afterWork.agentChanged(effect.userId, atMs);
        if (this.#options.wanted['agent-event']) this.#agents.changed(effect.userId, atMs);
        return;
      default: {
        const notes = 'contactId' in effect ? this.#notes.get(effect.contactId) : undefined;
        if (notes !== undefined) this.#happened(notes, effect, atMs);
      }
    }
  }

  /** When the next heart beat of an agent is due. */
  nextDueAtMs(): number | undefined {
    return this.#options.wanted['agent-event'] ? this.#agents.nextDueAtMs() : undefined;
  }

  runDue(nowMs: number): void {
    this.#agents.beat(nowMs);
  }

  /** The records of all that goes on, as if the line broke now. */
  cutOff(atMs: number): readonly ContactRecord[] {
    const going = [...this.#notes.values()].filter(({ chainId }) => !this.#completed.has(chainId));
    return [...going, ...this.#former.values()].map((notes) => cutOffRecord(this.#world, notes, atMs));
  }

  /** A supervisor is there from the first, and has no after contact work. */
  #monitors(effect: Of<'monitor-started'>, atMs: number): void {
    const notes = monitorNotes(this.#world, effect, atMs);
    this.#begin(notes, atMs);
    this.#event(notes, 'CONNECTED_TO_AGENT', atMs);
  }

  /** Its flow begins with it: there is nobody who would have to answer. */
  #beginInSystem(notes: ContactNotes, atMs: number): void {
    this.#begin(notes, atMs);
    this.#event(notes, 'CONNECTED_TO_SYSTEM', atMs);
  }

  #begin(notes: ContactNotes, atMs: number): void {
    this.#notes.set(notes.chainId, notes);
    this.#event(notes, 'INITIATED', atMs);
  }

  /** To another queue: what Connect calls the contact is over, without an agent, and the next one begins. */
  #moved({ contactId, segmentId, initiation, reason }: Of<'segment-started'>, atMs: number): void {
    const before = this.#notes.get(contactId);
    if (before === undefined) return;
    before.nextId = segmentId;
    this.#ended(before, reason, atMs);
    this.#finished(before, atMs);
    const notes = newNotes({
      ...before,
      contactId: segmentId,
      previousId: before.contactId,
      initiation,
      startedAtMs: atMs,
      systemAtMs: before.systemAtMs === undefined ? undefined : atMs,
    });
    notes.recorded = before.recorded;
    this.#begin(notes, atMs);
  }

  /** What the caller was in is over, but for its agent; the transfer goes by the caller's name from here on. */
  #transferred({ contactId, legId, byUserId, reason }: Of<'transferred'>, atMs: number): void {
    const before = this.#notes.get(contactId);
    const notes = this.#notes.get(legId);
    if (before === undefined || notes === undefined) return;
    before.nextId = notes.contactId;
    this.#ended(before, reason, atMs);
    this.#former.set(before.contactId, before);
    this.#notes.delete(legId);
    notes.chainId = contactId;
    this.#notes.set(contactId, notes);
    if (notes.agent !== undefined) this.#afterWork.renamed(byUserId ?? notes.agent.userId, legId, contactId);
  }

  #happened(notes: ContactNotes, effect: Effect, atMs: number): void {
    const { agent } = notes;
    switch (effect.kind) {
      case 'queued':
        notes.queue = { queueId: effect.queueId, enqueuedAtMs: atMs, dequeuedAtMs: undefined };
        this.#event(notes, 'QUEUED', atMs);
        return;
      case 'offered':
        notes.attempts += 1;
        return;
      case 'connected':
        notes.agent = newAgentNotes(effect.userId, atMs);
        this.#afterWork.follow(notes.chainId, notes.agent);
        if (notes.queue !== undefined) notes.queue.dequeuedAtMs = atMs;
        this.#event(notes, 'CONNECTED_TO_AGENT', atMs);
        return;
      case 'held':
        if (agent?.userId === effect.userId) agent.holds += 1;
        return;
      case 'resumed':
        if (agent?.userId !== effect.userId) return;
        agent.heldMs += effect.heldMs;
        agent.longestHoldMs = Math.max(agent.longestHoldMs, effect.heldMs);
        return;
      case 'recording':
        notes.recorded = effect.participants.some((who) => who !== FLOWS);
        return;
      case 'attributes-changed':
        this.#event(notes, 'CONTACT_DATA_UPDATED', atMs, 'UserDefinedAttributes');
        if (this.#completed.has(notes.chainId)) this.#record(notes, atMs);
        return;
      case 'tags-changed':
        notes.tags = effect.tags;
        this.#event(notes, 'CONTACT_DATA_UPDATED', atMs, 'Tags');
        return;
      case 'task-rescheduled':
        this.#event(notes, 'CONTACT_DATA_UPDATED', atMs, 'ScheduledTimestamp');
        return;
      case 'routing-step':
        notes.routing = noteRoutingStep(notes.routing, effect, atMs);
        if (effect.index > 0) this.#event(notes, 'CONTACT_DATA_UPDATED', atMs, 'RoutingCriteria.Step.Status');
        return;
      case 'task-paused':
        this.#event(notes, 'PAUSED', atMs);
        return;
      case 'task-resumed':
        this.#event(notes, 'RESUMED', atMs);
        return;
      case 'customer-answered':
        notes.systemAtMs = atMs;
        notes.answeredBy = effect.by;
        this.#event(notes, 'CONNECTED_TO_SYSTEM', atMs);
        return;
      case 'contact-ended':
        this.#ended(notes, effect.reason, atMs);
        return;
      case 'contact-completed':
        this.#finished(notes, atMs);
        this.#keep(notes.chainId);
    }
  }

  #ended(notes: ContactNotes, reason: Of<'contact-ended'>['reason'], atMs: number): void {
    noteEnd(notes, atMs, reason);
    this.#read(notes);
    this.#event(notes, 'DISCONNECTED', atMs);
  }

  #finished(notes: ContactNotes, atMs: number): void {
    if (notes.agent !== undefined) this.#afterWork.finish(notes.agent, atMs);
    this.#event(notes, 'COMPLETED', atMs);
    this.#record(notes, atMs);
  }

  /** The latest version has the latest time, even of two in one second. */
  #record(notes: ContactNotes, atMs: number): void {
    if (!this.#options.wanted['contact-record']) return;
    this.#read(notes);
    const updatedAtMs = Math.max(atMs, (notes.updatedAtMs ?? Number.NEGATIVE_INFINITY) + 1_000);
    notes.updatedAtMs = updatedAtMs;
    const record = makeContactRecord(this.#world, notes, updatedAtMs, this.#options.recordingsAt);
    this.#options.write({ kind: 'contact-record', record }, atMs);
  }

  #read(notes: ContactNotes): void {
    if (this.#options.wanted['contact-record']) readNotes(this.#world, notes);
  }

  #event(notes: ContactNotes, type: ContactEventType, atMs: number, updated?: UpdatedProperty): void {
    if (!this.#options.wanted['contact-event']) return;
    const event = makeContactEvent(this.#world, notes, type, atMs, this.#ids.identifier(), updated);
    this.#options.write({ kind: 'contact-event', event }, atMs);
  }

  #keep(chainId: string): void {
    this.#completed.add(chainId);
    for (const oldest of this.#completed) {
      if (this.#completed.size <= ENDED_KEPT) return;
      this.#completed.delete(oldest);
      this.#notes.delete(oldest);
    }
  }
}
