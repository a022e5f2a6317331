/** Text messages and e-mails that the local centre was given to send: they go no further, and can be read here. */
import type { Rewindable } from '../rewindable.ts';

export interface SentMessage {
  readonly id: string;
  readonly channel: 'sms' | 'email';
  /** A number or an address. */
  readonly to: string;
  readonly from: string;
  readonly subject?: string;
  readonly text: string;
  readonly atMs: number;
  /** What the sender calls it: sent again under the same, it is the same message. */
  readonly token?: string;
}

/** The last so many are kept: a process that runs for weeks must not grow. */
const KEPT_MAX = 1_000;

export class Outbox implements Rewindable {
  #sent: SentMessage[] = [];
  #count = 0;
  readonly #refused = new Map<string, string>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** From now on nothing goes to a number or address: what is sent there fails by this name. */
  refuse(to: string, problem: string): void {
    this.#refused.set(to, problem);
  }

  accept(to: string): void {
    this.#refused.delete(to);
  }

  /** @returns the id of the message, that of the first one where it is sent again; or why it is refused */
  send(message: Omit<SentMessage, 'atMs' | 'id'>): { readonly id: string } | { readonly problem: string } {
    const problem = this.#refused.get(message.to);
    if (problem !== undefined) return { problem };
    const known = this.#sent.find(({ token }) => token !== undefined && token === message.token);
    if (known !== undefined) return { id: known.id };
    this.#count += 1;
    // In the form of a contact's id, and the same in every run of one seed.
    const id = `00000000-0000-4000-8000-${String(this.#count).padStart(12, '0')}`;
    this.#sent = [...this.#sent, { ...message, id, atMs: this.#nowMs() }].slice(-KEPT_MAX);
    return { id };
  }

  mark(): () => void {
    const sent = this.#sent;
    const count = this.#count;
    const refused = [...this.#refused];
    return () => {
      this.#sent = sent;
      this.#count = count;
      this.#refused.clear();
      for (const [to, problem] of refused) this.#refused.set(to, problem);
    };
  }

  /** In the order in which they were sent. */
  messages(): readonly SentMessage[] {
    return this.#sent;
  }
}
