/** Remembers what happened to recent contacts and tells everybody who listens. */
import type { Effect } from '../../engine/contact/events.ts';
import { MASK } from '../../engine/contact/masking.ts';
import type { FunctionLogLine } from '../lambda/invocation.ts';
import type { Moment } from './centre.ts';

export interface RecorderOptions {
  /** How many contacts are remembered after they are over; those that go on are all remembered. */
  readonly completedMax?: number;
  /** How many function log lines are remembered of one contact. */
  readonly logLinesMax?: number;
  /** Is told when a listener throws: the engine and the other listeners go on. */
  readonly onFault: (fault: unknown) => void;
}

const COMPLETED_MAX = 200;
const LOG_LINES_MAX = 2000;

interface ContactRecord {
  readonly moments: Moment[];
  readonly logLines: FunctionLogLine[];
}

const contactOf = (effect: Effect): string | undefined =>
  'contactId' in effect ? effect.contactId : undefined;

/** What a function is told in secret reaches the function and nobody who looks on. */
const shown = (effect: Effect): Effect =>
  effect.kind === 'invoke' && effect.masked
    ? { ...effect, payload: MASK }
    : effect.kind === 'ask-service' && effect.masked
      ? { ...effect, input: {} }
      : effect;

export class Recorder {
  readonly #contacts = new Map<string, ContactRecord>();
  readonly #listeners = new Set<(moment: Moment) => void>();
  /** Contacts that are over, in the order in which they ended. */
  readonly #completed = new Set<string>();
  readonly #completedMax: number;
  readonly #logLinesMax: number;
  readonly #onFault: (fault: unknown) => void;

  constructor({ completedMax = COMPLETED_MAX, logLinesMax = LOG_LINES_MAX, onFault }: RecorderOptions) {
    this.#completedMax = completedMax;
    this.#logLinesMax = logLinesMax;
    this.#onFault = onFault;
  }

  /** The `observe` port of the engine's drivers. */
  record(effect: Effect, atMs: number): void {
    const moment = { atMs, effect: shown(effect) };
    const contactId = contactOf(effect);
    if (contactId !== undefined) {
      this.#contact(contactId).moments.push(moment);
      if (effect.kind === 'contact-completed') this.#complete(contactId);
    }
    for (const listener of this.#listeners) {
      try {
        listener(moment);
      } catch (fault) {
        this.#onFault(fault);
      }
    }
  }

  /** Keeps a function's line with the contact it worked for. */
  recordLog(line: FunctionLogLine): void {
    const contact = line.contactId === undefined ? undefined : this.#contacts.get(line.contactId);
    if (contact === undefined) return;
    contact.logLines.push(line);
    if (contact.logLines.length > this.#logLinesMax) contact.logLines.shift();
  }

  /** Returns how to stop listening. */
  listen(listener: (moment: Moment) => void): () => void {
    // A function of its own, so that one listener can be added twice and each taken away alone.
    const own = (moment: Moment) => listener(moment);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  history(contactId: string): readonly Moment[] {
    return this.#contacts.get(contactId)?.moments ?? [];
  }

  logLines(contactId: string): readonly FunctionLogLine[] {
    return this.#contacts.get(contactId)?.logLines ?? [];
  }

  /** Nothing has happened to anybody; who listens goes on. */
  forget(): void {
    this.#contacts.clear();
    this.#completed.clear();
  }

  /** Latest first. */
  recent(): readonly string[] {
    return [...this.#contacts.keys()].reverse();
  }

  #contact(contactId: string): ContactRecord {
    const known = this.#contacts.get(contactId);
    if (known !== undefined) return known;
    const contact = { moments: [], logLines: [] };
    this.#contacts.set(contactId, contact);
    return contact;
  }

  #complete(contactId: string): void {
    this.#completed.add(contactId);
    for (const oldest of this.#completed) {
      if (this.#completed.size <= this.#completedMax) break;
      this.#completed.delete(oldest);
      this.#contacts.delete(oldest);
    }
  }
}
