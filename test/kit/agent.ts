/** An agent at the softphone: signs in, is offered calls, hears the whisper, talks, finishes. */
import type { AgentSnapshot } from '../../local/connect/centre.ts';
import { quickConnectsOf } from '../../local/web/transfers-shown.ts';
import { type Call, says, shown, type Words } from './call.ts';
import { CallFailure } from './call-failure.ts';
import type { Stage } from './stage.ts';

/** Longer than a ring, a whisper or a wait for the next offer. */
const PATIENCE_MS = 5 * 60_000;

export class Agent {
  readonly userId: string;
  readonly #stage: Stage;

  constructor(stage: Stage, username: string) {
    const user = stage.cloud.centre.instance.users.find((candidate) => candidate.username === username);
    if (user === undefined) throw new Error(`the stack has no agent '${username}'`);
    this.userId = user.id;
    this.#stage = stage;
  }

  get state(): AgentSnapshot {
    const state = this.#stage.cloud.centre.agent(this.userId);
    if (state === undefined) throw new Error(`the centre does not know agent ${this.userId}`);
    return state;
  }

  signsIn(): void {
    this.#stage.cloud.centre.send({ kind: 'agent-signs-in', userId: this.userId });
  }

  becomesAvailable(): void {
    if (!this.state.signedIn) this.signsIn();
    this.chooses('Available');
  }

  chooses(status: string): void {
    this.#stage.cloud.centre.send({ kind: 'agent-sets-status', userId: this.userId, status });
  }

  signsOut(): void {
    this.#stage.cloud.centre.send({ kind: 'agent-signs-out', userId: this.userId });
  }

  /** Waits until the call rings at this agent. */
  async isOffered(call: Call): Promise<void> {
    await this.#until(call, 'the call rings at the agent', () => this.#has(call, 'ringing'));
  }

  /** Waits for the ring and takes the call. */
  async accepts(call: Call): Promise<void> {
    await this.isOffered(call);
    this.#stage.cloud.centre.send({ kind: 'agent-accepts', userId: this.userId, contactId: call.contactId });
  }

  async rejects(call: Call): Promise<void> {
    await this.isOffered(call);
    this.#stage.cloud.centre.send({ kind: 'agent-rejects', userId: this.userId, contactId: call.contactId });
  }

  /** Lets the ring go by. */
  async misses(call: Call): Promise<void> {
    await this.isOffered(call);
    await this.#until(call, 'the agent misses the call', () => this.#has(call, 'missed'));
  }

  /** Waits until the agent hears the words in the whisper. */
  async hears(call: Call, words: Words): Promise<void> {
    await this.#until(call, `the agent hears ${shown(words)}`, () =>
      call.moments.some(
        ({ effect }) => effect.kind === 'prompt' && effect.party === 'agent' && says(effect.text, words),
      ),
    );
  }

  async talksTo(call: Call): Promise<void> {
    await this.#until(call, 'agent and caller talk', () => this.#has(call, 'connected'));
  }

  /** Puts the caller on hold. */
  holds(call: Call): void {
    this.#stage.cloud.centre.send({ kind: 'agent-holds', userId: this.userId, contactId: call.contactId });
  }

  /** Talks to the caller again. */
  resumes(call: Call): void {
    this.#stage.cloud.centre.send({ kind: 'agent-resumes', userId: this.userId, contactId: call.contactId });
  }

  /** In a chat. */
  writes(call: Call, text: string): void {
    this.#stage.cloud.centre.send({
      kind: 'agent-writes',
      userId: this.userId,
      contactId: call.contactId,
      text,
    });
  }

  /** Waits until the customer has written the words in a chat that is at this agent. */
  async reads(call: Call, words: Words): Promise<void> {
    await this.#until(call, `the agent reads ${shown(words)}`, () => {
      const chat = this.state.contacts?.find(({ contactId }) => contactId === call.contactId)?.chat;
      return chat?.lines.some(({ from, text = '' }) => from === 'CUSTOMER' && says(text, words)) === true;
    });
  }

  /** Begins a transfer by a quick connect: the caller waits on hold, and the agent hears what comes. */
  consults(call: Call, quickConnect: string): void {
    this.#passesOn('agent-consults', call, quickConnect);
  }

  /** Transfers by a quick connect, and has left before its first word. */
  transfers(call: Call, quickConnect: string): void {
    this.#passesOn('agent-transfers', call, quickConnect);
  }

  /** Takes a transfer back. */
  drops(call: Call): void {
    this.#stage.cloud.centre.send({ kind: 'agent-drops', userId: this.userId, contactId: call.contactId });
  }

  #passesOn(kind: 'agent-consults' | 'agent-transfers', { contactId }: Call, quickConnect: string): void {
    const { centre } = this.#stage.cloud;
    const user = centre.instance.users.find(({ id }) => id === this.userId);
    const offered = user === undefined ? [] : quickConnectsOf(centre.instance, user);
    const found = offered?.find(({ name }) => name === quickConnect);
    if (found === undefined)
      throw new Error(
        `${user?.username} is offered no quick connect '${quickConnect}', only ${offered?.map(({ name }) => name).join(', ')}`,
      );
    centre.send({ kind, userId: this.userId, contactId, to: { quickConnectId: found.id } });
  }

  hangsUp(call: Call): void {
    this.#stage.cloud.centre.send({ kind: 'agent-hangs-up', userId: this.userId, contactId: call.contactId });
  }

  /** Ends after contact work, or clears a missed call. */
  finishes(call: Call): void {
    this.#stage.cloud.centre.send({ kind: 'agent-clears', userId: this.userId, contactId: call.contactId });
  }

  #has(call: Call, state: NonNullable<AgentSnapshot['contact']>['state']): boolean {
    const { contacts = [] } = this.state;
    return contacts.some(({ contactId, state: at }) => contactId === call.contactId && at === state);
  }

  async #until(call: Call, goal: string, reached: () => boolean): Promise<void> {
    const { centre, driver } = this.#stage.cloud;
    const deadlineMs = centre.nowMs() + PATIENCE_MS;
    for (;;) {
      await driver.settle();
      if (reached()) return;
      const leftMs = deadlineMs - centre.nowMs();
      if (leftMs <= 0 || !(await driver.advanceToNext(leftMs))) throw new CallFailure(goal, call.moments);
    }
  }
}
