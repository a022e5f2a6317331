/** A caller on the line: what the person does, hears and experiences, told by the centre's effects. */
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Effect, Party } from '../../engine/contact/events.ts';
import type { Json } from '../../engine/language/flow.ts';
import type { Moment } from '../../local/connect/centre.ts';
import { speakingMs } from '../../local/connect/records/call-sound.ts';
import { CallFailure } from './call-failure.ts';
import type { Stage } from './stage.ts';

/** Words as somebody hears them: a part of what is said, or a pattern. */
export type Words = string | RegExp;

/** Nothing in a call takes longer than this without anything to hear or to press. */
const PATIENCE_MS = 2 * 60_000;

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export class Call {
  readonly contactId: string;
  readonly #stage: Stage;
  #heardUpTo = 0;

  constructor(stage: Stage, contactId: string) {
    this.#stage = stage;
    this.contactId = contactId;
  }

  get moments(): readonly Moment[] {
    return this.#stage.cloud.centre.history(this.contactId);
  }

  /** Waits until the caller hears the words; what was heard before them is skipped, what comes after is not. */
  async hears(words: Words): Promise<void> {
    await this.#until(`the caller hears ${shown(words)}`, () => {
      const at = this.moments.findIndex(
        ({ effect }, index) => index >= this.#heardUpTo && isHeardBy('customer', effect, words),
      );
      if (at < 0) return undefined;
      this.#heardUpTo = at + 1;
      return true;
    });
  }

  readonly never = {
    /** Fails when the caller has heard the words at any moment of the call so far. */
    hears: (words: Words): void => {
      if (this.moments.some(({ effect }) => isHeardBy('customer', effect, words)))
        throw this.#failure(`the caller never hears ${shown(words)}`);
    },
  };

  /** Waits until the flow asks for keys, then presses them one after the other. */
  async presses(keys: string): Promise<void> {
    await this.isAskedForKeys();
    this.pressesAtOnce(keys);
  }

  /** Presses keys now, also where nobody has asked for any. */
  pressesAtOnce(keys: string): void {
    for (const key of keys) this.#stage.cloud.centre.send({ kind: 'key', contactId: this.contactId, key });
  }

  /** Says something now, which takes as long as it takes to say: a recording of the flows has it, or a bot. */
  async says(words: string): Promise<void> {
    this.#stage.cloud.centre.send({ kind: 'says', contactId: this.contactId, text: words });
    await this.#stage.cloud.driver.advanceBy(speakingMs(words));
  }

  /** Waits for the tone and leaves a message; what comes after it is another step. */
  async leavesMessage(words: string): Promise<void> {
    await this.hears('beep');
    await this.isAskedForKeys();
    await this.says(words);
  }

  async isAskedForKeys(): Promise<void> {
    await this.#until('the flow asks for keys', () => (this.#isListening() ? true : undefined), {
      listening: 'goal',
    });
  }

  /** Waits until keys are asked for and lets the time for them pass. */
  async staysSilent(): Promise<void> {
    await this.isAskedForKeys();
    // The next question may come at the same moment, so the end is looked for and not the absence of a wait.
    const asked = this.moments.length;
    const ended = () => this.moments.slice(asked).some(({ effect }) => effect.kind === 'listening-ended');
    await this.#until('the flow stops waiting for keys', () => (ended() ? true : undefined), {
      listening: 'passes',
    });
  }

  /** Hears that nobody is signed in, and says nothing to that: who does not leave a number waits. */
  async staysOnTheLine(): Promise<void> {
    await this.hears(prompts.nobodySignedIn);
    await this.staysSilent();
  }

  /** Is asked how the call was once the agent has left, says nothing to that, and hears goodbye. */
  async endsWithoutAnswer(): Promise<void> {
    await this.hears(prompts.surveyQuestion);
    await this.staysSilent();
    await this.endsIn(prompts.goodbye);
  }

  /** Attributes are set from outside, as the API does. */
  isGiven(attributes: Readonly<Record<string, string>>): void {
    this.#stage.cloud.centre.send({ kind: 'set-attributes', contactId: this.contactId, attributes });
  }

  hangsUp(): void {
    this.#stage.cloud.centre.send({ kind: 'caller-hangs-up', contactId: this.contactId });
  }

  /** Waits until the call is in the queue. Who hears first that nobody is signed in says nothing to that, and waits. */
  async isQueuedIn(queueName: string): Promise<void> {
    const goal = `the call waits in queue ${queueName}`;
    const asked = (): boolean => this.#isListening() && says(this.heard.at(-1) ?? '', prompts.nobodySignedIn);
    const here = (): boolean => this.moments.some(({ effect }) => effect.kind === 'queued');
    await this.#until(goal, () => (here() || asked() ? true : undefined));
    if (!here()) await this.staysSilent();
    const queued = await this.#untilEffect(goal, 'queued');
    if (queued.queueName !== queueName)
      throw this.#failure(`the call waits in queue ${queueName}, not in ${queued.queueName}`);
  }

  async isConnected(): Promise<void> {
    await this.#untilEffect('the caller talks to an agent', 'connected');
  }

  /**
   * Waits until the call ends by itself.
   * @param goodbye the last words that the caller hears: a call that ends without them has ended badly
   */
  async endsIn(goodbye: Words): Promise<void> {
    const ended = await this.#untilEffect('the call ends', 'contact-ended');
    const last = this.heard.at(-1);
    if (last === undefined || !says(last, goodbye))
      throw this.#failure(`the last words of the call are ${shown(goodbye)}, not ${shown(last ?? '')}`);
    if (ended.reason !== 'CONTACT_FLOW_DISCONNECT' && ended.reason !== 'AGENT_DISCONNECT')
      throw this.#failure(`we end the call, not ${ended.reason}`);
  }

  get hasEnded(): boolean {
    return this.moments.some(({ effect }) => effect.kind === 'contact-ended');
  }

  /** What the flow waits for now; undefined while it waits for no keys. */
  get question(): EffectOf<'listening'> | undefined {
    const last = this.moments.findLast(
      ({ effect }) => effect.kind === 'listening' || effect.kind === 'listening-ended',
    );
    return last?.effect.kind === 'listening' && !this.hasEnded ? last.effect : undefined;
  }

  /** How long the call has lasted, ms. */
  get lastsMs(): number {
    return this.#stage.cloud.centre.nowMs() - (this.moments[0]?.atMs ?? 0);
  }

  /** Ended, and no agent has work left with it. */
  get isCompleted(): boolean {
    return this.moments.some(({ effect }) => effect.kind === 'contact-completed');
  }

  /** All that the caller has heard so far. */
  get heard(): string[] {
    return this.moments.flatMap(({ effect }) =>
      effect.kind === 'prompt' && effect.party === 'customer' ? [effect.text] : [],
    );
  }

  /** What the caller lives through, with the time since the call began: nothing here may tell one caller from another. */
  get experience(): string[] {
    const startMs = this.moments[0]?.atMs ?? 0;
    return this.moments.flatMap(({ atMs, effect }) => {
      const lived = experienced(effect);
      return lived === undefined ? [] : [`${atMs - startMs} ${lived}`];
    });
  }

  /** Entries of Connect's flow log. */
  get flowLog(): readonly Readonly<Record<string, Json>>[] {
    return this.#stage.cloud.centre.flowLog(this.contactId);
  }

  /** Lines that functions wrote to their logs while they worked for this call. */
  get functionLog(): readonly string[] {
    return this.#stage.cloud.centre.functionLog(this.contactId).map(({ text }) => text);
  }

  /** Why steps of the flow took their error branches, in the words of the trace. */
  get troubles(): string[] {
    return this.moments.flatMap(({ effect }) =>
      effect.kind === 'step-taken' && effect.because !== undefined ? [effect.because] : [],
    );
  }

  get attributes(): Readonly<Record<string, string>> {
    return this.#stage.cloud.centre.contact(this.contactId)?.attributes ?? {};
  }

  /** Steps of the flows that the call has walked, as `flow / step → branch`. */
  get path(): string[] {
    return this.moments.flatMap(({ effect }) =>
      effect.kind === 'step-taken' ? [`${effect.flowName} / ${effect.step} → ${effect.branch}`] : [],
    );
  }

  #isListening(): boolean {
    return this.question !== undefined;
  }

  async #untilEffect<K extends Effect['kind']>(goal: string, kind: K): Promise<EffectOf<K>> {
    return this.#until(goal, () =>
      this.moments.map(({ effect }) => effect).find((effect): effect is EffectOf<K> => effect.kind === kind),
    );
  }

  /**
   * Lets time pass until the goal is reached. A call that waits for the caller's keys, has ended or has nothing
   * more to come cannot reach it, and that is the test's failure.
   */
  async #until<T>(
    goal: string,
    reached: () => T | undefined,
    options: { listening: 'stops' | 'goal' | 'passes' } = { listening: 'stops' },
  ): Promise<T> {
    const deadlineMs = this.#stage.cloud.centre.nowMs() + PATIENCE_MS;
    for (;;) {
      await this.#stage.cloud.driver.settle();
      const found = reached();
      if (found !== undefined) return found;
      if (this.hasEnded) throw this.#failure(`${goal}, but the call has ended`);
      if (options.listening === 'stops' && this.#isListening())
        throw this.#failure(`${goal}, but the flow waits for the caller's keys`);
      const leftMs = deadlineMs - this.#stage.cloud.centre.nowMs();
      if (leftMs <= 0 || !(await this.#stage.cloud.driver.advanceToNext(leftMs)))
        throw this.#failure(`${goal}, but nothing like it happens`);
    }
  }

  #failure(expected: string): CallFailure {
    return new CallFailure(expected, this.moments);
  }
}

function experienced(effect: Effect): string | undefined {
  switch (effect.kind) {
    case 'prompt':
      return effect.party === 'customer' ? `hears ${effect.text} for ${effect.durationMs} ms` : undefined;
    case 'prompt-stopped':
      return effect.party === 'customer' ? 'hears no more of it' : undefined;
    case 'listening':
      return `is asked for ${JSON.stringify(effect.listening)}`;
    case 'key-heard':
      return `presses ${effect.key}`;
    case 'queued':
      return `waits in ${effect.queueName}`;
    case 'connected':
      return 'talks';
    case 'contact-ended':
      return `is left by ${effect.reason}`;
    default:
      return undefined;
  }
}

/** In a chat the customer reads what the agent writes. */
const isHeardBy = (party: Party, effect: Effect, words: Words): boolean =>
  ((effect.kind === 'prompt' && effect.party === party) ||
    (effect.kind === 'chat-message' && effect.from === 'AGENT' && party === 'customer')) &&
  says(effect.text, words);

export const says = (text: string, words: Words): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);

export const shown = (words: Words): string => (typeof words === 'string' ? `"${words}"` : String(words));
