/** What one caller hears: how long there was nothing, and whether the last thing was words that came to their end. */

const NEVER = Number.POSITIVE_INFINITY;

export class Ear {
  #audibleUntilMs: number;
  #awaitedUntilMs = 0;
  /** When words that tell something had been heard to their end; never, where nothing was told since. */
  #toldAtMs = NEVER;
  #listening = false;
  /** Longest time without words, music or a person, ms. */
  longestSilenceMs = 0;
  /** The same, without the time in which the centre waited for keys. */
  longestDeadAirMs = 0;

  constructor(atMs: number) {
    this.#audibleUntilMs = atMs;
  }

  /** @param tells words, and not music */
  hears(atMs: number, durationMs: number, tells: boolean): void {
    this.#silenceEnds(atMs);
    this.#audibleUntilMs = atMs + durationMs;
    if (tells && !this.#listening) this.#toldAtMs = atMs + durationMs;
  }

  /** What was being said or played is cut off. */
  isCutOff(atMs: number): void {
    if (this.#audibleUntilMs !== NEVER) this.#audibleUntilMs = Math.min(this.#audibleUntilMs, atMs);
    if (this.#toldAtMs > atMs) this.#toldAtMs = NEVER;
  }

  /** A question: the words before it, and its own, tell nothing of an end. */
  isAsked(): void {
    this.#listening = true;
    this.#awaitedUntilMs = NEVER;
    this.#toldAtMs = NEVER;
  }

  isAskedNoMore(atMs: number): void {
    this.#listening = false;
    this.#awaitedUntilMs = atMs;
    this.#toldAtMs = NEVER;
  }

  /** Something has happened that the caller has not heard of yet. */
  knowsNothingOfIt(): void {
    this.#toldAtMs = NEVER;
  }

  /** A person is on the line, and says what there is to say. */
  personIsThere(atMs: number): void {
    this.#silenceEnds(atMs);
    this.#audibleUntilMs = NEVER;
    this.#toldAtMs = atMs;
  }

  /** @param suddenly without a word of goodbye */
  personIsGone(atMs: number, suddenly: boolean): void {
    this.#audibleUntilMs = atMs;
    if (suddenly) this.#toldAtMs = NEVER;
  }

  /** The words could not be spoken, and the flow has tried: no flow can do more. */
  voiceFailed(atMs: number): void {
    this.#toldAtMs = atMs;
  }

  wasTold(atMs: number): boolean {
    return this.#toldAtMs <= atMs;
  }

  callEnds(atMs: number): void {
    this.#silenceEnds(atMs);
  }

  #silenceEnds(atMs: number): void {
    const silentMs = atMs - this.#audibleUntilMs;
    if (!(silentMs > 0)) return;
    if (silentMs > this.longestSilenceMs) this.longestSilenceMs = silentMs;
    const deadMs = atMs - Math.max(this.#audibleUntilMs, this.#awaitedUntilMs);
    if (deadMs > this.longestDeadAirMs) this.longestDeadAirMs = deadMs;
  }
}
