/** The simulated call of a test: when a prompt has been heard, whether keys are wanted, whether it is over. */
import type { Effect } from '../contact/events.ts';
import type { Message } from './hearing.ts';
import type { Said } from './matching.ts';

/** Something that the caller heard or did, ms since the call began. */
export interface CallMoment {
  readonly atMs: number;
  readonly kind: 'hears' | 'presses' | 'writes' | 'ended';
  readonly text: string;
}

interface Speech {
  readonly promptId: string;
  readonly said: Said;
  readonly endsAtMs: number;
  heard: boolean;
}

/** Between prompts these leave the caller in silence, but change nothing about what is said as one. */
const NO_BREAK: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
]);

export class TestCall {
  readonly moments: CallMoment[] = [];
  contactId: string | undefined;
  listening = false;
  hasEnded = false;
  readonly #startMs: number;
  #speech: Speech | undefined;
  #isChat = false;
  readonly #messages: Message[] = [];
  #run: string[] = [];
  #runNumber = 0;

  constructor(startMs: number) {
    this.#startMs = startMs;
  }

  see(effect: Effect, atMs: number): void {
    if (effect.kind === 'contact-started') this.contactId ??= effect.contactId;
    if (effect.kind === 'chat-started' && this.contactId === undefined) {
      this.contactId = effect.contactId;
      this.#isChat = true;
    }
    if (!('contactId' in effect) || effect.contactId !== this.contactId) return;
    switch (effect.kind) {
      case 'prompt':
        if (effect.party !== 'customer') return;
        if (this.#isChat) {
          // A message of a chat is there at once, and so may be the next one.
          this.#messages.push(this.#heard({ text: effect.text, form: effect.form }, atMs));
          return;
        }
        this.#speech = {
          promptId: effect.promptId,
          said: {
            text: effect.text,
            form: effect.form,
            ...(effect.recording === undefined ? {} : { recording: effect.recording }),
          },
          endsAtMs: atMs + effect.durationMs,
          heard: false,
        };
        return;
      case 'prompt-stopped':
        if (effect.promptId === this.#speech?.promptId) this.#speech = undefined;
        return;
      case 'listening':
        this.listening = true;
        return;
      case 'listening-ended':
        this.listening = false;
        this.#breakRun();
        return;
      case 'step-taken':
        if (!NO_BREAK.has(effect.type)) this.#breakRun();
        return;
      case 'contact-ended':
        this.hasEnded = true;
        this.listening = false;
        this.#speech = undefined;
        this.moments.push({ atMs: atMs - this.#startMs, kind: 'ended', text: effect.reason });
        return;
    }
  }

  /** What is being said and has not been heard to its end; undefined in silence. */
  get speaking(): Readonly<Speech> | undefined {
    return this.#speech;
  }

  /** The present prompt has been said to its end. */
  hear(atMs: number): Message | undefined {
    const speech = this.#speech;
    if (speech === undefined || speech.heard) return undefined;
    speech.heard = true;
    return this.#heard(speech.said, atMs);
  }

  /** The oldest message of a chat that has not been observed yet. */
  read(): Message | undefined {
    return this.#messages.shift();
  }

  #heard(said: Said, atMs: number): Message {
    this.moments.push({ atMs: atMs - this.#startMs, kind: 'hears', text: said.text });
    // Messages of a chat stand by themselves.
    const spoken = !this.#isChat && (said.form === 'text' || said.form === 'ssml');
    if (spoken) this.#run.push(said.text);
    const run = spoken ? [...this.#run] : [];
    return { said, run, runNumber: this.#runNumber };
  }

  write(text: string, atMs: number): void {
    this.moments.push({ atMs: atMs - this.#startMs, kind: 'writes', text });
  }

  press(keys: string, atMs: number): void {
    this.moments.push({ atMs: atMs - this.#startMs, kind: 'presses', text: keys });
  }

  /** The prompt is over for the line too. */
  endSpeech(): void {
    this.#speech = undefined;
  }

  #breakRun(): void {
    this.#run = [];
    this.#runNumber += 1;
  }
}
