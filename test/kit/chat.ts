/** A customer in a chat: what they write and read. What a flow or an agent writes is heard as in a call. */
import type { ChatTimerSetting } from '../../engine/contact/chat-messages.ts';
import { Call } from './call.ts';
import type { Stage } from './stage.ts';

export interface ChatOptions {
  /** How the customer is called. */
  readonly name?: string;
  /** The flow by its name; the one that answers calls where left out. */
  readonly flow?: string;
  /** What the customer has written before the chat begins. */
  readonly firstMessage?: string;
  readonly durationMinutes?: number;
  /** The customer is not there yet, and has five minutes to `join`. */
  readonly joins?: 'later';
}

export class Chat extends Call {
  readonly #stage: Stage;

  constructor(stage: Stage, contactId: string) {
    super(stage, contactId);
    this.#stage = stage;
  }

  joins(): void {
    this.#stage.cloud.centre.send({ kind: 'chat-connects', contactId: this.contactId });
  }

  writes(text: string): void {
    this.#stage.cloud.centre.send({ kind: 'customer-writes', contactId: this.contactId, text });
  }

  /** As the API sets them; they count from the next agent on. */
  hasTimers(...timers: readonly ChatTimerSetting[]): void {
    this.#stage.cloud.centre.send({ kind: 'set-chat-timers', contactId: this.contactId, timers });
  }

  async waits(minutes: number): Promise<void> {
    await this.#stage.cloud.driver.advanceBy(minutes * 60_000);
  }

  /** Why the chat is over; undefined while it goes on. */
  get endedBy(): string | undefined {
    const ended = this.moments.find(({ effect }) => effect.kind === 'contact-ended')?.effect;
    return ended?.kind === 'contact-ended' ? ended.reason : undefined;
  }
}
